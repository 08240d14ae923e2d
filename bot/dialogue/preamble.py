"""What a reader tells before or after the question: "I am 74. What is the picture called?" asks the second alone."""

from __future__ import annotations

import re

from bot.dialogue.conversation import CHAT, intent, strip_courtesy
from bot.english.sentences import is_abbreviation
from bot.english.wordclass import AUX, WH
from bot.query import PERSONAL
from bot.text import telling

_END = re.compile(r"(?<=[?!])\s+|(?<=[^\W_A-Z]{2}[.\u2026])\s+(?![a-z])|\s*\n\s*")
"""Where a sentence ends: after a mark, but not after "Mr." or within "vs. the"."""
_STOP = re.compile(r"(?<=[a-z]{2}\.)\s+")
"""Where one may end as well for who writes no capitals."""
_MIDDLE = re.compile(r"[?!.\u2026]\s|\n")
"""What is there wherever one ends before the last, found much sooner."""
_ASIDE = re.compile(
    r"(?:(?:I|we|my|our|as an?)\b[^,?!.]{3,150}|(?:I|we)['\u2019]\w+\b[^,?!.]{3,150}?)[,:]\s+(?:(?:so|and|but)\s+)?"
    rf"(?=(?:{'|'.join(sorted(WH | AUX))})\b)",
    re.IGNORECASE,
)
"""What readers say of themselves before they ask: "I do business in Lyon, what ..."."""
_AFTER = re.compile(
    r",\s+(?:(?:and|as|because|since)\s+)?(?:I|we)(?:['\u2019](?:m|re|ve)|m|\s+(?:am|are|forgot|have|know|live|need|work))\b"
    r"[^,?!.]{0,80}\W*\Z",
    re.IGNORECASE,
)
"""The same, after they asked: "what is a pump, I am 14"."""
_HEADED = re.compile(
    r"\A\W*(?:(?:for\s+|about\s+)?(?:my|our|an?|one|another|the\s+next|last|final|quick|short|simple|serious|honest|silly)"
    r"\s+[\w'\u2019 -]{2,30}?|question|fact[ -]?check|homework|just\s+(?:curious|checking|asking|wondering))\s*:\s+"
    rf"(?=(?:{'|'.join(sorted(WH | AUX))})\b)",
    re.IGNORECASE,
)
"""What they put over it: "for my homework: who ..."."""
_WISH = re.compile(
    r"\b(?:(?:(?:I|we|(?:my|our)\s+\w+)\s+(?:\w+\s+)?(?:wants?|needs?|wish|would\s+like|should\s+like)\s+to"
    r"|(?:I|we)['\u2019]d\s+like\s+to)\s+(?:know|learn|find\s+out|understand)\s+"
    rf"|(?:my|our)\s+\w+\s+(?:asks?|asked|wonders?)\s+(?:me\s+|us\s+)?)(?=(?:{'|'.join(sorted(WH))})\b)",
    re.IGNORECASE,
)
"""What leads to a question within a sentence: "as a driver I want to know when ...", "my pupils ask what ..."."""
_WISHED = frozenset("know learn out understand ask asks asked wonder wonders".split())
"""Words one of which such a lead has, which is told much sooner."""
_SOURCE = re.compile(r"\W*what\s+(?:does|do|did)\s+(?:the|this)\s+\w+\s+(?:say|tell|write|mention)\W*\Z", re.IGNORECASE)
"""What asks nothing of its own: "What does the article say?"."""
_WORD = re.compile(r"[a-z]+")
_ALONE = "he|she|it|him|her|his|its"
_POINTS_BACK = re.compile(rf"\b(?:{_ALONE}|they|them|their)\b", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:{_ALONE})\b", re.IGNORECASE)
"""What may stand for something that readers name as they tell of themselves; "they" are mostly those of the article."""
_OF_THEIRS = r"\b(?:my|our)\s+(?:own\s+)?(?:home\s+)?(?:country|city|town|village|region|nation|state)\b"
_MINE = re.compile(_OF_THEIRS, re.IGNORECASE)
_CALLED = re.compile(r",\s+[A-Z]")
"""What stands behind "my country" where its name follows."""
_OWN = re.compile(rf"\bfor\s+(?:me|us)\b|{_OF_THEIRS}", re.IGNORECASE)
"""What is the readers', of whom another sentence tells."""
_FROM = re.compile(
    r"(?:\b(?i:I|we)(?:['\u2019]?m|['\u2019]re|\s+(?i:am|are|come|live|work|study))|\b(?i:as))\s+(?:[\w-]+\s+){0,4}?(?i:from|in)\s+"
    r"(?P<place>(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,2})"
)
_LEAST = 2
"""Words that tell what is asked about, of which a question that says so itself has as many."""


