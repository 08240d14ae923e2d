"""What a reader tells before or after the question: "I am 74. What is the picture called?" asks the second alone."""

from __future__ import annotations

import re

from bot.conversation import strip_courtesy
from bot.text import tokenize
from bot.wordclass import AUX, WH

_END = re.compile(r"(?<=[?!])\s+|(?<=[^\W_A-Z]{2}[.\u2026])\s+(?![a-z])|\s*\n\s*")
"""Where a sentence ends: after a mark, but not after "Mr." or within "vs. the"."""
_MIDDLE = re.compile(r"[?!.\u2026]\s|\n")
"""What is there wherever one ends before the last, found much sooner."""
_WORD = re.compile(r"[a-z]+")
_POINTS_BACK = re.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their)\b", re.IGNORECASE)
_LEAST = 2
"""Words that tell what is asked about, of which a question that says so itself has as many."""


def strip_preamble(text: str) -> str:
    """Return the one sentence that asks, of a text of several; the whole text where none does, or needs the others."""
    if not _MIDDLE.search(text):
        return text
    sentences = [sentence for sentence in _END.split(text.strip()) if sentence]
    asking = [sentence for sentence in sentences if _asks(sentence)] if len(sentences) > 1 else []
    if len(asking) != 1 or _points_back(asking[0]):
        return text
    return asking[0] if sum(not token.stop for token in tokenize(asking[0])) >= _LEAST else text


def _points_back(sentence: str) -> bool:
    """Tell whether a pronoun stands for what another sentence names: there is no name before it in its own."""
    found = _POINTS_BACK.search(sentence)
    return found is not None and not any(
        word[0].isupper() and word.lower() not in WH | AUX for word in sentence[: found.start()].split()
    )


def _asks(sentence: str) -> bool:
    if sentence.endswith("?"):
        return True
    first = _WORD.match(strip_courtesy(sentence).lower())
    return first is not None and (first[0] in WH or first[0] in AUX)
