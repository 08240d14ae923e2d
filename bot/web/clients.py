"""Who sent a request: the address of the client, told through trusted proxies only."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_IPV6_NETWORK = 64
"""Bits of an IPv6 address that one customer is given as a rule, so that they count as one client."""
_MAPPED = "::ffff:"
"""How an IPv6 address begins that stands for an IPv4 one."""
_PORT = re.compile(r"\[(?P<six>[^\]]+)\](?::\d+)?|(?P<four>[\d.]+):\d+")
"""An address with the port that some gateways put behind it."""


class Clients:
    """Knows the proxies that may speak for their clients."""

    def __init__(self, trusted_proxies: Sequence[str]) -> None:
        """Trust what proxies of these networks say of their clients."""
        self._trusted = tuple(map(ipaddress.ip_network, trusted_proxies))
        self._trusts = lru_cache(1024)(self._is_trusted)

    def correct(self, environ: dict[str, Any]) -> None:
        """Put the client's address and scheme into a request's environment, in place of a trusted proxy's.

        An IPv4 client of a server that listens for IPv6 as well is told by its IPv4 address.
        Each proxy appends who it heard from to ``X-Forwarded-For``; so the client is the last one there that is no
        trusted proxy, and what stands before it anyone may have written.
        """
        heard = environ.get("REMOTE_ADDR", "")
        if heard.startswith(_MAPPED):
            environ["REMOTE_ADDR"] = heard = _plain(heard) or heard
        if not self._trusted or not self._trusts(heard):
            return
        scheme = environ.get("HTTP_X_FORWARDED_PROTO", "")
        if scheme in {"http", "https"}:
            environ["wsgi.url_scheme"] = scheme
        for earlier in reversed(environ.get("HTTP_X_FORWARDED_FOR", "").split(",")):
            address = _plain(earlier)
            if not address:
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


def _plain(text: str) -> str:
    """Return the address that a proxy tells, without a port, one of IPv4 as such; "" where it is none."""
    ported = _PORT.fullmatch(text.strip())
    try:
        found = ipaddress.ip_address(ported[ported.lastgroup or 0] if ported else text.strip())
    except ValueError:
        return ""
    return str(getattr(found, "ipv4_mapped", None) or found)


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
