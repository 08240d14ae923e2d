"""What WordNet 3.0 knows of places and organisations: their people, what lies in them, what else they are called.

``make_kin.py`` takes ``belonging`` from here. Run ``python tests/fitting/places.py OUT`` to make
``bot/data/aliases.tsv``. Needs Debian's wordnet-base.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from bot.dictionary import english
from bot.text import term, tokenize

WORDNET = Path("/usr/share/wordnet")
PERSONS, PLACES, ORGANISATIONS = "18", ("15", "17"), "14"
"""Lexicographers' files; the second of places has continents and regions of nature."""
PEOPLE, INHABITANTS, WITHIN, SPELT_OUT = 0.9, 0.8, 0.7, 0.8
"""How near a place is to its adjective ("French"), to its inhabitants ("Spaniard"), a region to a country in it, and
the region's name to the short name of an organisation of its countries."""
_COUNTRY = re.compile(r"(?:country|kingdom|nation)$")
_QUARTERS = ("Southeast", "Southeastern")
_LONGEST = 4


class Synset(NamedTuple):
    """A set of synonyms: its file, its words as WordNet writes them, its pointers.

    A pointer is a sign, the id of what it points to, and which word points to which, 0 where it is all.
    """

    file: str
    words: list[str]
    pointers: list[tuple[str, str, int, int]]


def synsets() -> dict[str, Synset]:
    """Return the nouns' and adjectives' sets of synonyms by their ids."""
    found = {}
    for part in ("noun", "adj"):
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
            found[part[0] + fields[0]] = Synset(fields[1], words, pointers)
    return found


def belonging() -> dict[tuple[str, str], float]:
    """Return pairs of terms of which the first, in a question, may stand for the second in an article, and how nearly.

    Places and their people stand for each other; a region stands for the countries in it and for what these founded.
    """
    sets = synsets()
    found: dict[tuple[str, str], float] = {}

    def relate(one: str, other: str, strength: float) -> None:
        pair = term(one.lower()), term(other.lower())
        if pair[0] != pair[1] and "word" not in (english(one.lower()), english(other.lower())):
            found[pair] = max(found.get(pair, 0.0), strength)

    for each in sets.values():
        for person, place, strength in _people(each, sets):
            relate(person, place, strength)
            relate(place, person, strength)
    regions = {
        name: countries
        for name, each in sets.items()
        if each.file in PLACES and not _country(name, sets)
        if (countries := [part for part in sorted(_parts(name, sets)) if _country(part, sets)])
    }
    for name, countries in regions.items():
        for region in _names(sets[name]):
            for country in countries:
                for other in _names(sets[country])[:1]:
                    relate(region, other, WITHIN)
    for region, short in _short_names(sets, {region for name in regions for region in _names(sets[name])}):
        relate(region, short, SPELT_OUT)
    return found


def _people(each: Synset, sets: dict[str, Synset]) -> list[tuple[str, str, float]]:
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


def _country(name: str, sets: dict[str, Synset]) -> bool:
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
    people = {word: place for each in sets.values() for word, place, _ in _people(each, sets) if place in regions}
    for each in sets.values():
        members = [to for sign, to, *_ in each.pointers if sign == "%m" and to in sets and _country(to, sets)]
        if each.file != ORGANISATIONS or len(members) < 2:
            continue
        short = [word for word in each.words if word.isupper() and word.isalpha()]
        for word in sorted({part for words in each.words for part in words.split("_")}):
            region = (
                word
                if word in regions
                else people.get(word) or next((r for r in sorted(regions) if word == r + "n"), None)
            )
            if region or word in _QUARTERS:
                found += [(name, one) for name in sorted({word, region or word}) for one in short]
    return found


def aliases() -> dict[str, list[str]]:
    """Return what else places and organisations are called whose name is several words, all by their terms."""
    sets = synsets()
    first = {}
    for line in (WORDNET / "index.noun").read_text("latin1").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            first[fields[0]] = "n" + fields[-int(fields[2])]
    found: dict[str, list[str]] = defaultdict(list)
    for name, each in sets.items():
        if name[0] != "n" or each.file not in (ORGANISATIONS, PLACES[0]):
            continue
        known = [
            w for w in each.words if re.fullmatch(r"[A-Za-z_]+", w) and (w.isupper() or first.get(w.lower()) == name)
        ]
        terms = {word: [token.term for token in tokenize(word.replace("_", " ")) if not token.stop] for word in known}
        for word, own in terms.items():
            # Who asks for a capital asks for the city's name.
            if not 1 < len(own) <= _LONGEST or not word[0].isupper() or "capit" in own:
                continue
            for other, others in terms.items():
                if (
                    others
                    and not set(others) >= set(own)
                    and len(other) > 1
                    and not other.lower().startswith("capital")
                ):
                    found[" ".join(own)].append(" ".join(others))
    return found


def main(path: Path) -> None:
    """Write the file."""
    lines = sorted((key, list(dict.fromkeys(others))) for key, others in aliases().items())
    path.write_text("".join(f"{key}\t{','.join(others)}\n" for key, others in lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
