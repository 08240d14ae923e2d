"""The word lists that come with the bot are looked up by halves, from where the first letters of a word begin."""

from __future__ import annotations

import pytest

from bot.english import aliases, dictionary, kinship, opposites, phrases, senses, stems
from bot.english.wordfile import WordFile

FILES = {
    file._name: file  # noqa: SLF001 # which of them fails
    for file in (each._FILE for each in (aliases, dictionary, kinship, opposites, phrases, senses, stems))  # noqa: SLF001
}


@pytest.mark.parametrize("name", FILES)
def test_every_word_is_found_by_a_file_that_was_not_asked_before(name: str) -> None:
    word = FILES[name]._word  # noqa: SLF001
    file = WordFile(name, word, capitals=FILES[name]._capitals)  # noqa: SLF001
    lines = file.lines()
    for line in lines[:: max(len(lines) // 5000, 1)]:
        found = file.find(word(line.encode()).decode())
        assert found is not None
        assert word(found) == word(line.encode())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("word", ["", "q", "a", "zz", "zzzzz", "qx", "\u00e9t\u00e9", "1", "!", "word\n", "\x7f"])
def test_a_word_that_is_not_there_is_not_found(name: str, word: str) -> None:
    known = {FILES[name]._word(line.encode()) for line in FILES[name].lines()}  # noqa: SLF001
    if word.encode() not in known:
        assert FILES[name].find(word) is None
