"""How near a sentence is to a question in meaning, by what English words mean.

``data/vectors.npz`` holds a vector a term, of length by how telling the term is: what a text means is the direction of
its terms' sum. ``tests/fitting/make_vectors.py`` makes it; ``data/README.md`` names its source and licence.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from itertools import repeat
from math import sqrt
from operator import add
from typing import TYPE_CHECKING

import numpy as np

from bot.english.wordfile import FOLDER
from bot.text import MEMORISED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.indexing.records import Recorded

    Vectors = NDArray[np.int16]

UNIT = 8191
"""The length of a vector that tells a meaning by its direction; its numbers are whole."""
_FILE = FOLDER / "vectors.npz"


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], NDArray[np.float32]]:
    """Return the place of each term, and the vectors; at place 0 that of a term without meaning."""
    with np.load(_FILE, allow_pickle=False) as file:
        terms, vectors, scales = file["terms"], file["vectors"], file["scales"]
    places = b"\n".join(terms.tolist()).decode().split("\n")
    table = np.zeros((len(vectors) + 1, vectors.shape[1]), np.float32)
    np.multiply(vectors, scales[:, None], out=table[1:])
    return dict(zip(places, range(1, len(places) + 1), strict=True)), table


@lru_cache(maxsize=MEMORISED)
def _vector(term: str) -> NDArray[np.float32]:
    places, table = _table()
    vector: NDArray[np.float32] = table[places.get(term, 0)]
    return vector


def read(terms: Sequence[str]) -> NDArray[np.float32]:
    """Return the meaning of a question by its terms: the sum of theirs, of zeros where none is known."""
    return reduce(add, map(_vector, terms) if terms else [_vector("")])


def nearness(asked: NDArray[np.float32], passages: Sequence[Recorded]) -> list[list[float]]:
    """Return how near each sentence of each passage is to what is asked, from -1 to 1, and last its whole text."""
    new = [passage for passage in passages if passage.meaning is None]
    if new:
        _learn(new)
    meanings = [passage.meaning for passage in passages if passage.meaning is not None]
    if not meanings:
        return []
    unit = UNIT * sqrt(asked.dot(asked)) or 1.0
    # With fewer digits, paragraphs of the same text would come out as near as their places among the others make them.
    near = [each / unit for each in np.concatenate(meanings, dtype=np.float64).dot(asked).tolist()]
    found = []
    end = 0
    for passage in passages:
        start, end = end, end + len(passage.lines) + 1
        found.append(near[start:end])
    return found


def _learn(passages: Sequence[Recorded]) -> None:
    """Work out what passages mean; what can be done for all at once is, for most of the time is that of each call."""
    places, table = _table()
    sums = np.empty((sum([len(passage.lines) + 1 for passage in passages]), table.shape[1]), np.float32)
    total = np.add.reduce
    end = 0
    for passage in passages:
        known = np.fromiter(map(places.get, passage.ordered, repeat(0)), np.intp, passage.length)
        vectors = table.take(known, 0)
        start, first = end, 0
        for length in passage.lengths:
            total(vectors[first : first + length], 0, None, sums[end])
            first, end = first + length, end + 1
        total(sums[start:end], 0, None, sums[end])
        end += 1
    meanings = _straight(sums)
    end = 0
    for passage in passages:
        start, end = end, end + len(passage.lines) + 1
        passage.meaning = meanings[start:end].copy()  # a view would keep all of them


def _straight(sums: NDArray[np.float32]) -> Vectors:
    """Return vectors brought to length ``UNIT``, those of length 0 as they are; what is given is written over."""
    lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))
    lengths[lengths == 0] = 1
    sums *= (UNIT / lengths)[:, None]
    straight: Vectors = np.rint(sums, out=sums).astype(np.int16)
    return straight
