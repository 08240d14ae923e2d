from __future__ import annotations

from collections import Counter
from time import perf_counter
from typing import TYPE_CHECKING, cast

import pytest
from articles import article

from bot.answering import Bot
from bot.english.dictionary import english
from bot.indexing.columns import Memory
from bot.indexing.vocabulary import Vocabulary, write
from bot.models import Question
from bot.spelling import Speller, common_word, mend_asking, mend_country

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.indexing.columns import Columns

ARTICLE = """
    plan plan plan budget malaysia thailand singapore indonesia asean korea korea seoul manufacturing artificial
    intelligence presidential campaign countries smart city cities secretary things equipped transition mode macro
    market productivity employment form from vision version revision vietnam since since science
"""


def stored(counts: Mapping[str, int]) -> Columns:
    """Return the columns of articles that have words so often."""
    memory = Memory()
    write(memory, "words", counts)
    return memory.columns()


def knowing(counts: Mapping[str, int]) -> Speller:
    """Return a speller for articles that have words so often."""
    return Speller(Vocabulary(stored(counts), "words"))


@pytest.fixture(scope="module")
def speller() -> Speller:
    return knowing(Counter(ARTICLE.split()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("malasia", "malaysia"),
        ("Malasia", "malaysia"),
        ("buget", "budget"),
        ("BUGET", "budget"),
        ("thialand", "thailand"),
        ("tailand", "thailand"),
        ("hailand", "thailand"),
        ("Singapour", "singapore"),
        ("koera", "korea"),
        ("okrea", "korea"),
        ("asen", "asean"),
        ("artifical", "artificial"),
        ("inteligence", "intelligence"),
        ("presidental", "presidential"),
        ("campain", "campaign"),
        ("contries", "countries"),
        ("secretery", "secretary"),
        ("thigns", "things"),
        ("equiped", "equipped"),
        ("manufactoring", "manufacturing"),
        ("smartcity", "smart city"),
        ("sience", "science"),
        ("vision2025", "vision 2025"),
        ("ASEAN2025", "ASEAN 2025"),
    ],
)
def test_typing_error_is_matched_to_a_word_of_the_articles(speller: Speller, typed: str, meant: str) -> None:
    assert speller.correct(typed) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("japan", "a country that is merely absent"),
        ("Japan", "a country that is merely absent"),
        ("planet", "an English word"),
        ("campaigned", "an English word"),
        ("modi", "too short to say which letter is wrong"),
        ("Macroni", "a name is no common word"),
        ("merkel", "two letters from any word"),
        ("zelensky", "nothing like it"),
        ("frm", "too short"),
        ("c0untries", "not a word"),
        ("planet9", "a word and a figure of which the articles lack the word"),
        ("budget", "the articles have it"),
    ],
)
def test_word_that_is_no_typing_error_is_left(speller: Speller, typed: str, why: str) -> None:
    assert speller.correct(typed) is None, why


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wich", "which"),
        ("shoud", "should"),
        ("thier", "their"),
        ("offen", "often"),
        ("teh", "the"),
        ("adn", "and"),
        ("wil", "will"),
        ("hat", None),
        ("ant", None),
        ("auther", "author"),
        ("newspapper", "newspaper"),
        ("frist", "first"),
        ("artical", "article"),
        ("Auther", None),
        ("audi", None),
        ("huawei", None),
        ("offend", None),
        ("arthur", None),
    ],
)
def test_word_that_the_articles_lack_is_matched_to_a_common_one(typed: str, meant: str | None) -> None:
    assert common_word(typed, lambda _: True) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Say wich is it", "Say wich is it"),
        ("wich are they", "which are they"),
        ("Were is it", "Where is it"),
        ("where dose Ann live", "where does Ann live"),
        ("What dose of light is best", "What dose of light is best"),
        ("Which dose was doubled", "Which dose was doubled"),
    ],
)
def test_question_word_with_a_typing_error_is_mended_where_a_question_goes_on(typed: str, meant: str) -> None:
    assert mend_asking(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what did the us do", "what did the US do"),
        ("who led the us team", "who led the us team"),
        ("and the us?", "and the US?"),
        ("what did the us government say", "what did the US government say"),
        ("what did the us say of the us", "what did the us say of the US"),
        ("what is north korea doing in west africa?", "what is North Korea doing in West Africa?"),
        ("who lives on the south bank?", "who lives on the south bank?"),
        ("is it north or south of it", "is it north or south of it"),
        ("what is made in south east asia", "what is made in south east asia"),
    ],
)
def test_country_is_told_from_the_pronoun(typed: str, meant: str) -> None:
    assert mend_country(typed) == meant


