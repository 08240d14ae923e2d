"""The requests in work, and which of them came whole: to those the server owes the answer, whatever time it takes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from werkzeug.exceptions import RequestEntityTooLarge, RequestTimeout

if TYPE_CHECKING:
    from wsgiref.types import InputStream, WSGIEnvironment

_SLACK = 0.1
_START = 1.0
"""Seconds that a thread may take to turn to the next request."""


class Call:
    """A request in work, which stands between the app and the body to know when that came whole."""

    __slots__ = ("_body", "_most", "_until", "began", "waited", "whole")

    def __init__(self, body: InputStream, began: float, waited: float, most: int | None, patience: float) -> None:
        """Take a request whose headers are here; if it has a body, the app reads it before anything else.

        ``most`` is how many bytes a body in chunks may have, which does not say its length; None: it says it.
        """
        self._body = body
        self._most = most
        self._until = began + patience - _SLACK
        self.began = began
        self.waited = waited
        """Since when it may have waited for a thread."""
        self.whole: float | None = self.began
        """Since when nothing of it is waited for; None while something is."""

    def read(self, size: int = -1) -> bytes:
        """Wait for so much of the body, all of it where no size is named.

        RequestEntityTooLarge: there is more in chunks than a body may have. RequestTimeout: it ended in chunks when
        its client was cut off. Granian ends what breaks off earlier like what came whole, so that is not told apart.
        """
        self.whole = None
        try:
            sent = self._body.read(size)
            if self._most is not None:
                self._most -= len(sent)
                if self._most == 0 and self._body.read(1):
                    raise RequestEntityTooLarge
                if (self._most == 0 or len(sent) < size) and time.monotonic() >= self._until:
                    raise RequestTimeout
            return sent
        finally:
            self.whole = time.monotonic()

    def came(self, received: float) -> bool:
        """Tell whether it came whole with nothing received after that."""
        return self.whole is not None and self.whole >= received - _SLACK


class Work:
    """The requests that one process is working at, each in a thread of its own."""

    def __init__(self, most: int, patience: float) -> None:
        """Begin with none; a body may have ``most`` bytes, and a client ``patience`` seconds to send it."""
        self._most = most
        self._patience = patience
        self.threads = 0
        """How many there can be at once; 0: any number."""
        self._calls: set[Call] = set()
        self._full = self._full_until = 0.0
        """Since when and until when all threads were busy the last time."""

    def begin(self, environ: WSGIEnvironment) -> Call:
        """Take up a request."""
        now = time.monotonic()
        waited = self._full if now - self._full_until < _START else now
        most = self._most if "HTTP_TRANSFER_ENCODING" in environ else None
        call = environ["wsgi.input"] = Call(environ["wsgi.input"], now, waited, most, self._patience)
        self._calls.add(call)
        if self._is_full():
            self._full, self._full_until = waited, now
        return call

    def end(self, call: Call) -> None:
        """Be done with a request."""
        if self._is_full():
            self._full_until = time.monotonic()
        self._calls.discard(call)

    def owes(self, since: float, received: float, patience: float, now: float) -> bool:
        """Tell whether the answer may be owed to a client that began to send at one time and sent its last at another.

        Granian does not say whose request it hands over, so the times tell: one that came whole was taken up within
        the client's time to send it, and nothing came after that. A client that is slow beside one whose answer takes
        long may be taken for that one, but only until that one is answered.
        """
        calls = tuple(self._calls)
        near = [call for call in calls if abs(call.began - since) <= patience]
        if any(call.came(received) for call in near):
            return True
        if any(call.whole is None and now - call.began > patience for call in near):
            return False
        # While all threads are busy, a request that came whole waits for one, and no client is to blame for that.
        if self._is_full() or now - self._full_until < _START:
            return True
        return any(call.came(received) and call.waited - patience <= since <= call.began for call in calls)

    def _is_full(self) -> bool:
        return 0 < self.threads <= len(self._calls)
