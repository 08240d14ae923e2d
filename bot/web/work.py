"""The requests in work, and which of them came whole: to those the server owes the answer, whatever time it takes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import InputStream, WSGIEnvironment

_SLACK = 0.1


class Call:
    """A request in work, which stands between the app and the body to know when that came whole."""

    __slots__ = ("_body", "began", "whole")

    def __init__(self, body: InputStream) -> None:
        """Take a request whose headers are here; if it has a body, the app reads it before anything else."""
        self._body = body
        self.began = time.monotonic()
        self.whole: float | None = self.began
        """Since when nothing of it is waited for; None while something is."""

    def read(self, size: int = -1) -> bytes:
        """Wait for so much of the body, all of it where no size is named."""
        self.whole = None
        try:
            return self._body.read(size)
        finally:
            self.whole = time.monotonic()


class Work:
    """The requests that one process is working at, each in a thread of its own."""

    def __init__(self) -> None:
        """Begin with none."""
        self.threads = 0
        """How many there can be at once; 0: any number."""
        self._calls: set[Call] = set()

    def begin(self, environ: WSGIEnvironment) -> Call:
        """Take up a request."""
        call = environ["wsgi.input"] = Call(environ["wsgi.input"])
        self._calls.add(call)
        return call

    def end(self, call: Call) -> None:
        """Be done with a request."""
        self._calls.discard(call)

    def owes(self, since: float, received: float, patience: float) -> bool:
        """Tell whether the answer may be owed to a client that began to send at one time and sent its last at another.

        Granian does not say whose request it hands over, so the times tell: one that came whole was taken up within
        the client's time to send it, and nothing came after that. A client that is slow beside one whose answer takes
        long may be taken for that one, but only until that one is answered.
        """
        near = [call for call in tuple(self._calls) if abs(call.began - since) <= patience]
        if any(call.whole is not None and call.whole >= received - _SLACK for call in near):
            return True
        # While all threads are busy, a request that came whole may wait for one.
        return 0 < self.threads <= len(self._calls) and all(call.whole is not None for call in near)
