"""What readers were told or say themselves, and whether it is so: "I heard that prices rose", "is that true?"."""

from __future__ import annotations

import re

from bot.dialogue.clause import parse
from bot.english.wordclass import AUX, DETERMINERS, PRONOUNS, WH, base, past

_TELLS = (
    r"(?:.{0,60},\s+)?(?:(?:my|our|an?|some|the)\s+\w+|somebody|someone|people|they|I(?:\s+have)?)\s+"
    r"(?:(?:told|tells?)\s+(?:me|us)|says?|said|claims?|claimed|thinks?|believes?|insists?|heard|read)\s+(?:somewhere\s+)?"
    r"(?:that\s+)?(?P<told>[^?.!]{8,}?)"
)
_TOLD = re.compile(
    rf"{_TELLS}[,.?!]\s+(?:is|was)\s+(?:that|this|it)\s+(?:really\s+)?(?:true|right|correct|so|the\s+case)\W*",
    re.IGNORECASE,
)
_SO = ("true", "right", "correct", "so", "case")
_HEARD = re.compile(rf"{_TELLS}[.!\s]*", re.IGNORECASE)
_IS_SO = re.compile(
    r"(?:(?:so|and|but)\s+)?(?:(?:is|was)\s+(?:that|this|it)(?:\s+(?:really|actually))?"
    r"(?:\s+(?:true|right|correct|so|the\s+case|a\s+fact))?|(?:can|could)\s+(?:that|this|it)\s+be(?:\s+true)?"
    r"|(?:are|were)\s+they|really|true|correct|right)\W*",
    re.IGNORECASE,
)
_BEGINS = PRONOUNS | frozenset(
    "this these those name list tell give show explain describe say find state mention".split()
)
"""What begins no statement on somebody or something else that is named."""
_TRUE = re.compile(r"^(?:is|was) it (?:really )?(?:true|right|correct|so) that (?=\S)", re.IGNORECASE)
_FIRST = 6
"""Words among which a statement has its verb."""


def checked(text: str) -> str:
    """Return what readers were told and ask to have checked: "my son told me that prices rose, is that true?"."""
    found = _TOLD.fullmatch(text) if text.rstrip(" ?!.").endswith(_SO) else None
    return f"{found['told']}?" if found else text


def heard(text: str) -> str:
    """Return what a message tells that asks nothing: "prices rose" of "I heard that prices rose"; "" of others."""
    if found := _HEARD.fullmatch(text):
        told: str = found["told"]
        return told if parse(told).form == "other" else ""
    return "" if "?" in text or not _verb(text) else text.strip(" .!")


def asks_if_so(question: str) -> bool:
    """Tell whether a question asks no more than whether what was told before is so: "is that true?"."""
    return _IS_SO.fullmatch(question) is not None


def as_question(text: str) -> str:
    """Return "are pumps noisy?" of "I heard that pumps are noisy", another text as it is."""
    told = heard(text)
    stated = told or text.rstrip(" ?!.")
    stated = _TRUE.sub("", stated)
    at = _verb(stated)
    if not at:
        return _did(stated) or (f"{told}?" if told else text)
    words = parse(stated).words
    first = words[0].lower if words[0].lower in DETERMINERS else words[0].text
    rest = f"{first}{stated[words[0].end : words[at].start]}{stated[words[at].end :].lstrip()}"
    return f"{words[at].lower} {rest.rstrip()}?"


def _did(stated: str) -> str:
    """Return "did Ann retire?" of "Ann retired", "" of what tells nothing that was done."""
    clause = parse(stated)
    first = clause.phrases[0] if clause.form == "other" and clause.phrases else None
    if first is None or first.start or "?" in stated:
        return ""
    verb = next((word for word in clause.words if word.start == first.end + 1), None)
    bare = base(verb.lower) if verb else None
    if verb is None or bare is None or past(bare) != verb.lower:
        return ""
    who = first.text[0].lower() + first.text[1:] if first.determined else first.text
    return f"did {who} {bare}{stated[verb.end :]}?"


def _verb(text: str) -> int:
    """Return where the auxiliary of a statement is, 0 where a text is no statement on somebody or something else."""
    words = [word.lower for word in parse(text).words]
    at = next((place for place, word in enumerate(words[:_FIRST]) if word in AUX), 0)
    asks = not WH.isdisjoint(words) or "that" in words[:at] or words[:1] == [] or words[0] in _BEGINS
    return 0 if asks or at + 1 >= len(words) or "," in text else at
