"""Text to terms and sentences, with offsets: the only user of NLTK, and of nothing that NLTK would download."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.lexicon import IRREGULAR, NUMERALS, STOP_WORDS
from bot.models import Span
from bot.stems import stem
from bot.variants import american

if TYPE_CHECKING:
    from collections.abc import Callable

    from nltk.tokenize import PunktSentenceTokenizer

# Marks that belong to the letter before them but are not word characters to ``re``: Latin, Hebrew, Arabic.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
# Scripts written without spaces: one character is one term.
_SINGLES = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Indic and Thai letters and vowel signs, which ``\\w`` would tear apart.
_BLOCKS = "\u0900-\u0dff\u0e00-\u0e7f"
_WORD = rf"(?:[^\W_{_SINGLES}]|[{_MARKS}{_BLOCKS}])"
_TERM = re.compile(
    rf"[A-Za-z]{{2,}}+(?![\w'\u2019{_MARKS}{_BLOCKS}])"  # most words: nothing but what comes below, four times as fast
    rf"|(?:[A-Za-z]\.){{2,}}(?!\w)"  # U.S.
    rf"|\d+(?:[.,]\d+)+{_WORD}*"  # 3.5, 1,000
    rf"|{_WORD}+(?:['\u2019]{_WORD}+)*"  # words, o'clock
    rf"|[{_SINGLES}]"
)
MEMORISED = 1 << 12
"""How many words of questions are remembered, in each place where some are. Whoever asks chooses them, 500 characters
long if they like: more of them would let one client fill the memory of every process."""

_LONGEST_COMPOUND = 80
"""Characters of a hyphenated word that is also taken as one: a text of hyphens would be repeated at each of them."""

_HYPHENS = "-\u2010\u2011\u00ad"
HYPHENS_AWAY = dict.fromkeys(map(ord, _HYPHENS))
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_NUMBER = re.compile(r"\d[\d.,]*$")
_BULLETS = "-*\u2013\u2022\u25aa\u00b7"
_ITEM = re.compile(rf"(?<= )[{_BULLETS}] (?=\W?[A-Z\d])")
# Where a sentence ends for sure, so that Punkt need not be asked: a word, a stop, space and a capital. It begins with
# the stop, for there are few, and looks back from it.
_CLEAR = re.compile(
    r"[.?!](?:(?<=[^\W\d_]{2}\.)|(?<=[^\W_][?!]))[\"'\u201d\u2019)]?"
    r"(?=\s+[\"'\u201c\u2018(]?[A-Z])(?!\s+['\u2018]?[A-Z]\.)"
)
_LETTERS = re.compile(r"[^\W\d_]+\Z")
# Words that begin a sentence far more often than they follow an abbreviation inside one.
_STARTERS = (
    "the a an it he she they we i this that these those in on at but however there after when while if as for".split()
)
# Where one may end: not before a small letter, nor at the end of the text, nor behind a title or an initial that a name
# follows, which Punkt takes for none either.
_BOUNDARY = re.compile(
    r"[.?!](?![\"'\u201d\u2019)]*(?:\s+[a-z]|\s*$))(?:\s|[)\";}\]*:@'({\[\u2018\u2019\u201c\u201d\xab\xbb?!])"
    rf"(?!(?:(?<=(?<!\S)(?:Mr|Dr|St)\.\s)|(?<=(?<!\S)Mrs\.\s))(?!(?i:{'|'.join(_STARTERS)})\b)[A-Z][^\s.?!]*\s"
    r"|(?<=(?<!\S)[A-Z]\.\s)[A-Z][^\s.?!]*\s)"
)

# Abbreviations after which a full stop does not end a sentence, in the form Punkt keeps them.
_ABBREVIATIONS = (
    "dr mr mrs ms prof rev hon sen rep gov gen col maj capt lt sgt cmdr adm st mt ft jr sr vs etc e.g i.e cf al approx"
    " est dept inc ltd co corp bros no nos vol fig figs p pp ch sec art ed eds jan feb mar apr jun jul aug sep sept oct"
    " nov dec mon tue wed thu fri sat sun a.m p.m u.s u.k u.n e.u u.s.a d.c b.c a.d ph.d m.d b.a m.a n.y l.a ca c r. op"
    " cit viz"
).split()
_KNOWN_ABBREVIATIONS = frozenset(_ABBREVIATIONS)
_LONGER = max(map(len, _ABBREVIATIONS)) + 1


class Token(NamedTuple):
    """A word of a text: where it stands (code points), the term it is searched by, whether it is a function word."""

    start: int
    end: int
    term: str
    stop: bool = False


@cache
def _stem() -> Callable[[str], str]:
    from nltk.stem.snowball import EnglishStemmer  # noqa: PLC0415 - costs a third of a second

    found: Callable[[str], str] = EnglishStemmer().stem
    return found


@cache
def _splitter() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415

    parameters = PunktParameters()
    parameters.abbrev_types.update(_ABBREVIATIONS)
    parameters.sent_starters.update(_STARTERS)
    return PunktSentenceTokenizer(parameters)


def fold(word: str) -> str:
    """Return the word in lower case, compatibility forms resolved, accents and possessive left out."""
    if not word.isascii():
        plain = (c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c) and not c.isspace())
        word = "".join(plain).replace("\u2019", "'") or word
    word = word.casefold()
    if "'" in word:
        word = _POSSESSIVE.sub("", word).replace("'", "") or word  # an accent's "'s" is nothing else
    return word


def _nowhere(_word: str) -> str | None:
    return None


_find: Callable[[str], str | None] = _nowhere


def spelt(word: str) -> str:
    """Return a word of a text as a vocabulary has it: folded, and without hyphens where it is made of several."""
    return fold(word.translate(HYPHENS_AWAY))


def take_terms_from(find: Callable[[str], str | None]) -> None:
    """Look words up in an index before NLTK is asked: what their terms are was worked out when it was built."""
    global _find  # noqa: PLW0603 # a word's term is the same in every index, so the latest serves all
    _find = find


@lru_cache(maxsize=MEMORISED)
def term(word: str) -> str:
    """Return the term a word is searched by: folded, numbers and irregular forms made one, stemmed."""
    folded = fold(word)
    if word == "US" or folded in ("u.s.", "u.s.a.", "usa"):
        return "u.s"  # the country, not the pronoun
    if "." in folded and not folded[0].isdigit():
        return folded.replace(".", "")
    if _NUMBER.match(folded):
        folded = folded.replace(",", "")
        whole, _, fraction = folded.partition(".")
        fraction = fraction.rstrip("0")
        return f"{whole}.{fraction}" if fraction else whole
    found = _find(folded)
    if found is not None:
        return found
    folded = NUMERALS.get(folded) or IRREGULAR.get(folded) or american(folded)
    return (stem(folded) or _stem()(folded)) if folded.isascii() else folded


@lru_cache(maxsize=MEMORISED)
def _term_and_stop(word: str) -> tuple[str, bool]:
    folded = fold(word)
    stop = folded in STOP_WORDS and word != "US"
    return (folded if stop else term(word)), stop


def tokenize(text: str) -> list[Token]:
    """Return the words of a text in order; a hyphenated word also as one, after its last part.

    No word crosses a space, and what stands between two is remembered.
    """
    tokens: list[Token] = []
    at = 0
    for chunk in text.split(" "):
        for start, end, term, stop in _words(chunk):
            tokens.append(_token(Token, (at + start, at + end, term, stop)))
        at += len(chunk) + 1
    return tokens


_token: Callable[[type[Token], tuple[int, int, str, bool]], Token] = tuple.__new__
"""Makes a token in half the time that its class takes, which looks for defaults."""


def _cut(text: str) -> tuple[Token, ...]:
    """Return the words of a text; see `tokenize`.

    The standard library's ``re`` finds them: NLTK's ``RegexpTokenizer`` takes ten times as long for the same spans.
    """
    tokens: list[Token] = []
    before = -1
    for found in _TERM.finditer(text):
        start, end = found.span()
        token = Token(start, end, *_term_and_stop(found[0]))
        joined = start == before + 1 and tokens and text[before] in _HYPHENS
        if joined and end - tokens[-1].start <= _LONGEST_COMPOUND:
            first = tokens[-1].start
            tokens += (token, Token(first, end, term(text[first:end].translate(HYPHENS_AWAY))))
        else:
            tokens.append(token)
        before = end
    return tuple(tokens)


_words = lru_cache(maxsize=MEMORISED)(_cut)


def sentences(text: str) -> list[Span]:
    """Return the sentences of a paragraph in order; together they cover all of it but the space between them."""
    return [Span(start, end) for start, end in bounds(text)]


def bounds(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a paragraph begins and ends; see `sentences`. No item of a list runs on."""
    if text[1:2] != " " or text[0] not in _BULLETS:
        return _prose(text)
    items = [2, *(item.end() for item in _ITEM.finditer(text) if item[0][0] == text[0])]
    ends = [*(item - 2 for item in items[1:]), len(text)]
    parts = zip(items, ends, strict=True)
    return [(at + start, at + end) for at, until in parts for start, end in _prose(text[at:until].rstrip())]


def _prose(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _CLEAR.finditer(text):
        at, end = stop.span()
        if text[at] != "." or not _is_abbreviation(text, at):
            found += _split(text, start, end)
            start = end + 1
            while text[start].isspace():
                start += 1
    return found + _split(text, start, len(text)) if text else found


def _is_abbreviation(text: str, end: int) -> bool:
    letters = _LETTERS.search(text, max(end - _LONGER, 0), end)
    return letters is not None and letters[0].lower() in _KNOWN_ABBREVIATIONS


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a part of a text, by Punkt where there may be several."""
    if not _BOUNDARY.search(text, start, end):
        return [(start, end)]
    found: list[tuple[int, int]] = []
    for first, last in _splitter().span_tokenize(text[start:end]):
        if found and text[start + first].islower():  # “Yes!” he said: what begins small goes on
            found[-1] = found[-1][0], start + last
        else:
            found.append((start + first, start + last))
    return found
