"""Make ``bot/english/data/aliases.tsv``: what else places and organisations are called whose name is several words.

Run ``python tests/fitting/make_aliases.py OUT``. The names are WordNet 3.0's (Debian's wordnet-base).
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from places import ORGANISATIONS, PLACES, senses, synsets

from bot.english.aliases import LONGEST
from bot.english.dictionary import english
from bot.text import tokenize

SHORT = ("EU", "UK", "UN")
"""Names of two letters that are no others' and no words."""


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


def _is_common(name: str) -> bool:
    """Tell whether a name would be found where it is not meant: a common word, two letters, "the capital of"."""
    lower = name.lower().removeprefix("the_")
    short = len(name) < 3 and name not in SHORT
    return short or lower.startswith("capital") or ("_" not in lower and english(lower) in ("word", "both"))


def main(path: Path) -> None:
    """Write the file."""
    lines = sorted((key, list(dict.fromkeys(others))) for key, others in aliases().items())
    path.write_text("".join(f"{key}\t{','.join(others)}\n" for key, others in lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
