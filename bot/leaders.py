"""Who leads, or did before: who asks for the head of something is answered by its president, whoever chairs it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.senses import kinds, singular
from bot.text import telling, term

if TYPE_CHECKING:
    from collections.abc import Container

_LEADS = "leads|heads|runs|rules|governs|directs|manages|chairs"
_LEADING = "leading|heading|running|ruling|governing|managing|chairing"
_ROLES = "head|leader|boss|chief|ruler"
ASKED = re.compile(
    r"\b(?:who(?:\W?s|\s+is)?|name\s+of)\s+(?:(?:now|currently)\s+)?"
    rf"(?:(?P<does>{_LEADS}|{_LEADING})\s+(?!to\b|in\b|on\b|for\b|out\b|away\b|by\b|over\b|off\b|up\b)"
    r"|(?:in\s+)?(?:the\s+)?(?P<charge>charge)\s+of\b|at\s+the\s+(?P<helm>helm)\b"
    rf"|(?:the\s+)?(?:\w+\s+)?(?P<role>{_ROLES})(?:\s+(?:of|at)\b|\W*\Z)"
    rf"|\S[^?]{{0,60}}?['\u2019]s?\s+(?:\w+\s+)?(?P<own>{_ROLES})\b)",
    re.IGNORECASE,
)
"""A question after whoever is at the head of something now, with the word that says so."""
TITLES = tuple(
    (
        "presid director chief secretarygener chairman chairwoman chairperson chair ceo premier chancellor king queen"
        " emperor governor mayor leader boss head princip manag ruler"
    ).split()
)
"""Terms, written out, each of which may be put for that word."""
_TITLED = re.compile(
    r"(?<!vice[ -])(?<!deputy )(?<!assistant )\b(?:president|director|chief|secretary-general"
    r"|chair(?:man|woman|person)?|ceo|premier"
    r"|prime minister|chancellor|king|queen|emperor|governor|mayor|leader|boss|head|principal|manager|ruler"
    r"|superintendent|commander|captain|owner|founder|editor|minister"
    r"|dean|provost|rector|abb(?:ot|ess)|pope|(?:arch)?bishop|curator|warden|commissioner|vice-chancellor|conductor|coach"
    r"|head(?:teacher|master|mistress)|partner|secretary|front(?:man|woman))\b"
    r"(?:\s+of\s+(?:the\s+)?(?P<body>(?-i:[A-Z])[\w-]*(?:\s(?-i:[A-Z])[\w-]*)*))?"
    r"|\b(?:leads?|led|leading|headed|heads|heading|runs?|ran|running|rules|ruled|governs|governed|chairs|chaired|manages"
    r"|managed|directs|directed|in charge|at the (?:helm|top)|under (?:(?-i:[A-Z])\w*|him|her)|took over"
    r"|overs(?:ees|aw|een)|responsible|command(?:s|ed)|reign(?:s|ed)|presid(?:es|ed)|supervis(?:es|ed)|coordinat(?:es|ed)"
    r"|conduct(?:s|ed)|operat(?:es|ed)|organi[sz](?:es|ed)|belongs)\b",
    re.IGNORECASE,
)
"""What tells that somebody leads, and what, where a name says it: "director of the Dalmore Trust"."""

SUCCESSION = re.compile(
    r"\bwho(?:m|se)?\b[^?]*?\b(?:(?:previous(?:ly)?|earlier|formerly|prior|predecessors?|successors?|next(?=\s+[a-z]))\b"
    r"|\b(?:be|becomes?|lead|rule|govern)\b[^?]{0,40}?\bnext\W*\Z"
    r"|before(?:\s+(?:him|her|them))?\W*\Z|(?:before|after)(?:\s+(?-i:[A-Z])[\w\u2019'-]*)+\W*\Z"
    r"|(?:preced|succeed)\w*|will\s+(?:follow|replace|take\s+over)\b)",
    re.IGNORECASE,
)
"""What a question may have that asks who had a post before, or will have it next."""
_POSTS = frozenset("job post position office role".split())
FORMER = re.compile(r"\b(?:former|ex|late|previous)[\s-]+(?:[\w-]+\s+)??(?P<role>[\w-]+)", re.IGNORECASE)
"""What somebody was before: "the former mayor"."""
_CHANGES = re.compile(
    r"\b(?:previous|predecess|prior|preced|success|succeed|replac|follow|inherit|appoint|elect|resign|retir"
    r"|step(?:s|ped)? down|t[ao]kes? over|took over|hand(?:s|ed|ing)? over|left|leav|became|becom|heir|throne|overthr"
    r"|depos|oust|defeat|beat|outgoing|in place of|tenure|ended|unseat|quit|die[ds]\b|death"
    r"|until|since|before|after|next|new|first|then|ex-|will )",
    re.IGNORECASE,
)
"""What tells that somebody came after another."""


def asked(text: str) -> int | None:
    """Return where the word stands by which a question asks who leads, None where it asks something else."""
    found = ASKED.search(text)
    return found.start(found.lastgroup or 0) if found else None


def leads(text: str, whom: Container[str]) -> bool:
    """Tell whether a sentence says of anybody that they lead what is called by some terms, or it does not say what."""
    return any(
        not found["body"] or term(re.split(r"[\s-]", found["body"])[-1]) in whom for found in _TITLED.finditer(text)
    )


def asks_next(text: str) -> bool:
    """Tell whether a question asks who had a post before, or will have it next: it has one, or who had it."""
    words = (text[token.start : token.end] for token in (telling(text) if SUCCESSION.search(text) else ()))
    return any(
        word.lower() in _POSTS or kinds(singular(word.lower()))[:1] == "P" or word[0].isupper() for word in words
    )


def unchanged(text: str, asked: Container[str]) -> bool:
    """Tell whether a sentence says nothing of who came before or after somebody, but what those were otherwise."""
    roles = (found["role"].lower() for found in FORMER.finditer(text))
    return not (_CHANGES.search(text) or any(term(role) in asked for role in roles))
