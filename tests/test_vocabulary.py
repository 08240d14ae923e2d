"""A word of a large vocabulary is found where it lies, and none that is not there."""

from __future__ import annotations

from bot.indexing.columns import Memory
from bot.indexing.recount import update
from bot.indexing.vocabulary import SMALL, Vocabulary, write

COUNTS = {word: number + 1 for number in range(SMALL) for word in (f"a{number}z", f"\u00e9{number}")}


def _written(counts: dict[str, int]) -> Memory:
    memory = Memory()
    write(memory, "words", counts)
    return memory


def test_each_word_is_found_at_its_place_with_its_count() -> None:
    words = Vocabulary(_written(COUNTS).columns(), "words")
    assert [words.place(word) for word in sorted(COUNTS)] == list(range(len(COUNTS)))
    assert all(words.count(word) == count for word, count in COUNTS.items())


def test_a_word_that_is_not_there_has_no_place() -> None:
    words = Vocabulary(_written(COUNTS).columns(), "words")
    assert not any(words.count(f"{word}x") or words.place(word[:-1] + "y") for word in COUNTS)
    assert words.place("") is None


def test_words_that_come_and_go_are_found_in_what_is_counted_anew() -> None:
    memory = Memory()
    gone = dict.fromkeys(sorted(COUNTS)[::3], 0)
    changes = {word: -COUNTS[word] for word in gone} | {"new": 7, "zzz": 1}
    words, _ = update(memory, _written(COUNTS).columns(), "words", changes)
    left = {word: count for word, count in COUNTS.items() if word not in gone} | {"new": 7, "zzz": 1}
    assert words[:] == sorted(left)
    assert [words.place(word) for word in sorted(left)] == list(range(len(left)))
    assert not any(map(words.count, gone))
    assert memory.columns() == _written(left).columns()
