"""What WordNet 3.0 (Debian's wordnet-base) knows of places: their people, what lies in them, their other names."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.english.dictionary import english
from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDNET = Path("/usr/share/wordnet")
PARTS = ("noun", "verb", "adj", "adv")
PERSONS, PLACES, ORGANISATIONS = "18", ("15", "17"), "14"
"""Lexicographers' files; the second of places has continents and regions of nature."""
PEOPLE, INHABITANTS, WITHIN, SPELT_OUT = 0.9, 0.8, 0.7, 0.8
"""How near a place is to its other names and its adjective ("French"), to its inhabitants ("Spaniard"), a region to a
country in it, and the region's name to the short name of an organisation of its countries."""
_COUNTRY = re.compile(r"(?:country|kingdom|nation)$")
_QUARTERS = ("Southeast", "Southeastern")


class Synset(NamedTuple):
    """A set of synonyms: its file, its words as WordNet writes them, its pointers.

    A pointer is a sign, the id of what it points to, and which word points to which, 0 where it is all.
    """

    file: str
    words: list[str]
    pointers: list[tuple[str, str, int, int]]


def synsets(*parts: str) -> dict[str, Synset]:
    """Return the sets of synonyms of parts of speech, ``noun`` or ``adv``, by their ids."""
    found = {}
    for part in parts:
        for line in (WORDNET / f"data.{part}").read_text("latin1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*\)", "", fields[4 + 2 * at]) for at in range(count)]
            at = 4 + 2 * count
            pointers = []
            for start in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
                sign, offset, kind, ends = fields[start : start + 4]
                pointers.append((sign, ("a" if kind == "s" else kind) + offset, int(ends[:2], 16), int(ends[2:], 16)))  # noqa: FURB166 # hexadecimal, no prefix
            found[_letter(part) + fields[0]] = Synset(fields[1], words, pointers)
    return found


def senses(part: str) -> Iterator[tuple[str, list[str]]]:
    """Give the words of a part of speech, in lower case, each with the ids of its senses, the commonest first."""
    for line in (WORDNET / f"index.{part}").read_text("latin1").splitlines():
        if not line.startswith("  "):
            word, *fields = line.split()
            yield word, [_letter(part) + offset for offset in fields[-int(fields[1]) :]]


def _letter(part: str) -> str:
    """Return what the ids of a part of speech begin with."""
    return "r" if part == "adv" else part[0]


def belonging() -> dict[tuple[str, str], float]:
    """Return pairs of terms of which the first, in a question, may stand for the second in an article, and how nearly.

    Places and their people stand for each other; a region stands for the countries in it and for what these founded.
    """
    sets = synsets("noun", "adj")
    found: dict[tuple[str, str], float] = {}

    def relate(one: str, other: str, strength: float) -> None:
        pair = term(one.lower()), term(other.lower())
        if pair[0] != pair[1] and "word" not in (english(one.lower()), english(other.lower())):
            found[pair] = max(found.get(pair, 0.0), strength)

    for person, place, strength in (each for synset in sets.values() for each in people(synset, sets)):
        relate(person, place, strength)
        relate(place, person, strength)
    for name in filter(lambda name: country(name, sets), sets):
        for one, other in permutations(_names(sets[name]), 2):
            relate(one, other, PEOPLE)
    within = [
        (region, other)
        for name, countries in _regions(sets).items()
        for region in _names(sets[name])
        for country in countries
        for other in _names(sets[country])[:1]
    ]
    for region, country in within:
        relate(region, country, WITHIN)
    for region, short in _short_names(sets, {region for region, _ in within}):
        relate(region, short, SPELT_OUT)
    return found


def _regions(sets: dict[str, Synset]) -> dict[str, list[str]]:
    """Return the places that are no country and have some, each with these."""
    return {
        name: countries
        for name, each in sets.items()
        if each.file in PLACES and not country(name, sets)
        if (countries := [part for part in sorted(_parts(name, sets)) if country(part, sets)])
    }


def people(each: Synset, sets: dict[str, Synset]) -> list[tuple[str, str, float]]:
    """Return adjectives and inhabitants of places, each with its place and how near the two are."""
    targets = [(sign, sets[to], at) for sign, to, at, _ in each.pointers if to in sets and sets[to].file in PLACES]
    said = [
        (word, place, PEOPLE)
        for sign, target, at in targets
        if sign == "\\"
        for word in _single([each.words[at - 1]] if at else each.words)
        for place in _names(target)
    ]
    homes = [target for sign, target, _ in targets if sign == "#m"] if each.file == PERSONS else []
    if len(homes) == 1 and homes[0].words[0][0].isupper():
        said += [(word, place, INHABITANTS) for word in _single(each.words) for place in _names(homes[0])]
    return said


def _names(place: Synset) -> list[str]:
    """Return the names of a place that are one word, "Great" aside."""
    return _single([word.removeprefix("Great_") for word in place.words])


def _single(words: list[str]) -> list[str]:
    return [word for word in words if word.isalpha() and word.isascii() and word[0].isupper() and len(word) > 2]


def country(name: str, sets: dict[str, Synset]) -> bool:
    """Tell whether a set of synonyms, by its id, names a country."""
    kinds = [sets[to] for sign, to, *_ in sets[name].pointers if sign == "@i"]
    return any(_COUNTRY.search(word) for kind in kinds for word in kind.words)


def _parts(name: str, sets: dict[str, Synset]) -> set[str]:
    found: set[str] = set()
    for sign, to, *_ in sets[name].pointers:
        if sign == "%p" and to not in found:
            found |= {to} | _parts(to, sets)
    return found


def _short_names(sets: dict[str, Synset], regions: set[str]) -> list[tuple[str, str]]:
    """Return the words for a region in the long name of an organisation of countries, each with the short name."""
    found = []
    places = {word: place for each in sets.values() for word, place, _ in people(each, sets) if place in regions}
    for each in sets.values():
        members = [to for sign, to, *_ in each.pointers if sign == "%m" and to in sets and country(to, sets)]
        if each.file != ORGANISATIONS or len(members) < 2:
            continue
        short = [word for word in each.words if word.isupper() and word.isalpha()]
        for word in sorted({part for words in each.words for part in words.split("_")}):
            region = (
                word
                if word in regions
                else places.get(word) or next((r for r in sorted(regions) if word == r + "n"), None)
            )
            if region or word in _QUARTERS:
                found += [(name, one) for name in sorted({word, region or word}) for one in short]
    return found
