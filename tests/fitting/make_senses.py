"""Make ``bot/english/data/senses.txt``: which parts of speech a word of English is, and what thing a noun names.

Run ``python tests/fitting/make_senses.py WORDNET``, the folder of WordNet 3.0's files (Debian's wordnet-base).
How often each sense was met comes from WordNet's own counts; what makes up less than a tenth of a word is left out.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "bot" / "english" / "data"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
KINDS = {"18": "P", "14": "G", "15": "L", "28": "T", "05": "B"}
"""Lexicographers' files: persons, groups, places, times, beasts."""
LEAST = 0.1
SHORTEST = 3
UNSEEN = 0.5
"""The count of a sense that was never met."""


def counts(folder: Path) -> Counter[str]:
    """Return how often each sense was met, by its word, part of speech and number."""
    met: Counter[str] = Counter()
    for line in (folder / "cntlist.rev").read_text("latin1").splitlines():
        key, sense, count = line.split()
        lemma, _, rest = key.partition("%")
        met[f"{lemma} {'nvara'[int(rest[0]) - 1]} {sense}"] += int(count)
    return met


def rows(path: Path) -> Iterator[str]:
    """Give the lines of a file of WordNet below its licence."""
    yield from (line for line in path.read_text("latin1").splitlines() if not line.startswith("  "))


def main(folder: Path) -> None:
    """Write the file."""
    met = counts(folder)
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for part, letter in PARTS.items():
        files = dict(line.split(maxsplit=2)[:2] for line in rows(folder / f"data.{part}"))
        for line in rows(folder / f"index.{part}"):
            lemma, _, senses, pointers, *rest = line.split()
            for number, offset in enumerate(rest[int(pointers) + 2 :][: int(senses)], 1):
                count = met[f"{lemma} {letter} {number}"] or UNSEEN / number
                parts[lemma][letter] += count
                if letter == "n":
                    kinds[lemma][KINDS.get(files[offset], "")] += count
    known = {line.rstrip("+").lower() for line in (DATA / "english.txt").read_text("utf-8").split()}
    lines = []
    for lemma in sorted(parts):
        # The dictionary has no word of three letters; one of two is an element or a state before it is anything else.
        short = len(lemma) == SHORTEST and parts[lemma].total() > SHORTEST
        if not lemma.isascii() or not lemma.isalpha() or not (short or lemma in known):
            continue
        flags = [part for part, count in parts[lemma].most_common() if count >= LEAST * parts[lemma].total()]
        nouns = kinds[lemma]
        flags += [kind for kind, count in nouns.most_common() if kind and count >= LEAST * nouns.total()]
        if flags != ["n"]:  # as what is not in the file is taken for
            lines.append(f"{lemma} {''.join(flags)}")
    (DATA / "senses.txt").write_text("\n".join(lines) + "\n", "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