def test_endless_word_is_no_work() -> None:
    began = perf_counter()
    common_word("xq" * 250, lambda _: True)
    assert perf_counter() - began < 0.1


def test_common_word_that_leads_nowhere_in_the_articles_is_not_meant() -> None:
    assert common_word("auther", lambda _: False) is None


def test_error_in_the_vowels_is_likelier_than_another_consonant() -> None:
    assert knowing({"cantor": 1, "centre": 1}).correct("cantre") == "centre"


def test_more_frequent_word_wins_where_two_are_equally_near() -> None:
    assert knowing({"brandal": 1, "brandel": 5}).correct("brandol") == "brandel"


@pytest.mark.parametrize("typed", ["wordqabx", "wrodqabcx", "wordqabc", "owrdqabcx", "wordqabcxyz", "xwordqabcx"])
def test_large_vocabulary_gives_the_same_as_a_small_one(typed: str) -> None:
    meant = "wordqabcx"
    crowd = {f"wor{a}{b}{c}{d}" for a in "abcdefgh" for b in "klmnopq" for c in "rstuvwx" for d in "abcdefghi"}
    small, large = knowing({meant: 1}), knowing(dict.fromkeys({meant} | {word * 3 for word in crowd}, 1))
    assert large.correct(typed) == small.correct(typed)


class Counted:
    """A column that counts how many of its bytes are read."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self.read = 0

    def __getitem__(self, part: slice) -> memoryview:
        found = self._data[part]
        self.read += len(found)
        return found


def test_large_vocabulary_is_looked_up_and_not_walked() -> None:
    words = (f"word{number:06}".translate(str.maketrans("0123456789", "abcdefghij")) for number in range(200_000))
    columns = dict(stored(dict.fromkeys(words, 1)))
    size = len(columns["words.words"])
    counted = Counted(columns["words.words"])
    columns["words.words"] = cast("memoryview", counted)
    assert Speller(Vocabulary(columns, "words")).correct("wordabcdxf") == "wordabcdaf"
    assert 0 < counted.read < size / 5


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("vietnam", "name"),
        ("japan", "both"),
        ("zurich", "name"),
        ("china", "both"),
        ("budgets", "word"),
        ("malasia", None),
        ("", None),
        ("zzzz", None),
    ],
)
def test_dictionary_knows_words_and_names(word: str, entry: str | None) -> None:
    assert english(word) == entry


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("were was she born", "where was she born"),
        ("Wat is it?", "What is it?"),
        ("hwo is she", "who is she"),
        ("hwo many are there", "how many are there"),
        ("wen did it open?", "when did it open?"),
        ("Were they there?", "Were they there?"),
        ("What is it?", "What is it?"),
        ("wattage of the lamp", "wattage of the lamp"),
        ("Wen Jiabao spoke of what?", "Wen Jiabao spoke of what?"),
    ],
)
def test_a_mistyped_question_word_is_mended(typed: str, meant: str) -> None:
    assert mend_asking(typed) == meant


def test_a_common_word_in_another_form_than_the_articles_have_is_meant() -> None:
    bot = Bot([article("The bakers announced in May that Holm would get a second mill, stressing the need.")])
    assert bot.ask(Question("what did the bakers anounce?")).standalone_question == "what did the bakers announce?"
    assert bot.ask(Question("what did the bakers stres?")).standalone_question == "what did the bakers stress?"
