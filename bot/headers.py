"""The headers that every reply carries to keep browsers out of trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings


def security(settings: Settings) -> list[tuple[str, str]]:
    """Return the headers of every reply, errors included."""
    ancestors = " ".join(("'self'", *settings.frame_ancestors)) if settings.frame_ancestors else "'none'"
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
        f" form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    )
    headers = [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    if not settings.frame_ancestors:
        headers.append(("X-Frame-Options", "DENY"))  # says the same to browsers that know no frame-ancestors
    return headers
