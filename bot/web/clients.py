"""Who sent a request: the address of the client, told through trusted proxies only."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_IPV6_NETWORK = 64
"""Bits of an IPv6 address that one customer is given as a rule, so that they count as one client."""


class Clients:
    """Knows the proxies that may speak for their clients."""

    def __init__(self, trusted_proxies: Sequence[str]) -> None:
        """Trust what proxies of these networks say of their clients."""
        self._trusted = tuple(map(ipaddress.ip_network, trusted_proxies))
        self._trusts = lru_cache(1024)(self._is_trusted)

    def correct(self, environ: dict[str, Any]) -> None:
        """Put the client's address and scheme into a request's environment, in place of a trusted proxy's.

        Each proxy appends who it heard from to ``X-Forwarded-For``; so the client is the last one there that is no
        trusted proxy, and what stands before it anyone may have written.
        """
        if not self._trusted or not self._trusts(environ.get("REMOTE_ADDR", "")):
            return
        scheme = environ.get("HTTP_X_FORWARDED_PROTO", "")
        if scheme in {"http", "https"}:
            environ["wsgi.url_scheme"] = scheme
        for earlier in reversed(environ.get("HTTP_X_FORWARDED_FOR", "").split(",")):
            address = earlier.strip()
            try:
                ipaddress.ip_address(address)
            except ValueError:
                return
            environ["REMOTE_ADDR"] = address
            if not self._trusts(address):
                return

    def _is_trusted(self, address: str) -> bool:
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self._trusted)


@lru_cache(4096)
def bucket(address: str) -> str:
    """Return whom an address counts as: itself, or the network of an IPv6 address."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:  # noqa: PLR2004 # the protocol's number
        return address
    return str(ipaddress.ip_network((found, _IPV6_NETWORK), strict=False))