def strip_preamble(text: str) -> str:
    """Return the one sentence that asks, of a text of several; the whole text where none does, or needs the others."""
    if after := _AFTER.search(text):
        text = text[: after.start()]
    if ":" in text and (headed := _HEADED.match(text)) and not _leans(text, headed.end()):
        text = text[headed.end() :]
    wishes = not _WISHED.isdisjoint(text.lower().split())
    lead = _ASIDE.match(text) or (_WISH.search(text) if wishes else None)
    if lead and not _END.search(text, 0, lead.end()) and not _leans(text, lead.end()):
        return strip_preamble(text[lead.end() :])
    if not _MIDDLE.search(text):
        return text
    found = sentences(text.strip())
    asking = [sentence for sentence in found if asks(sentence)] if len(found) > 1 else []
    if len(asking) > 1:  # "Can you help me? Have you read it?" asks the bot, not the article
        asking = [sentence for sentence in asking if not PERSONAL.match(sentence) and intent(sentence) not in CHAT]
    return strip_preamble(asking[0]) if len(asking) == 1 and _stands_alone(asking[0]) else text


def of_the_reader(text: str) -> str:
    """Return a question with the place of which readers say that it is theirs: "I am from Vietnam. ... my country?"."""
    place = _MINE.search(text) if "my " in text or "our " in text else None
    found = _FROM.search(text, 0, place.start()) if place else None
    if not (place and found):
        return text
    before, after = text[: place.start()], text[place.end() :]
    if _CALLED.match(after):  # "my country, Malaysia"
        return before + after.lstrip(", ")
    return f"{before}{found['place']}{after}"


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of a message."""
    found = [sentence for sentence in _END.split(text) if sentence]
    if not text.islower():
        return found
    parted: list[str] = []
    for sentence in found:
        start = 0
        for stop in _STOP.finditer(sentence):
            if not is_abbreviation(sentence, stop.start() - 1):
                parted.append(sentence[start : stop.start()])
                start = stop.end()
        parted.append(sentence[start:])
    return parted


def _stands_alone(sentence: str) -> bool:
    """Tell whether a question says itself what it is about."""
    if _points_back(sentence) or _OWN.search(sentence):
        return False
    return len(telling(sentence)) >= _LEAST or any(map(_is_name, sentence.split()[1:]))


def _leans(text: str, start: int) -> bool:
    """Tell whether a text needs from a place on what is before it."""
    return _ONE.search(text, start) is not None or _OWN.search(text, start) is not None


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in WH | AUX


def _points_back(sentence: str) -> bool:
    """Tell whether a pronoun stands for what another sentence names: there is no name before it in its own."""
    found = _POINTS_BACK.search(sentence)
    return found is not None and not any(
        word[0].isupper() and word.lower() not in WH | AUX for word in sentence[: found.start()].split()
    )


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks something of its own."""
    if sentence.endswith("?"):
        return not _SOURCE.match(sentence)
    first = _WORD.match(strip_courtesy(sentence).lower())
    return first is not None and (first[0] in WH or first[0] in AUX)
