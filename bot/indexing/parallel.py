"""Work done in other processes, its results in the order of the tasks; done here where no process can be started."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Process = subprocess.Popen[bytes]

MOST = 4
"""Processes at most: each holds the library that stems words, and a memory of words."""

Task = TypeVar("Task")
Result = TypeVar("Result")


class Crew:
    """Processes that do what they are sent.

    They are Python started afresh, not forked: a server has threads. Each gets a task when it has given the result of
    the one before, and ends with the pipe to it.
    """

    def __init__(self, size: int) -> None:
        """Prepare so many processes; with none, all is done here."""
        self._size = size
        self._stack = ExitStack()
        self._idle: SimpleQueue[Process | None] = SimpleQueue()

    def __enter__(self) -> Self:
        """Start the processes."""
        for _ in range(self._size):
            self._idle.put(self._start())
        if self._size:
            self._threads = self._stack.enter_context(ThreadPoolExecutor(self._size))
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for what is at work, and end the processes."""
        self._stack.close()

    def in_order(self, do: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Do the tasks; a function of a module is done elsewhere. Few more are drawn than results are taken."""
        if not self._size:
            yield from ((task, do(task)) for task in tasks)
            return
        pending: deque[tuple[Task, Future[Result]]] = deque()
        for task in tasks:
            pending.append((task, self._threads.submit(self._send, do, task)))
            if len(pending) > self._size:
                first, result = pending.popleft()
                yield first, result.result()
        for first, result in pending:
            yield first, result.result()

    def _start(self) -> Process | None:
        code = f"import sys; sys.path[:] = {sys.path!r}; from bot.indexing.parallel import work; work()"
        try:
            process = subprocess.Popen(  # noqa: S603 # our own code
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what fails there is done here, and fails here
            )
        except OSError:
            return None
        self._stack.callback(_end, process)
        return process

    def _send(self, do: Callable[[Task], Result], task: Task) -> Result:
        """Have a task done by a process that is idle, or do it here."""
        process = self._idle.get()
        try:
            if process is None or process.stdin is None or process.stdout is None:
                return do(task)
            pickle.dump((do, task), process.stdin)
            process.stdin.flush()
            result: Result = pickle.load(process.stdout)  # noqa: S301 # our own process
        except (OSError, EOFError, pickle.UnpicklingError):
            process = None
            return do(task)
        else:
            return result
        finally:
            self._idle.put(process)


def _end(process: Process) -> None:
    with suppress(OSError), process:  # what closes its pipe may find that it ended before
        pass


def processors() -> int:
    """Return how many processes are worth starting beside this one, which writes what they make; maybe none.

    No more than there are processors: each works out for itself what it remembers of words.
    """
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count - 1, MOST)


def work() -> None:
    """Do what comes in, until nothing does; Ctrl-C is for the process that sends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # it looks for cycles in paragraphs by the ten thousand, which have none
    tasks, results = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            do, task = pickle.load(tasks)  # noqa: S301 # from our own process
        except EOFError:
            return
        result: Any = do(task)
        pickle.dump(result, results)
        results.flush()
