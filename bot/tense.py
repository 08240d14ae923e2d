"""The time of an event: what happened is told in the past, and what is to come by words for that."""

from __future__ import annotations

import re
from typing import Literal

from bot.english.lexicon import IRREGULAR

Tense = Literal["past", "future"]

ASKED = re.compile(
    r"\b(?P<past>did|was|were|had)\b|\b(?:will|going\s+to|planned|upcoming|next|coming\s+up|to\s+come(?=\W*$))\b",
    re.IGNORECASE,
)
"""How a question says when the event is that it asks about."""
_PASTS = "|".join(sorted(form for form, verb in IRREGULAR.items() if form != verb))
_TOLD: dict[Tense, re.Pattern[str]] = {
    "past": re.compile(rf"\b(?:was|were|had|did|ha(?:s|ve)(?!\s+to\b)|been|\w+ed|{_PASTS})\b", re.IGNORECASE),
    "future": re.compile(
        r"\b(?:will|shall|going to|to be|by|from|until|soon|due|set to|tomorrow|next|can|may|must|would|could|might"
        r"|should|(?:plan|expect|aim|intend|hop|schedul)\w*)\b",
        re.IGNORECASE,
    ),
}
"""What may tell of an event at such a time: more than does is no harm."""


def asked(text: str) -> Tense | None:
    """Return when the event is that a question asks about, None where it does not say."""
    found = ASKED.search(text)
    if found is None:
        return None
    return "past" if found["past"] else "future"


def told(text: str) -> frozenset[Tense]:
    """Return when the events may be that a sentence tells of."""
    return frozenset(tense for tense, form in _TOLD.items() if form.search(text))
