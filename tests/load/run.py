"""Puts a server under load and prints what was lost, and what the server's processes took more and more of.

    python tests/load/run.py [--minutes 60] [--corpus PATH]

Good clients ask beside slow, half-open, oversized, broken and aborting ones. Meanwhile articles are added, broken and
removed, and processes are killed. It ends with 1 where a floor is broken: a request was lost that was not in the hands
of a killed process, a process was not replaced, a change not served, resident memory grew by 5 % or more after the
first minute, or the number of open files grew at all.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from processes import Use, clients, family, use
from serving import Server, serving
from traffic import Traffic

from bot.corpus import shipped

MINUTE = 60
GOOD, BAD = 4, 5
PAUSE = 0.05
"""Seconds between two requests of a good client: the machine may have other work."""
CHANGE_EVERY, KILL_EVERY, FIRST_KILL = 20, 120, 30
PATIENCE = 30
MOST_GROWTH = 0.05


class Load:
    """A server under load, its corpus and its processes interfered with, and a tally of it all."""

    def __init__(self, server: Server, corpus: Path) -> None:
        """Take a server that has just started."""
        self.outcomes: Counter[str] = Counter()
        self.changes = self.served = self.kills = self.replaced = 0
        self._server = server
        self._oldest = server.workers()[0]
        self._file = corpus / "moon.txt"
        self._title = ""
        # A process that starts opens what its parent read and what has changed since. Let that always be something,
        # or the open files of a new process would hang on what was changed last.
        (corpus / "sun.txt").write_text("The sun\n\nThe sun is nearer to all of us than any other star.\n")

    def run(self, seconds: int) -> list[Use]:
        """Load the server for some seconds; return what its processes held in each."""
        traffic = Traffic(self._server.port, PAUSE, self.outcomes)
        traffic.good(GOOD // 2)
        traffic.good(GOOD // 2, keep_alive=False)
        traffic.bad(BAD)
        samples = []
        begin = time.monotonic()
        for second in range(1, seconds + 1):
            time.sleep(max(0.0, begin + second - time.monotonic()))
            samples.append(use(family(self._server.process.pid)))
            if second % CHANGE_EVERY == 0:
                self._change()
            if second % KILL_EVERY == FIRST_KILL:
                self._kill(traffic)
            if second % MINUTE == 0:
                sys.stderr.write(f"{samples[-1].memory / 1024:.1f} MB, {dict(self.outcomes)}\n")
        traffic.stop()
        return samples

    def rest(self) -> Use:
        """Return what the processes hold once their clients are gone: no file is open then that is not kept open."""
        held = [use(family(self._server.process.pid))]
        until = time.monotonic() + PATIENCE
        while len({each.files for each in held[-5:]}) > 1 or len(held) <= PATIENCE // 2:
            if time.monotonic() > until:
                break
            time.sleep(1)
            held.append(use(family(self._server.process.pid)))
        return held[-1]

    def _change(self) -> None:
        """Add an article, break it, or remove it, after a look whether the change before was served."""
        if self.changes:
            self.served += self._titles() == ({self._title} if self._title else set())
        turn = self.changes % 3
        if turn == 0:
            self._title = f"Moon {self.changes}"
            self._file.write_text(f"{self._title}\n\nThe moon is far away from all of us, and round as a cheese.\n")
        elif turn == 1:
            self._file.write_bytes(b"\xff\xfe\x00 broken")  # its last good version stays
        else:
            self._file.unlink()
            self._title = ""
        self.changes += 1

    def _titles(self) -> set[str]:
        articles = self._server.get("/api/articles")["articles"]
        return {article["title"] for article in articles if article["title"].startswith("Moon ")}

    def _kill(self, traffic: Traffic) -> None:
        """Kill a process and wait for another; the oldest is left alone, or a leak would have no time to show."""
        victim = next(worker for worker in self._server.workers() if worker != self._oldest)
        before = set(self._server.workers())
        os.kill(victim, signal.SIGSTOP)  # or it might take in another client after the count
        traffic.doomed = clients(victim, self._server.port)
        os.kill(victim, signal.SIGKILL)
        self.kills += 1
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            time.sleep(1)
            now = set(self._server.workers()) - {victim}
            if len(now) == len(before):
                self.replaced += 1
                break
        traffic.doomed = frozenset()


def main() -> int:
    """Load a server and print the table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--corpus", type=Path, default=shipped())
    arguments = parser.parse_args()
    if arguments.minutes < 3:  # a minute to warm up, and two to compare
        parser.error("--minutes must be 3 or more")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = folder / "corpus"
        if arguments.corpus.is_dir():
            shutil.copytree(arguments.corpus, corpus)
        else:
            corpus.mkdir()
            shutil.copy(arguments.corpus, corpus)
        with serving(folder, "--corpus", str(corpus), cache=str(folder / "cache")) as server:
            load = Load(server, corpus)
            load.run(MINUTE)
            first_rest = load.rest()
            samples = load.run((arguments.minutes - 1) * MINUTE)
            last_rest = load.rest()
    return report(load, samples, first_rest, last_rest)


def report(load: Load, samples: list[Use], first_rest: Use, last_rest: Use) -> int:
    """Print the table; return 1 where a floor is broken."""
    first, last = (max(each.memory for each in part) / 1024 for part in (samples[:MINUTE], samples[-MINUTE:]))
    growth = last / first - 1
    opened = last_rest.files - first_rest.files
    cut_off = load.outcomes["cut off"]
    lost = load.outcomes.total() - load.outcomes["answered"] - cut_off
    lines = [
        f"{'requests':<28}{load.outcomes.total():>12,}",
        f"{'lost':<28}{lost:>12,}",
        f"{'cut off in killed processes':<28}{cut_off:>12,}",
        f"{'processes killed, replaced':<28}{load.kills:>12,}{load.replaced:>12,}",
        f"{'changes to the files, served':<28}{load.changes - 1:>12,}{load.served:>12,}",
        "",
        f"{'':<28}{'at first':>12}{'at the end':>12}{'growth':>12}",
        f"{'resident memory, MB':<28}{first:>12.1f}{last:>12.1f}{growth:>12.1%}",
        f"{'open files':<28}{first_rest.files:>12,}{last_rest.files:>12,}{opened:>12,}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    for outcome, count in load.outcomes.items():
        if outcome not in {"answered", "cut off"}:
            sys.stdout.write(f"{outcome}: {count:,}\n")
    whole = load.kills == load.replaced and load.changes - 1 == load.served
    return 0 if whole and not lost and growth < MOST_GROWTH and opened <= 0 else 1


if __name__ == "__main__":
    sys.exit(main())
