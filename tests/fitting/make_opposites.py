"""Make ``bot/english/data/opposites.tsv``: terms of English, and those that say the opposite.

Run ``python tests/fitting/make_opposites.py OUT``. WordNet 3.0 (Debian's wordnet-base) tells them: of a word its first
senses are taken; a verb is opposed as well to what else says its opposite in one of its commonest senses.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from places import PARTS, senses, synsets

from bot.english import senses as english
from bot.english.kinship import commonness
from bot.english.lexicon import STOP_WORDS
from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Iterator

SENSES = 3
"""Senses of a word that are looked at."""
SYNONYMS = 2
"""Senses of another verb that says the same in which it must do so."""
RARE = 0.00001
"""Share of English paragraphs below which a term is left out."""
OPPOSITE = "!"
CONVERSE = [
    set(map(term, pair.split()))
    for pair in (
        "answer ask,appoint elect,borrow lend,change remain,defeat victory,lie sit,lie stand,sit stand"
        ",strengthen weaken,boy girl,brother sister,buy sell,come go,day night,divide multiply,employer employee"
        ",export import,follow lead,follow precede,give take,guest host,husband wife,husband woman,learn teach"
        ",left right,lose win,marry divorce,new old,parent child,precede succeed,purchase sell"
    ).split(",")
]
"""What tells of the same from the other side, or of both: who sold it has been told who bought it."""


def pairs() -> Iterator[tuple[str, str]]:
    """Give pairs of words that say the opposite of each other."""
    for part in PARTS:
        sets = synsets(part)
        rank = {(name, word): place for word, names in senses(part) for place, name in enumerate(names)}
        for name, synset in sets.items():
            for sign, other, of, to in synset.pointers:
                if sign == OPPOSITE and of and other in sets:
                    ends = (name, synset.words[of - 1].lower()), (other, sets[other].words[to - 1].lower())
                    if all(rank[end] < SENSES for end in ends):
                        yield from _with_compared(ends[0][1], ends[1][1], part)
                    if part == "verb":
                        ones, others = (
                            [word for word in map(str.lower, sets[end].words) if rank[end, word] < SYNONYMS]
                            for end in (name, other)
                        )
                        yield from ((one, opposite) for one in ones for opposite in others)


def _with_compared(one: str, other: str, part: str) -> Iterator[tuple[str, str]]:
    """Give a pair, of short adjectives their comparatives and superlatives too: of long ones these are no words.

    An adjective that is a noun more often is left out: "light in the gallery" is seldom the opposite of dark.
    """
    if part != "adj":
        yield one, other
    elif not any(english.senses(word).startswith("n") for word in (one, other)):
        yield one, other
        yield from ((_compared(one, ending), _compared(other, ending)) for ending in ("er", "est"))


def _compared(word: str, ending: str) -> str:
    return (word[:-1] if word.endswith("e") else f"{word[:-1]}i" if word.endswith("y") else word) + ending


def main(path: Path) -> None:
    """Write the file."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs():
        if STOP_WORDS.isdisjoint(pair) and all(word.isascii() and word.isalpha() for word in pair):
            one, other = map(term, pair)
            if one != other and {one, other} not in CONVERSE and min(commonness(one), commonness(other)) >= RARE:
                found[one].add(other)
                found[other].add(one)
    lines = [f"{one}\t{' '.join(sorted(others))}\n" for one, others in sorted(found.items())]
    path.write_text("".join(lines), "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
