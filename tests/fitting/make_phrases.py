"""Make ``bot/english/data/phrases.tsv``: verbs of several words, and what else they are called in one.

Run ``python tests/fitting/make_phrases.py WORDNET``, the folder of WordNet 3.0's files (Debian's wordnet-base). Of a
verb its first senses are taken, of the later ones those that WordNet's own counts have met.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from make_senses import DATA, SHORTEST, counts, rows

from bot.english.dictionary import english
from bot.english.kinship import commonness
from bot.english.lexicon import STOP_WORDS
from bot.english.phrases import PARTICLES
from bot.text import term

SENSES = 3
"""Senses of each that are looked at."""
MOST = 6
"""Verbs that are kept of each."""
RARE = 0.00005
"""Share of English paragraphs below which nobody is likely to have put a verb for another."""
LACKING = {
    "come out": "appear launch publish release",
    "come together": "converge meet unite",
    "come up with": "invent devise create coin introduce propose",
    "deal with": "handle address control tackle manage solve",
    "get away": "escape flee",
    "get back": "recover regain return",
    "get together": "meet gather",
    "go down": "fall decrease decline drop",
    "go up": "rise increase climb",
    "hand over": "deliver transfer surrender",
    "knock down": "demolish raze",
    "lay off": "dismiss sack redundant",
    "pull down": "demolish raze",
    "put off": "postpone delay",
    "put up": "erect build raise increase",
    "take over": "acquire buy",
    "tear down": "demolish raze",
    "turn up": "find recover appear",
}
"""What WordNet lacks of the commonest."""


def phrases(folder: Path) -> dict[str, list[str]]:
    """Return the single verbs for each verb of several words, those of its first senses first."""
    met = counts(folder)
    verbs = {}
    for line in rows(folder / "data.verb"):
        name, _, _, size, *rest = line.split()
        verbs[name] = rest[: 2 * int(size, 16) : 2]
    found = {phrase: dict.fromkeys(put.split()) for phrase, put in LACKING.items()}
    for line in rows(folder / "index.verb"):
        lemma, _, senses, pointers, *rest = line.split()
        verb, *particles = lemma.split("_")
        if len(particles) not in (1, 2) or particles[0] not in PARTICLES or not _is_common(verb):
            continue
        for number, name in enumerate(rest[int(pointers) + 2 :][: min(int(senses), SENSES)], 1):
            if number == 1 or met[f"{lemma} v {number}"]:
                single = [word for word in verbs[name] if word != verb and _is_common(word)]
                found.setdefault(" ".join([verb, *particles]), {}).update(dict.fromkeys(single))
    return {phrase: list(single)[:MOST] for phrase, single in found.items() if single}


def _is_common(word: str) -> bool:
    """Tell whether a word is a common one; the dictionary has none of three letters."""
    known = english(word) in ("word", "both") or len(word) <= SHORTEST
    return known and word not in STOP_WORDS and commonness(term(word)) >= RARE


def main(folder: Path) -> None:
    """Write the file."""
    lines = [f"{phrase}\t{' '.join(single)}\n" for phrase, single in sorted(phrases(folder).items())]
    (DATA / "phrases.tsv").write_text("".join(lines), "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
