"""Several questions in one message: each is asked in turn, and their replies are made one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.dialogue.conversation import CHAT, intent, strip_courtesy
from bot.dialogue.preamble import asks, sentences
from bot.english.wordclass import ANY_AUX, AUX, POSSESSIVES, PREPOSITIONS, PRONOUNS, WH
from bot.models import Reply, Span
from bot.query import PERSONAL
from bot.text import RECENT, telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.models import Passage, Question

MOST = 8
"""Questions of one message that are answered one by one: each takes as long as one that is asked alone."""
_LEAST = 2
"""Words that tell what is asked about, of which one that "and" joins on has as many, or a name."""
_SHORTEST = 3

_ENDS = ("?", "!", ".")
_WH = "|".join(sorted(WH))
_AND = re.compile(
    rf"\s*,?\s+(?:and|plus|&)\s+(?:also\s+)?(?=(?:{_WH})\b|(?:by|for|since|until)\s+(?:how|whom|when)\b"
    rf"|(?:{ANY_AUX})\s+(?:he|she|it|they|there)\b)"
    # "who" and "which" after a comma mostly go on from the word before it: "the plan, which was adopted".
    rf"|\s*,\s+(?=(?:who\s+d(?:id|o|oes)|(?:when|where|what|why|how)(?:\s+\w+)?\s+(?:{ANY_AUX}))\b)",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"(?P<first>.*\b(?P<where>in|for|at|to|from|with)\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,2}),?\s+and\s+"
    r"(?P<second>(?P=where)\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,2})\s*\??\s*\Z"
)
"""What is asked of two places by their names, each with a preposition: "in Lyon and in Malta?"."""
_SIGNS = ("? ", ". ", "! ", "\n", ") ", " and ", " plus ", " & ")
"""One of them is there wherever there are several."""
_JOINING = (",", " and ", " plus ", " & ")
"""One of them is there wherever two are joined in one."""
_NUMBERED = re.compile(r"(?:\A|(?<=\s))\(?(?:[Qq](?:uestion)?\s*)?(?P<number>[1-9]|[a-i])[.):]\s+(?=\S)")
_COUNTED = re.compile(
    r"\s*(?:[-*\u2022\u2013]\s+|(?:first|second|third|fourth|last|final|next)(?:ly)?(?:\s+of\s+all)?,\s+)",
    re.IGNORECASE,
)
"""What stands before a question only to tell it from the others."""
_TELL = re.compile(rf"(?:tell|explain|describe|show|say)\s+(?:(?:me|us)\s+)?(?:about|{_WH})\s+\S", re.IGNORECASE)
"""How a sentence begins that asks, but for a mark: no "give me the reasons", which may be those for what was asked."""
_GOES_ON = re.compile(
    rf"(?:(?:and|or|but|also|then)\b[\s,]*)*(?:(?:{'|'.join(sorted(PREPOSITIONS | {'of'}))})\s+(?=(?:{_WH})\b))?",
    re.IGNORECASE,
)
"""What may stand before a question word."""
_ADDED = re.compile(r"(?:and|but|also)\b", re.IGNORECASE)
"""Not "or": "Is it in May? Or in June?" asks once."""
_BARE = re.compile(
    rf"(?:(?:{'|'.join(sorted(PREPOSITIONS))})\s+)?(?:when|where|why|whom|how(?:\s+(?:long|much|many|often))?)\W*",
    re.IGNORECASE,
)
_CHECKED = re.compile(
    r"(?:(?:is|was|are|isn['\u2019]?t)\s+(?:that|this|it|they)(?:\s+(?:really|so|true|right|correct|wrong|not))*"
    r"|right|really|correct|yes|no|true|or\s+not)\W*\Z",
    re.IGNORECASE,
)
"""What asks only whether the sentence before is so."""
_JOINT = re.compile(
    r"\b(?:between|both|whether|either|depends?|compare)\b|\A(?:what|how)\s+(?:about|of)\b", re.IGNORECASE
)
_POINTING = (PRONOUNS | frozenset("this that these those one ones so".split())) - POSSESSIVES
_LEANING = PRONOUNS | POSSESSIVES
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=RECENT)
def parts(text: str) -> tuple[str, ...]:
    """Return the questions of a message, each with what is told before it; the message itself where it is one."""
    if not any(sign in text for sign in _SIGNS):
        return (text,)
    found = [clause for asked in _asked(text) for clause in _clauses(asked)]
    return tuple(found) if 1 < len(found) <= MOST else (text,)


@lru_cache(maxsize=RECENT)
def joined(text: str) -> tuple[str, ...]:
    """Return the questions that "and" joins in one and that lean on the first: "who is Bob, and how old is he?".

    A bare question word leans too, "and when?". There are none where the first asks nothing.
    """
    lower = text.lower()
    if not any(sign in lower for sign in _JOINING):
        return ()
    clauses = [clause.strip(" ,") for clause in _AND.split(strip_courtesy(text))]
    if not 1 < len(clauses) <= MOST or _JOINT.search(text):
        return ()
    first, *others = ([word.lower() for word in _WORD.findall(clause)] for clause in clauses)
    asks_first = len(first) >= _SHORTEST and (first[0] in WH or first[0] in AUX) and first[-1] not in WH
    return tuple(clauses) if asks_first and all(map(_leans, clauses[1:], others)) else ()


def _leans(clause: str, words: Sequence[str]) -> bool:
    """Tell whether a clause asks something of what another has named."""
    return _BARE.fullmatch(clause) is not None or (len(words) >= _SHORTEST and not _LEANING.isdisjoint(words))


def join(question: Question, standalone: Sequence[str], replies: Sequence[Reply]) -> Reply:
    """Return the replies to the questions of a message as one, each with what was asked where that has no answer."""
    told = [reply for reply in replies if reply.status == "answered"]
    said = [reply for reply in replies if reply.status != "unanswered"]
    shown = said or replies
    understood = " ".join(_ended(reply.standalone_question) for reply in shown)
    if len(shown) == len(standalone) and all(
        r.standalone_question == s for r, s in zip(shown, standalone, strict=True)
    ):
        understood = question.text
    said_of = dict.fromkeys(
        reply.reply if reply in shown else _refused(asked, reply)
        for asked, reply in zip(standalone, replies, strict=True)
    )
    lines = [line for line in said_of if not any(line in other for other in said_of if other != line)]
    return Reply(
        question.text,
        understood,
        "answered" if told else "chat" if said else "unanswered",
        "\n".join(lines),
        _among([reply.passages for reply in told], question.limit),
        () if said else _among([reply.related for reply in replies], question.limit),
        () if said else tuple(dict.fromkeys(word for reply in replies for word in reply.missing)),
        replies=tuple(lines),
    )


def _refused(asked: str, reply: Reply) -> str:
    return f"{asked[:1].upper()}{_ended(asked[1:])} {reply.reply}"


def _ended(question: str) -> str:
    return question if question[-1:] in _ENDS else f"{question}?"


def _among(found: Sequence[Sequence[Passage]], limit: int) -> tuple[Passage, ...]:
    """Return passages in the order of the questions, the best of each, and as many others as there is room for.

    There is always room for the best: every reply is shown where it stands. One that answers two questions is shown
    once, with what answers either.
    """
    best: dict[str, Passage] = {}
    for passages in found:
        for passage in passages[:1]:
            before = best.get(passage.paragraph.id)
            best[passage.paragraph.id] = _both(before, passage) if before else passage
    room = limit - len(best)
    kept: dict[str, Passage] = {}
    for passages in found:
        for passage in passages:
            key = passage.paragraph.id
            if key in kept:
                continue
            if key not in best:
                if room <= 0:
                    continue
                room -= 1
            kept[key] = best.get(key, passage)
    return tuple(kept.values())


def _both(one: Passage, other: Passage) -> Passage:
    start, end = zip(one.evidence, other.evidence, strict=True)
    highlights = sorted({*one.highlights, *other.highlights})
    return one._replace(evidence=Span(min(start), max(end)), highlights=tuple(highlights))


def _asked(text: str) -> list[str]:
    """Return the sentences of a message that ask, each with what stands before it and tells something."""
    found: list[str] = []
    told = ""
    for sentence in _sentences(text):
        if _is_asked(sentence, found):
            found.append(f"{told} {sentence}".strip())
            told = ""
        elif not _is_said_to_bot(sentence):
            told = f"{told} {sentence}".strip()
    if told and found:
        found[-1] = f"{found[-1]} {told}"
    return found


def _sentences(text: str) -> list[str]:
    numbered = [mark["number"] for mark in _NUMBERED.finditer(text)]
    if numbered[:2] in (["1", "2"], ["a", "b"]):
        pieces = [piece for piece in _NUMBERED.sub("\n", text).split("\n") if piece.strip()]
        return [sentence for piece in pieces for sentence in sentences(piece.strip())]
    found = [(sentence, _COUNTED.match(sentence)) for sentence in sentences(text.strip())]
    return [sentence[count.end() :] if count else sentence for sentence, count in found]


def _is_asked(sentence: str, before: Sequence[str]) -> bool:
    """Tell whether a sentence asks the articles something, and not only whether what was said before is so."""
    if PERSONAL.match(sentence) or _CHECKED.match(sentence) or _is_said_to_bot(sentence):
        return False
    if _TELL.match(strip_courtesy(sentence)) or (before and _ADDED.match(sentence) and sentence.endswith("?")):
        return True
    first = _WORD.match(_GOES_ON.sub("", strip_courtesy(sentence), count=1))
    return asks(sentence) and first is not None and (first[0].lower() in WH or first[0].lower() in AUX)


def _is_said_to_bot(sentence: str) -> bool:
    return intent(sentence) in CHAT


def _clauses(asked: str) -> list[str]:
    """Return the questions that "and" joins in a sentence, where each says itself what it is about."""
    if (places := _PLACES.match(asked)) and not _JOINT.search(asked):
        return [f"{places['first']}?", f"and {places['second']}?"]
    end = asked.rstrip()
    plain = strip_courtesy(end)
    lead = end[: len(end) - len(plain)] if end.endswith(plain) else ""
    clauses = [clause.strip(" ,") for clause in _AND.split(plain)]
    if len(clauses) == 1 or not all(map(_is_whole, clauses)) or not all(map(_says_of_what, clauses[1:])):
        return [asked]
    *first, last = clauses
    mark = "?" if last.endswith("?") or not lead else ""
    return [f"{lead}{clause}{mark}" for clause in first] + [lead + last]


def _is_whole(clause: str) -> bool:
    """Tell whether a clause asks one thing, and points to none that another has named, unless that is the article."""
    words = [word.lower() for word in _WORD.findall(clause)]
    if len(words) < _SHORTEST or words[0] not in WH or not WH.isdisjoint(words[1:]) or _JOINT.search(clause):
        return False
    return not _points(clause, words) or intent(clause) is not None


def _points(clause: str, words: Sequence[str]) -> bool:
    """Tell whether a clause points to what is not in it; "its" may go with a name before it."""
    if not _POINTING.isdisjoint(words):
        return True
    owner = next((at for at, word in enumerate(words) if word in POSSESSIVES), 0)
    return owner > 0 and not any(word[0].isupper() for word in clause.split()[1:owner])


def _says_of_what(clause: str) -> bool:
    """Tell whether a clause has a name, or words enough that tell what it is about, or is about the article."""
    named = any(word[0].isupper() for word in clause.split()[1:])
    return named or len(telling(clause)) >= _LEAST or intent(clause) is not None
