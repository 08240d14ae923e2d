"""A vocabulary counted anew where few of its words have changed: the rest of it is copied as it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.indexing.vocabulary import Vocabulary, slots

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bot.indexing.columns import Columns, Sink


def update(sink: Sink, columns: Columns, name: str, changes: Mapping[str, int]) -> tuple[Vocabulary, NDArray[np.int64]]:
    """Write the columns of a vocabulary, given those it had and by how much the counts of words have changed.

    Return it, and which place each of its words had before, -1 for one that is new.
    """
    before = Vocabulary(columns, name)
    starts = np.frombuffer(columns[f"{name}.starts"], np.int64)
    counts = np.array(np.frombuffer(columns[f"{name}.counts"], np.int64))
    new: list[tuple[int, bytes]] = []
    for word in sorted(changes):
        place = before.place(word)
        if place is None:
            new.append((before.first(word), f"{word}\n".encode()))
        else:
            counts[place] += changes[word]
    gone = np.flatnonzero(counts == 0).tolist()
    at = np.array([place for place, _ in new], np.int64)
    order = np.delete(np.insert(np.arange(len(counts)), at, -1), _shifted(gone, at))
    sizes = np.append(np.diff(starts), 0)[order]
    sizes[order < 0] = [len(word) for _, word in new]
    found = np.append(counts, 0)[order]
    found[order < 0] = [changes[word.decode()[:-1]] for _, word in new]
    words = _splice(columns[f"{name}.words"], starts, new, gone)
    written = {
        f"{name}.words": words,
        f"{name}.starts": np.append(0, np.cumsum(sizes)).tobytes(),
        f"{name}.counts": found.tobytes(),
        f"{name}.slots": slots(words),
    }
    for column, data in written.items():
        sink.put(column, data)
    return Vocabulary({column: memoryview(data) for column, data in written.items()}, name), order


def _shifted(gone: list[int], at: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where words stand when others have been put in before the words at some places."""
    return np.array(gone, np.int64) + np.searchsorted(at, gone, side="right")


def _splice(words: memoryview, starts: NDArray[np.int64], new: list[tuple[int, bytes]], gone: list[int]) -> bytes:
    """Return words with new ones, each before the word at a place, and without those at other places."""
    cuts = [(place, True, b"") for place in gone] + [(place, False, word) for place, word in new]
    pieces: list[bytes | memoryview] = []
    at = 0
    for place, goes, word in sorted(cuts):
        pieces += (words[starts[at] : starts[place]], word)
        at = place + goes
    return b"".join([*pieces, words[starts[at] :]])
