"""The bot as a server: pages, JSON endpoints, limits, keys, what is logged and counted."""
