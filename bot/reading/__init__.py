"""A page as it was copied from the web, made an article: what is its text, and what stands around it."""
