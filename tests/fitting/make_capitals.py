"""Make ``bot/english/data/capitals.tsv``: the capitals of countries, each with the terms that name its country.

Run ``python tests/fitting/make_capitals.py OUT``. They are WordNet 3.0's (Debian's wordnet-base): what is an
instance of a national capital and part of a country. Those that it lacks, or writes as nobody does today, are added.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from places import country, people, synsets

from bot.english.dictionary import english
from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from places import Synset


MORE = {
    "astana": "kazakhstan kazakh",
    "delhi": "india indian",
    "kuala lumpur": "malaysia malaysian",
    "kyiv": "ukraine ukrainian",
    "naypyidaw": "myanmar burma burmese",
    "riga": "latvia latvian",
    "taipei": "taiwan taiwanese",
    "tallinn": "estonia estonian",
    "vilnius": "lithuania lithuanian",
}


def capitals() -> Iterator[tuple[str, set[str]]]:
    """Give each name of a capital, in lower case, with the terms of its country's names and of what belongs there."""
    sets = synsets("noun", "adj")
    belonging = [(word, place) for synset in sets.values() for word, place, _ in people(synset, sets)]
    for synset in sets.values():
        kinds = [word for sign, to, *_ in synset.pointers if sign == "@i" for word in sets[to].words]
        if "national_capital" not in kinds:
            continue
        names = {word for name in _within(synset, sets) for word in _words(sets[name])}
        names |= {word for word, place in belonging if place in names}
        terms = {term(word.lower()) for word in names}
        for capital in synset.words:
            plain = capital.replace("_", " ").lower()
            named = {"of", "capital"}.isdisjoint(plain.split()) and english(plain) != "word"
            if named and plain.replace(" ", "").isalpha():
                yield plain, terms - {term(plain)}


def _within(synset: Synset, sets: dict[str, Synset]) -> set[str]:
    """Return the countries that a place is part of."""
    found: set[str] = set()
    for sign, to, *_ in synset.pointers:
        if sign == "#p" and to in sets:
            found |= _within(sets[to], sets) | ({to} if country(to, sets) else set())
    return found


def _words(place: Synset) -> list[str]:
    """Return the names of a country that are one word, and the last word of the first: "Korea"."""
    last = place.words[0].rpartition("_")[2]
    return [word for word in [*place.words, last] if word.isalpha() and word.isascii() and word[0].isupper()]


if __name__ == "__main__":
    found = {name: terms for name, terms in capitals() if terms}
    found |= {name: set(map(term, words.split())) for name, words in MORE.items()}
    lines = [f"{name}\t{' '.join(sorted(terms))}\n" for name, terms in sorted(found.items())]
    Path(sys.argv[1]).write_text("".join(lines), "ascii")
