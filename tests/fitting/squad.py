"""The SQuAD file as the fitting commands want it: articles, and questions with where their answers stand."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.models import Article, Paragraph

if TYPE_CHECKING:
    from bot.records import Recorded

FILE = "squad2-dev-16-articles.json"
HALF = 8
"""Articles that weights are fitted on; the others are there to report."""


@dataclass(frozen=True)
class Asked:
    """A question: the place of its article, of paragraph there, and where its answers begin: nowhere if none."""

    text: str
    article: int
    paragraph: int
    answers: tuple[int, ...]

    def answered_by(self, passage: Recorded, sentence: int) -> bool:
        """Tell whether a sentence of the right paragraph holds an answer."""
        span = passage.sentences[sentence].span
        return any(span.start <= answer < span.end for answer in self.answers)


def load() -> tuple[list[Article], list[Asked]]:
    """Read the file from the folder that BOT_DATA names."""
    path = Path(os.environ.get("BOT_DATA", "")) / FILE
    if not path.is_file():
        sys.exit(f"BOT_DATA names no folder that holds {FILE}")
    articles, asked = [], []
    for place, data in enumerate(json.loads(path.read_text(encoding="utf-8"))["data"]):
        texts = [paragraph["context"] for paragraph in data["paragraphs"]]
        name = f"a{place}"
        paragraphs = tuple(Paragraph(name, number, text) for number, text in enumerate(texts, 1))
        articles.append(Article(name, data["title"].replace("_", " "), paragraphs))
        for number, paragraph in enumerate(data["paragraphs"]):
            for each in paragraph["qas"]:
                starts = tuple(answer["answer_start"] for answer in each["answers"] if not each["is_impossible"])
                asked.append(Asked(each["question"], place, number, starts))
    return articles, asked
