"""The numbers of the chunks of a text, which are what stands between two spaces, looked up many at once.

A dictionary waits for memory at each look-up before it goes on to the next, in a large corpus most of the time. Of
columns the processor fetches many places together, which takes a third of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]

_LEAST, _MOST = 12, 20
"""Two to the power of it is how many chunks may be kept, at 20 bytes each: with few at first, with many at last."""
_AT_ONCE = 1 << 18
"""Characters looked up at once, more or less: what is new in them is asked for as often as it stands there."""
_LONGEST = 15
"""Bytes of such a chunk at most: with how many they are they make two numbers of 64 bits, its key."""
_SIZES = range(_LONGEST + 2)
"""The last is that of all that are longer."""
_FIRST_BITS: Keys = np.array([(1 << 8 * min(size, 8)) - 1 for size in _SIZES], np.uint64)
_OTHER_BITS: Keys = np.array([(1 << 8 * min(max(size - 8, 0), 7)) - 1 for size in _SIZES], np.uint64)
"""Of the eight bytes from its start, and of the next, the bits that are a chunk's own, by its size."""
_LAST_BYTE: Keys = np.array([(size + 1) << 56 for size in _SIZES], np.uint64)
"""What tells the size; where no chunk is kept it is 0."""
_SPREADING = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
"""Odd numbers; of a key times these the uppermost bits hang on all bits."""


class Lookup:
    """Chunks with their numbers, each kept at the place that its key leads to, unless another was there before."""

    def __init__(self) -> None:
        """Begin with none."""
        self._begin(_LEAST)

    def _begin(self, bits: int) -> None:
        self._bits, self._kept = bits, 0
        self._firsts, self._others = np.zeros(1 << bits, np.uint64), np.zeros(1 << bits, np.uint64)
        self._numbers = np.zeros(1 << bits, np.intc)

    def numbers(self, text: str, number: Callable[[str], int]) -> NDArray[np.intc]:
        """Return the number of each chunk of a text; those that are not kept are asked for, and kept."""
        found = []
        start = 0
        while start <= len(text):
            end = text.find(" ", start + _AT_ONCE)
            end = end if end >= 0 else len(text)
            found.append(self._look_up(text[start:end].encode(), number))
            start = end + 1
        return np.concatenate(found)

    def _look_up(self, data: bytes, number: Callable[[str], int]) -> NDArray[np.intc]:
        if self._kept > 1 << self._bits - 1 and self._bits < _MOST:
            self._begin(self._bits + 2)  # what was kept is asked for once more
        ends = np.append(np.flatnonzero(np.frombuffer(data, np.uint8) == ord(" ")), len(data))
        starts = np.append(0, ends[:-1] + 1)
        sizes = np.minimum(ends - starts, _LONGEST + 1)
        eights: Keys = np.ndarray(len(data) + 9, "<u8", data + bytes(16), strides=(1,))  # from each byte on
        firsts = eights[starts] & _FIRST_BITS[sizes]
        others = eights[starts + 8] & _OTHER_BITS[sizes] | _LAST_BYTE[sizes]
        spread = firsts * _SPREADING[0] ^ others * _SPREADING[1]
        places = (spread >> np.uint64(64 - self._bits)).astype(np.intp)
        found: NDArray[np.intc] = self._numbers[places]
        unknown = np.flatnonzero((self._firsts[places] != firsts) | (self._others[places] != others))
        parts = zip(starts[unknown].tolist(), ends[unknown].tolist(), strict=True)
        found[unknown] = [number(data[start:end].decode()) for start, end in parts]
        new = unknown[(self._others[places[unknown]] == 0) & (sizes[unknown] <= _LONGEST)]
        at = places[new]  # of two for one place the last is kept, in each column
        self._firsts[at], self._others[at], self._numbers[at] = firsts[new], others[new], found[new]
        self._kept += len(np.unique(at))
        return found
