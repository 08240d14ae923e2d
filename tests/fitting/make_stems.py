"""Writes bot/english/data/stems.txt: the stems that NLTK's Snowball stemmer gives the words of the English dictionary.

    python tests/fitting/make_stems.py

Needed again only where the dictionary or the stemmer changes; tests/test_stems.py tells.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from string import ascii_lowercase

from nltk.stem.snowball import EnglishStemmer

DATA = Path(__file__).parents[2] / "bot" / "english" / "data"


def main() -> None:
    """Write the words in byte order, each with its stem where that is another."""
    stem = EnglishStemmer().stem
    words = {word.lower() for word in (DATA / "english.txt").read_text("utf-8").split()}
    # Of the shortest words the file has those whose stem is another, and only those.
    short = {"".join(letters) for letters in product(ascii_lowercase, repeat=3)}
    lines = [
        word if stem(word) == word else f"{word} {stem(word)}"
        for word in sorted(words | {word for word in short if stem(word) != word})
        if word.isascii() and word.isalpha()
    ]
    (DATA / "stems.txt").write_text("\n".join(lines) + "\n", "ascii")


if __name__ == "__main__":
    main()
