"""What the processes of a server hold: memory, open files and connections, as Linux tells it in ``/proc``."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_ESTABLISHED = "01"


@dataclass(frozen=True)
class Use:
    """What some processes hold together: resident memory in kB, and open files."""

    processes: int
    memory: int
    files: int


def family(process: int) -> list[int]:
    """Return the ids of a process and of all that it started, however far down."""
    found = [process]
    for each in found:
        with suppress(OSError):  # it ended meanwhile
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def use(processes: list[int]) -> Use:
    """Return what processes hold."""
    memory = files = 0
    for process in processes:
        with suppress(OSError):
            lines = Path(f"/proc/{process}/status").read_text().splitlines()
            memory += sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
            files += sum(1 for _ in Path(f"/proc/{process}/fd").iterdir())
    return Use(len(processes), memory, files)


def clients(process: int, port: int) -> frozenset[int]:
    """Return the ports of the clients that a process holds connections of."""
    sockets = set()
    for file in Path(f"/proc/{process}/fd").iterdir():
        with suppress(OSError):
            link = str(file.readlink())
            sockets.add(link.removeprefix("socket:[").removesuffix("]"))
    found = set()
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, local, remote, state, *_, number = line.split()[:10]
        if state == _ESTABLISHED and number in sockets and int(local.rpartition(":")[2], 16) == port:
            found.add(int(remote.rpartition(":")[2], 16))
    return frozenset(found)
