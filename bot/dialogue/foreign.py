"""Texts in another language than English, where that is sure: of such a one no word is a mistyped English one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from bot.english.dictionary import english
from bot.english.lexicon import STOP_WORDS
from bot.text import fold, term

if TYPE_CHECKING:
    from bot.index import Index

_LEAST = 3
"""Words that a text must have for its language to show."""
_SURE = 2
"""Function words of another language that it must have: one may be a name, or a typing error."""
_LONG = 4
"""Letters from which the dictionary has the words of English."""
_LETTERS = 2
"""Letters of another script: one alone is a sign, as those of mathematics are."""
_WORD = re.compile(r"[^\W\d_]+")

# First what asks, as it is typed, then what else is no content word, without accents.
_LANGUAGES = (
    (
        "quién quiénes qué cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas",
        """
        el la los las un una unos unas lo al del de en y o a con por para sin sobre entre hasta desde se su sus este
        esta estos estas ese esa eso es son era fue fueron ser estan hay ha han no mas muy tambien porque me nos le
        les
        """,
    ),
    (
        "qui qu quoi quel quelle quels quelles quand où comment pourquoi combien lequel laquelle",
        """
        le la les l un une des du de d en et au aux avec par pour sans sur dans entre depuis ce cet cette ces c il
        elle ils elles on se s sa son ses leur leurs est sont etait etaient sera a ont ete ne n pas plus que y je
        nous vous
        """,
    ),
    (
        """
        wer wem wen wessen wie wo wann warum weshalb wieso woher wohin welche welcher welches welchen worum wofür
        womit ist
        """,
        """
        der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach seit von
        vom zu zum zur fur gegen ohne um es er sie ist sind war waren wird werden wurde wurden hat haben hatte kann
        soll nicht auch sich viel viele was so als ich wir ihr
        """,
    ),
    (
        "chi cosa qual quale quali quando dove perché quanto quanta quanti quante",
        """
        il lo la i gli le l un una uno di del della dello dei delle degli d a al alla in nel nella e o con per da
        dal dalla su sul sulla tra fra che come si sono era stato stata ha hanno non piu questo questa questi queste
        c ci
        """,
    ),
    (
        "quem que qual quais quando onde como quanto quanta quantos quantas",
        """
        o a os as um uma de do da dos das em no na nos nas e ou com por para pelo pela sem sobre entre ate se seu
        sua este esta esse essa isso foi foram era sao ser tem ha nao mais ao aos porque
        """,
    ),
    (
        "wie wat waar wanneer waarom hoe welke welk hoeveel waarover",
        """
        de het een en of in op aan van voor met bij door uit naar over om te is was zijn waren wordt werd heeft
        hebben kan niet ook er dit dat deze die hij zij ze we
        """,
    ),
    (
        "apa apakah siapa siapakah kapan dimana mana mengapa kenapa bagaimana berapa",
        """
        yang di ke dari ini itu dan atau adalah untuk dengan pada oleh dalam tidak akan sudah telah ada juga mereka
        dia
        """,
    ),
    (
        "kto kogo komu co kiedy gdzie dlaczego jak jaki jaka jakie ktory ktora ktore ile czy",
        """
        jest sa byl byla bylo byly bedzie w we z ze na do od po o i oraz nie sie to ten ta te tego tej przez dla
        przy ma
        """,
    ),
)
_ASKING = frozenset(word for asking, _ in _LANGUAGES for word in asking.split())
_ASKING |= frozenset(fold(word) for word in _ASKING if not word.isascii())
_LATIN = "\u024f"
"""The last of the letters that European languages in this script have."""


def may_be_foreign(text: str) -> bool:
    """Tell, at a glance, whether a text may be in another language: of most that are English it is clear that not."""
    first = text[:1]
    return first > _LATIN or first == "\u00bf" or not _ASKING.isdisjoint(text.lower().split())


@cache
def _functional() -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the words that ask and all function words of each language; few readers need them."""
    return [
        (frozenset(map(fold, asking.split())), frozenset(map(fold, f"{asking} {other}".split())))
        for asking, other in _LANGUAGES
    ]


def is_foreign(text: str, index: Index) -> bool:
    """Tell whether a text is in another language for sure, and in none that the articles have words of."""
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) >= _LETTERS and not any(letter.isascii() or _script(letter) == "LATIN" for letter in letters):
        return not _is_written(_script(letters[0]), letters[0], index)
    typed = _WORD.findall(text)
    words = [fold(word) for word in typed]
    return len(words) >= _LEAST and any(
        _is_in(words, asking, functional, index)
        or (words[0] in asking and _has_no_english(typed, words, functional, index))
        for asking, functional in _functional()
    )


def _is_in(words: list[str], asking: frozenset[str], functional: frozenset[str], index: Index) -> bool:
    """Tell whether words ask in a language: none is a function word of English alone, most of the others are its.

    Where the first of them asks, a few of the others are enough.
    """
    if asking.isdisjoint(words) or any(word in STOP_WORDS and word not in functional for word in words):
        return False
    own = [word for word in words if word not in STOP_WORDS]
    count = sum(map(functional.__contains__, own))
    return count >= _SURE and (words[0] in asking or 2 * count >= len(own)) and not _is_quoted(words, asking, index)


def _has_no_english(typed: list[str], words: list[str], functional: frozenset[str], index: Index) -> bool:
    """Tell whether no word of a text is one of English, and one that is no name is neither that of an article."""
    others = [word for word in words if word not in functional]
    if not STOP_WORDS.isdisjoint(words) or any(english(word) in ("word", "both") for word in others):
        return False
    strange = [
        word
        for word in typed
        if len(word) >= _LONG
        and word.islower()
        and fold(word) in others
        and not english(fold(word))
        and not index.frequency(term(word))
        and index.correct(word) is None
    ]
    return bool(strange) and not _is_quoted(words, functional, index)


def _is_quoted(words: list[str], foreign: frozenset[str], index: Index) -> bool:
    """Tell whether the articles have any of the words of another language."""
    return any(index.frequency(term(word)) for word in foreign.intersection(words))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _is_written(script: str, letter: str, index: Index) -> bool:
    """Tell whether the articles have words in a script: in their order such stand beside where another would stand."""
    at = index.words.first(letter)
    return any(_script(word[0]) == script for word in index.words[max(at - 1, 0) : at + 1])
