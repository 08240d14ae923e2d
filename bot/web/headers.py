"""The headers that every reply carries to keep browsers out of trouble."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings

Headers = list[tuple[str, str]]
_JSON = ("/api/", "/v1/", "/mcp")


@dataclass(frozen=True, slots=True)
class Policies:
    """The headers for each kind of reply."""

    pages: Headers
    json: Headers
    widget: Headers

    def of(self, path: str) -> Headers:
        """Return the headers of what stands at a path."""
        if path.startswith(_JSON):
            return self.json
        return self.widget if path == "/widget.js" else self.pages


def policies(settings: Settings) -> Policies:
    """Return the headers of every reply, errors included."""
    ancestors = " ".join(("'self'", *settings.frame_ancestors)) if settings.frame_ancestors else "'none'"
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
        f" form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    )
    shared = [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    if not settings.frame_ancestors:
        shared.append(("X-Frame-Options", "DENY"))  # says the same to browsers that know no frame-ancestors
    # Any site may load the widget's script, which then opens the window in a frame.
    widget = [*shared, ("Cross-Origin-Resource-Policy", "cross-origin")]
    resource = "cross-origin" if settings.cors_origins else "same-origin"
    json = [*shared, ("Cross-Origin-Resource-Policy", resource), ("Cache-Control", "no-store")]
    return Policies([*shared, ("Cross-Origin-Resource-Policy", "same-origin")], json, widget)
