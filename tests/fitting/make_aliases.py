"""Make ``bot/english/data/aliases.tsv``: what else places and organisations are called whose name is several words.

So are all things that go by their initials, each way, and expressions of several words that ``compounds.txt`` lists.
Run ``python tests/fitting/make_aliases.py OUT``. The names are WordNet 3.0's (Debian's wordnet-base), a few that it
lacks our own.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from places import ORGANISATIONS, PARTS, PLACES, senses, synsets

from bot.english.aliases import LONGEST
from bot.english.dictionary import english
from bot.english.kinship import commonness
from bot.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = ("AI", "CV", "EU", "GP", "IQ", "UK", "UN", "VR")
"""Names of two letters that are no others' and no words."""
MET = 0.0001
"""Share of English paragraphs from which a word that is written with the same letters is taken for that."""
_SMALL = frozenset(("of", "the", "and", "for", "in", "on"))
"""Words whose initials are left out."""
LACKING = {
    "AR": "augmented reality",
    "BBC": "British Broadcasting Corporation",
    "COO": "chief operating officer",
    "CTO": "chief technology officer",
    "ECB": "European Central Bank",
    "EV": "electric vehicle",
    "FDI": "foreign direct investment",
    "HR": "human resources",
    "ICT": "information and communications technology",
    "MEP": "Member of the European Parliament",
    "MP": "Member of Parliament",
    "NGO": "non-governmental organisation",
    "NHS": "National Health Service",
    "OECD": "Organisation for Economic Co-operation and Development",
    "PPE": "personal protective equipment",
    "SME": "small and medium-sized enterprises",
    "VR": "virtual reality",
}
"""Words of initials that today's news has and WordNet lacks."""


def aliases() -> dict[str, list[str]]:
    """Return what else places and organisations are called whose name is several words, all by their terms."""
    sets = synsets("noun")
    first = {word: ids[0] for word, ids in senses("noun")}
    found: dict[str, list[str]] = defaultdict(list)
    for name, each in sets.items():
        if each.file not in (ORGANISATIONS, PLACES[0]):
            continue
        known = [
            w for w in each.words if re.fullmatch(r"[A-Za-z_]+", w) and (w.isupper() or first.get(w.lower()) == name)
        ]
        terms = {word: [token.term for token in tokenize(word.replace("_", " ")) if not token.stop] for word in known}
        for word, own in terms.items():
            # Who asks for a capital asks for the city's name.
            if not 1 < len(own) <= LONGEST or not word[0].isupper() or "capit" in own:
                continue
            for other, others in terms.items():
                if others and not set(others) >= set(own) and not _is_common(other):
                    found[" ".join(own)].append(" ".join(others))
    return found


def initials() -> dict[str, list[str]]:
    """Return the words that initials stand for, and initials for the words, all by their terms."""
    found: dict[str, list[str]] = defaultdict(list)
    small = {word for part in PARTS for each in synsets(part).values() for word in each.words if word.islower()}
    words_too = {word for word in small if commonness(word) >= MET}
    for short, words in [*LACKING.items(), *_abbreviated()]:
        letters = tokenize(short)[0]
        own = [token.term for token in tokenize(words.replace("_", " ").replace("-", " ")) if not token.stop]
        if letters.stop or letters.term in words_too or letters.term != short.lower() or not 1 < len(own) <= LONGEST:
            continue
        found[letters.term].append(" ".join(own))
        if not _is_common(short):
            found[" ".join(own)].append(letters.term)
    return found


def _abbreviated() -> Iterator[tuple[str, str]]:
    """Give each word of capitals of WordNet with each name of several words beside it that has these initials."""
    for each in synsets("noun").values():
        for short in filter(re.compile(r"[A-Z]{2,6}$").match, each.words):
            for name in each.words:
                words = [word for word in re.split("[_-]", name) if word and word not in _SMALL]
                if len(words) == len(short) and "".join([word[0] for word in words]).upper() == short:
                    yield short, name


def _is_common(name: str) -> bool:
    """Tell whether a name would be found where it is not meant: a common word, two letters, "the capital of"."""
    lower = name.lower().removeprefix("the_")
    short = len(name) < 3 and name not in SHORT
    return short or lower.startswith("capital") or ("_" not in lower and english(lower) in ("word", "both"))


def compounds() -> dict[str, list[str]]:
    """Return what is said by several words, "labour force", with the word or words that mean the same, each way."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in Path(__file__).with_name("compounds.txt").read_text("ascii").splitlines():
        one, equals, other = line.partition(" = ")
        if not equals:
            continue
        terms = [" ".join([token.term for token in tokenize(side) if not token.stop]) for side in (one, other)]
        if all(terms) and terms[0] != terms[1]:
            found[terms[0]].append(terms[1])
            found[terms[1]].append(terms[0])
    return found


def main(path: Path) -> None:
    """Write the file."""
    found = aliases()
    for more in (initials(), compounds()):
        for key, others in more.items():
            found[key] += others
    lines = sorted((key, list(dict.fromkeys(others))) for key, others in found.items())
    path.write_text("".join(f"{key}\t{','.join(others)}\n" for key, others in lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
