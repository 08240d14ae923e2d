"""Text to sentences, with offsets; where it is not clear that one ends, NLTK's Punkt decides, by no data of NLTK's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.libraries import loading
from bot.models import Span

if TYPE_CHECKING:
    from nltk.tokenize import PunktSentenceTokenizer

BULLETS = "-*\u2013\u2022\u25aa\u00b7"
_ITEM = re.compile(rf"(?<= )[{BULLETS}] (?=\W?[A-Z\d])")
# Where a sentence ends for sure, so that Punkt need not be asked: a word, a stop, space and a capital. The group is the
# space. In the place of a word may stand a number, "it's", or a word before a mark that closes.
ENDED = (
    r"(?:(?<=[^\W\d_]{2}\.)|(?<=\d\.)|(?<=[^\W\d_]['\u2019][^\W\d_]\.)|(?<=[^\W_][?!])"
    r"|(?<=[^\W_][)'\u2019_][.?!]))"
)
CLOSING = r"[\"'\u201d\u2019)]"
NO_START = r"['\u2018]?[A-Z]\."
START = r"[\"'\u201c\u2018(]?[A-Z]"
_CLEAR = rf"{ENDED}{CLOSING}?(?!\s+{NO_START})(\s+)(?={START})"
_LETTERS = re.compile(r"[^\W\d_]+\Z")
# Words that begin a sentence far more often than they follow an abbreviation inside one.
_STARTERS = (
    "the a an it he she they we i this that these those in on at but however there after when while if as for".split()
)
# Where one may end: not before a small letter, nor at the end of the text, nor behind a title or an initial that a name
# follows, which Punkt takes for none either.
BEHIND = r"[)\";}\]*:@'({\[\u2018\u2019\u201c\u201d\xab\xbb?!]"
STARTER = rf"(?i:{'|'.join(_STARTERS)})\b"
NAME = r"[A-Z][^\s.?!]*"
_MAYBE = (
    rf"(?!{CLOSING}*(?:\s+[a-z]|\s*$))(?:\s|{BEHIND})"
    rf"(?!(?:(?<=(?<!\S)(?:Mr|Dr|St)\.\s)|(?<=(?<!\S)Mrs\.\s))(?!{STARTER}){NAME}\s"
    rf"|(?<=(?<!\S)[A-Z]\.\s){NAME}\s)"
)
# Both begin with the stop, for there are few, and look back from it; so a text is gone through once.
_STOP = re.compile(f"[.?!](?:{_CLEAR}|{_MAYBE})")
_BOUNDARY = re.compile(f"[.?!]{_MAYBE}")

# Abbreviations after which a full stop does not end a sentence, in the form Punkt keeps them.
_ABBREVIATIONS = (
    "dr mr mrs ms prof rev hon sen rep gov gen col maj capt lt sgt cmdr adm st mt ft jr sr vs etc e.g i.e cf al approx"
    " est dept inc ltd co corp bros no nos vol fig figs p pp ch sec art ed eds jan feb mar apr jun jul aug sep sept oct"
    " nov dec mon tue wed thu fri sat sun a.m p.m u.s u.k u.n e.u u.s.a d.c b.c a.d ph.d m.d b.a m.a n.y l.a ca c r. op"
    " cit viz"
).split()
_DASHES = "\u2013\u2014"
"""What no sentence begins with: ``TULSA, Okla. — The mayor …``."""
_KNOWN_ABBREVIATIONS = frozenset(_ABBREVIATIONS)
SHORTENED = frozenset(word for word in _ABBREVIATIONS if len(word) > 1 and word[-1] != ".")
"""Those that are no initial, behind which a sentence ends only where a word stands that begins many."""
_LONGER = max(map(len, _ABBREVIATIONS)) + 1
_TAILS = frozenset(word[-3:] for word in _ABBREVIATIONS)
"""What tells most words from abbreviations at a glance, those of three letters or more."""


@cache
def _splitter() -> PunktSentenceTokenizer:
    with loading():
        from nltk.tokenize import punkt  # noqa: PLC0415 - costs a third of a second

    parameters = punkt.PunktParameters()
    parameters.abbrev_types.update(_ABBREVIATIONS)
    parameters.sent_starters.update(_STARTERS)
    language = punkt.PunktLanguageVars()
    language.word_tokenize("")  # compiles a pattern, and the next line another
    language.period_context_re()
    return punkt.PunktSentenceTokenizer(
        parameters, lang_vars=_plain(language)(), token_cls=_plain(punkt.PunktToken("."))
    )


def _plain(guarded: object) -> type:
    """Return the class of something, with the patterns that it has compiled by ``re``.

    NLTK runs them by ``regex`` and against a clock, for they might be anyone's, which takes three times as long. Those
    of Punkt are its own, and none goes back over what it has read.
    """
    found = [(name, getattr(guarded, name)) for name in dir(guarded)]
    patterns = {
        name: re.compile(each.pattern, each.flags & (re.MULTILINE | re.VERBOSE))
        for name, each in found
        if hasattr(each, "pattern")
    }
    return type("Plain", (type(guarded),), {"__slots__": (), **patterns})


def sentences(text: str) -> list[Span]:
    """Return the sentences of a paragraph in order; together they cover all of it but the space between them."""
    return [Span(start, end) for start, end in bounds(text)]


def bounds(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a paragraph begins and ends; see `sentences`. No item of a list runs on."""
    if text[1:2] != " " or text[0] not in BULLETS:
        return _prose(text)
    items = [2, *(item.end() for item in _ITEM.finditer(text) if item[0][0] == text[0])]
    ends = [*(item - 2 for item in items[1:]), len(text)]
    parts = zip(items, ends, strict=True)
    return [(at + start, at + end) for at, until in parts for start, end in _prose(text[at:until].rstrip())]


def _prose(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    several = False
    for stop in _STOP.finditer(text):
        at = stop.start()
        if stop.lastindex is None:
            several = True
        elif text[at] == "." and is_abbreviation(text, at):
            several = several or _BOUNDARY.match(text, at) is not None
        else:
            end = stop.start(1)
            found += _split(text, start, end) if several else [(start, end)]
            start = stop.end()
            several = False
    if text:
        found += _split(text, start, len(text)) if several else [(start, len(text))]
    return found


def is_abbreviation(text: str, end: int) -> bool:
    """Tell whether the word before a stop is an abbreviation, which mostly does not end a sentence."""
    tail = text[end - 3 : end]
    if tail.isalpha() and tail.lower() not in _TAILS:
        return False
    letters = _LETTERS.search(text, max(end - _LONGER, 0), end)
    return letters is not None and letters[0].lower() in _KNOWN_ABBREVIATIONS


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a part of a text, by Punkt."""
    found: list[tuple[int, int]] = []
    for first, last in _splitter().span_tokenize(text[start:end]):
        begins = text[start + first]
        if found and (begins.islower() or begins in _DASHES):  # “Yes!” he said: what begins small goes on
            found[-1] = found[-1][0], start + last
        else:
            found.append((start + first, start + last))
    return found
