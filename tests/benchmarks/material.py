"""What is measured: a corpus of any size made of real text, and questions on it."""

from __future__ import annotations

import gzip
import random
import re
from itertools import count, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.index import Index

PARAGRAPHS_A_FILE = 500
_LONG = re.compile(r"\b[a-z]{7,}\b")


def paragraphs(data: Path) -> Iterator[str]:
    """Give the paragraphs of a file (one a line) or a folder (of text files), over and over, each time changed.

    In a repetition one long word in twenty has another ending, so that the vocabulary grows as it does in real text.
    """
    for repetition in count():
        pick = random.Random(repetition)  # noqa: S311 # nothing secret

        def change(word: re.Match[str], pick: random.Random = pick) -> str:
            return word[0] + pick.choice(("ak", "ob", "il", "um", "ent", "ova")) if pick.random() < 0.05 else word[0]

        for text in _once(data):
            yield _LONG.sub(change, text) if repetition else text


def _once(data: Path) -> Iterator[str]:
    if data.is_dir():
        for file in sorted(data.rglob("*.txt")):
            yield from filter(None, (part.strip() for part in file.read_text("utf-8").split("\n\n")))
        return
    with gzip.open(data, "rt", encoding="utf-8") if data.suffix == ".gz" else data.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def write_corpus(folder: Path, data: Path, size: int) -> None:
    """Write a folder of text files with so many paragraphs together."""
    folder.mkdir(parents=True)
    texts = islice(paragraphs(data), size)
    for number in range(-(-size // PARAGRAPHS_A_FILE)):
        part = "\n\n".join(islice(texts, PARAGRAPHS_A_FILE))
        (folder / f"volume-{number:05}.txt").write_text(f"Volume {number}\n\n{part}\n", "utf-8")


def questions(index: Index, number: int) -> list[str]:
    """Return distinct questions on passages drawn by chance: some words of one sentence, in their order."""
    pick = random.Random(number)  # noqa: S311 # nothing secret
    found: dict[str, None] = {}
    while len(found) < number:
        passage = index[pick.randrange(len(index))]
        sentence = max(passage.sentences, key=lambda each: len(each.tokens))
        at = pick.randrange(max(len(sentence.tokens) - 5, 1))
        words = [sentence.word(token) for token in sentence.tokens[at : at + pick.randint(3, 6)]]
        if len(words) > 1:
            found[f"What is said of {' '.join(words)}?"] = None
    return list(found)
