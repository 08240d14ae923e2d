"""What speakers put between their words: "um", "uh", "you know". It asks nothing, and is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.wordclass import ANY_AUX, WH

if TYPE_CHECKING:
    from collections.abc import Callable

_ASKING = rf"(?:{'|'.join(sorted(WH))}|{ANY_AUX})\s+\w"
# No capital but at the start: UM and ER are names. No quotation: who asks what "um" means wants to know. "Ah" and "oh"
# count where a text begins, "like" where it can be nothing else.
_HUM = re.compile(
    r"(?:\A(?i:u+h*m+|u+h+|e+r+m*|h+m+|a+h+|o+h+|e+h+)|(?<=[\s,(])(?:u+h*m+|u+h+|e+r+m*|h+m+))(?![^\s,.!?\u2026-]|-\w)"
    r"[\s,.!\u2026-]*"
)
_SAID = re.compile(
    r"(?:\A|(?<=\band\s)|(?<=\bso\s)|(?<=\bbut\s)|(?<=\bok\s)|(?<=\bokay\s))(?:like|you know|i mean)\b,?"
    rf"\s+(?={_ASKING})"
    r"|,\s*(?:like|you know|i mean)(?=,)"
    r"|,\s*(?:like|you know)(?=\s*[?!.]*\Z)",
    re.IGNORECASE,
)
_SOUNDS = "um umm ummm uhm uhmm uh uhh uhhh er err erm ermm hm hmm hmmm ah ahh oh ohh eh ehh like know mean".split()
_SIGNS = frozenset(sound + mark for sound in _SOUNDS for mark in ("", ",", ".", "..", "...", "\u2026", "!", "?", " -"))
"""Of the words of a text there is one wherever anything is left out, which is found much sooner."""


def quiet(text: str, means: Callable[[str], object]) -> str:
    """Return a question without what is no word of it; ``means`` tells which sounds the articles have as words."""
    if _SIGNS.isdisjoint(text.lower().split()):
        return text
    heard = _HUM.sub(lambda hum: hum[0] if means(hum[0].strip(" ,.!\u2026-").lower()) else "", text)
    heard = _SAID.sub("", heard).strip()
    return heard if any(map(str.isalnum, heard)) else text
