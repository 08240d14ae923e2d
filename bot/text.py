"""Text to terms, with offsets; stems are NLTK's, by nothing that NLTK would download."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.english.lexicon import IRREGULAR, MISCUT, NUMERALS, STOP_WORDS
from bot.english.stems import stem
from bot.english.variants import american
from bot.libraries import loading

if TYPE_CHECKING:
    from collections.abc import Callable

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
RECENT = 1 << 8
"""How many whole questions are remembered: those of a conversation come again with each that follows."""
MEMORISED = 1 << 10
"""How many words of questions are remembered, in each place where some are. Whoever asks chooses them, 500 characters
long if they like: more of them would let one client fill the memory of every process."""

_LONGEST_COMPOUND = 80
"""Characters of a hyphenated word that is also taken as one: a text of hyphens would be repeated at each of them."""

_HYPHENS = "-\u2010\u2011\u00ad"
HYPHENS_AWAY = dict.fromkeys(map(ord, _HYPHENS))
_PLAIN = str.maketrans("\u00f8\u00d8\u0142\u0141\u0111\u0110\u0131", "oOlLdDi")
"""Letters with a stroke or without a dot, which Unicode takes for no accents and whoever types a name leaves out."""
POSSESSIVE = re.compile(r"(?<!^\d0)(?<!^1\d\d0)(?<!^20\d0)['\u2019]s?$")
"""None of a decade: "the 1950's" are the 1950s."""
_NUMBER = re.compile(r"\d[\d.,]*$")


class Token(NamedTuple):
    """A word of a text: where it stands (code points), the term it is searched by, whether it is a function word."""

    start: int
    end: int
    term: str
    stop: bool = False


@cache
def _stem() -> Callable[[str], str]:
    with loading():
        from nltk.stem.snowball import EnglishStemmer  # noqa: PLC0415 - costs a third of a second

    found: Callable[[str], str] = EnglishStemmer().stem
    return found


def fold(word: str) -> str:
    """Return the word in lower case, compatibility forms resolved, accents and possessive left out."""
    if not word.isascii():
        plain = (c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c) and not c.isspace())
        word = "".join(plain).replace("\u2019", "'").translate(_PLAIN) or word
    word = word.casefold()
    if "'" in word:
        word = POSSESSIVE.sub("", word).replace("'", "") or word  # an accent's "'s" is nothing else
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
    folded = NUMERALS.get(folded) or MISCUT.get(folded) or IRREGULAR.get(folded) or american(folded)
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
    return _placed(text, _words)


def telling(text: str) -> list[Token]:
    """Return the words of a text as `tokenize` does, function words left out."""
    return _placed(text, _telling_words)


def _placed(text: str, words: Callable[[str], tuple[Token, ...]]) -> list[Token]:
    """Return the words of a text, given what finds those of a piece without a space."""
    tokens: list[Token] = []
    at = 0
    for chunk in text.split(" "):
        for start, end, term, stop in words(chunk):
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


@lru_cache(maxsize=MEMORISED)
def _telling_words(chunk: str) -> tuple[Token, ...]:
    return tuple([token for token in _cut(chunk) if not token.stop])
