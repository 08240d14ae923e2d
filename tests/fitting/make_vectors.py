"""Make ``bot/english/data/vectors.npz``: what the common words of English mean, as vectors.

Run ``python tests/fitting/make_vectors.py OUT``. The vectors are wordllama's of the words that today's English uses
most (the package wordfreq tells which) and a dictionary knows as words, projected on their first principal components.
Each is then shortened by how common its term is, as "smooth inverse frequency" has it (Arora, Liang and Ma, 2017): the
sum of a text's vectors is what the text means. The packages are needed here alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import wordllama
from wordfreq import top_n_list

from bot.english.dictionary import english
from bot.english.kinship import commonness
from bot.english.lexicon import STOP_WORDS
from bot.text import term

COMMON = 60_000
"""Words of today's English that are looked at."""
COMPONENTS = 128
SMOOTH = 0.01
"""The share of paragraphs that a term stands in which halves its vector; chosen among 0.0001, 0.001 and 0.01."""


def main() -> None:
    """Write the file that the command line names."""
    words: dict[str, str] = {}
    for word in top_n_list("en", COMMON):
        if word not in STOP_WORDS and word.isascii() and word.isalpha() and english(word) == "word":
            words.setdefault(term(word), word)
    terms = sorted(words, key=str.encode)
    model = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
    full = model.embed([words[each] for each in terms], norm=False).astype(np.float32)
    vectors = full @ np.linalg.svd(full, full_matrices=False)[2][:COMPONENTS].T
    vectors *= np.array([SMOOTH / (SMOOTH + commonness(each)) for each in terms], dtype=np.float32)[:, None]
    scales = np.abs(vectors).max(axis=1) / np.iinfo(np.int8).max
    whole = np.round(vectors / scales[:, None]).astype(np.int8)
    np.savez(sys.argv[1], terms=np.array([each.encode() for each in terms]), scales=scales, vectors=whole)


if __name__ == "__main__":
    main()
