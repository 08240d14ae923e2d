"""The sentences of many paragraphs at once, told by their chunks, which are what stands between two spaces.

Whether a sentence ends between two chunks mostly hangs on nothing but how the one ends and how the other begins. So
each chunk is looked at once, however often it stands there; `sentences.bounds` decides the rest, and gives the same.
"""

from __future__ import annotations

import re
from array import array
from itertools import chain, repeat
from string import ascii_uppercase
from typing import TYPE_CHECKING

import numpy as np

from bot.english.sentences import (
    BEHIND,
    BULLETS,
    CLOSING,
    ENDED,
    NAME,
    NO_START,
    SHORTENED,
    START,
    STARTER,
    bounds,
    is_abbreviation,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.intc]
    Places = NDArray[np.intp]
    Sentences = tuple[Numbers, Numbers]

# How a chunk ends.
_PLAIN, _CLEAR, _UNCLEAR, _SHORT, _INITIAL, _ODD = range(6)
_STOPPED = re.compile(rf"[^\s.?!]*+(?:[.?!](?!{BEHIND}|\s|\Z)[^\s.?!]*+)*+(?:([.?!]){CLOSING}*)?\Z")
_ENDED = re.compile(rf"[.?!]{ENDED}{CLOSING}?\Z")
_INITIALS = frozenset(f"{letter}." for letter in ascii_uppercase)

# How one begins, by the group of the pattern that found it; at the end of a text there is none.
_OTHER, _NAME, _STARTER, _NAMED, _CAPITAL, _BULLET, _MARK, _SMALL, _NONE = range(9)
_UNKNOWN = -1
_BEGUN = re.compile(
    rf"((?!{STARTER}){NAME}\Z)|({NAME}\Z)|((?!{STARTER}|{NO_START}){NAME}[.?!]\Z)"
    rf"|((?!{NO_START}){START})|([{BULLETS}]\Z)|([\[(_0-9])"
)

_NO, _YES, _MAYBE = range(3)
_RULES = np.full((6, 9), _MAYBE, np.int8)
"""Whether a sentence ends behind a chunk that ends like this before one that begins like that."""
_RULES[_CLEAR:_ODD, [_SMALL, _NONE]] = _NO
_RULES[_CLEAR, [_NAME, _STARTER, _NAMED, _CAPITAL, _MARK]] = _YES
_RULES[_SHORT, [_NAME, _NAMED]] = _NO
_RULES[_INITIAL, [_NAME, _STARTER]] = _NO


class Endings:
    """How chunks end and begin, by their numbers."""

    def __init__(self, chunks: list[str]) -> None:
        """Take the list of the chunks by their numbers, which goes on to grow."""
        self._chunks = chunks
        self._ends = array("b")
        self._begins = array("b")
        """`_UNKNOWN` until it is asked, for most chunks never stand where a sentence might begin."""

    def learn(self) -> None:
        """Look at the chunks that have come since."""
        new = self._chunks[len(self._ends) :]
        self._ends.extend(map(_ending, new))
        self._begins.extend(repeat(_UNKNOWN, len(new)))

    def _beginnings(self, chunks: Numbers) -> NDArray[np.int8]:
        """Return how chunks begin, by their numbers."""
        begins = np.frombuffer(self._begins, np.int8)
        unknown = np.unique(chunks[begins[chunks] == _UNKNOWN])
        begins[unknown] = [_beginning(self._chunks[chunk]) for chunk in unknown.tolist()]
        return begins[chunks]

    def sentences(
        self, text: str, chunks: Numbers, starts: Numbers, firsts: NDArray[np.intp]
    ) -> tuple[Numbers, Numbers]:
        """Return where sentences begin and end in a text made of several, with a space between one and the next.

        ``chunks`` are the numbers of its chunks, ``starts`` say where each begins, and last where another would;
        ``firsts`` say which of them is the first of each of the texts.
        """
        ends = np.array(self._ends, np.int8)[chunks]
        last = np.zeros(len(chunks) + 1, bool)
        last[firsts[1:] - 1] = last[-2:] = True
        lists = (self._beginnings(chunks[firsts]) == _BULLET) & ~last[firsts]
        at = np.flatnonzero(ends)
        after = self._beginnings(np.append(chunks, chunks[-1:])[at + 1])  # behind the last the text ends, see below
        # At the end of a text, where no space is behind it, `bounds` takes no word for a name.
        after[last[at + 1] & (after == _NAME)] = _NAMED
        after[last[at + 1] & (after == _STARTER)] = _CAPITAL
        after[last[at]] = _NONE
        rules = _RULES[ends[at], after]
        rules[lists[np.searchsorted(firsts, at, side="right") - 1]] = _MAYBE
        last[at[rules == _YES]] = True
        lasts = np.flatnonzero(last[:-1])
        first = starts[np.append(0, lasts[:-1] + 1)]
        end = starts[lasts + 1] - 1
        unsure = np.unique(np.searchsorted(lasts, np.append(at[rules == _MAYBE], firsts[lists])))
        return _replaced(first, end, unsure, text)


def _replaced(first: Numbers, end: Numbers, unsure: Places, text: str) -> Sentences:
    """Return what seem to be sentences, in place of those that are not sure to be one what `bounds` finds in them."""
    places = zip(first[unsure].tolist(), end[unsure].tolist(), strict=True)
    found = [[(at + start, at + until) for start, until in bounds(text[at:stop])] for at, stop in places]
    counts = np.ones(len(first), np.intp)
    counts[unsure] = list(map(len, found))
    new = np.zeros(len(first), bool)
    new[unsure] = True
    new = np.repeat(new, counts)
    first, end = np.repeat(first, counts), np.repeat(end, counts)
    first[new], end[new] = np.array(list(chain.from_iterable(found)), np.intc).reshape(-1, 2).T
    return first, end


def _ending(chunk: str) -> int:
    """Tell how a chunk ends."""
    if "." not in chunk and "?" not in chunk and "!" not in chunk:
        return _PLAIN
    found = _STOPPED.match(chunk)
    if found is None:
        return _ODD
    if found[1] is None:
        return _PLAIN
    if chunk in _INITIALS:
        return _INITIAL
    if chunk[-1] == "." and chunk[:-1].lower() in SHORTENED:
        return _SHORT
    at = found.start(1)
    clear = _ENDED.match(chunk, at) and not (found[1] == "." and is_abbreviation(chunk, at))
    return _CLEAR if clear else _UNCLEAR


def _beginning(chunk: str) -> int:
    """Tell how a chunk begins."""
    if "a" <= chunk < "{":  # most do, with one of the letters to "z"
        return _SMALL
    found = _BEGUN.match(chunk)
    return found.lastindex or _OTHER if found else _OTHER
