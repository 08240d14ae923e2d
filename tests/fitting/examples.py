"""What the weights are fitted on and reported on: the SQuAD articles, and the questions in tests/questions.

Of each there are two halves. The fitting commands look at the first; the second is there to report.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot import corpus
from bot.answering import Bot
from bot.dialogue.conversation import intent
from bot.evaluation import holds
from bot.indexing.building import build
from bot.models import Article
from bot.questions import load

if TYPE_CHECKING:
    from bot.index import Index
    from bot.indexing.records import Recorded
    from bot.questions import Case

SQUAD = "squad2-dev-16-articles.json"
HALF = 8
"""SQuAD articles that weights are fitted on."""
RARE = 0.05
"""Added to each feature's deviation, lest one that is seldom met gets a weight that a few questions made."""
HERE = Path(__file__).parents[1] / "questions"


@dataclass(frozen=True)
class Example:
    """A question as it is looked up, the index it is asked of, and what answers it; ``group`` says where it is from.

    ``own`` is false where the question was written for another article.
    """

    text: str
    index: Index
    case: Case
    group: str
    half: int
    """0 to fit on, 1 to report on."""
    own: bool = True

    @property
    def answerable(self) -> bool:
        """Whether the index holds an answer."""
        return self.own and bool(self.case.answers)

    def gold(self, passage: Recorded) -> bool:
        """Tell whether this is a passage to find."""
        paragraph, case = passage.paragraph, self.case
        if not self.answerable or case.article not in (None, paragraph.article):
            return False
        return paragraph.number in case.paragraphs if case.paragraphs else holds(paragraph.text, case.answers)

    def answered_by(self, passage: Recorded, sentence: int) -> bool:
        """Tell whether a sentence holds an answer, in a passage to find."""
        return self.gold(passage) and holds(passage.sentences[sentence].text, self.case.answers)


def squad(*, together: bool) -> list[Example]:
    """Return the questions of the SQuAD file in the folder BOT_DATA, with all its articles in one index or one in each.

    Where each has its own, each question with an answer is asked of the next article's as well.
    """
    path = Path(os.environ.get("BOT_DATA", "")) / SQUAD
    if not path.is_file():
        sys.exit(f"BOT_DATA names no folder that holds {SQUAD}")
    found = load(path)
    places = {article.id: place for place, article in enumerate(found.articles)}
    indexes = [build(found.articles)] if together else [build([article]) for article in found.articles]
    examples = []
    for case in found.cases:
        place = places[case.article or ""]
        half = place // HALF
        name = "together" if together else "alone"
        examples.append(Example(case.question.text, indexes[0 if together else place], case, name, half))
        if not together and case.answers:
            other = half * HALF + (place + 1) % HALF
            examples.append(Example(case.question.text, indexes[other], case, "foreign", half, own=False))
    return examples


def written() -> list[Example]:
    """Return the questions in tests/questions, follow-ups and typing errors as the bot understands them."""
    examples: list[Example] = []
    for half, name in enumerate(("tuning", "heldout")):
        folders = {f"{name}.jsonl": corpus.shipped(), f"articles-{name}.jsonl": HERE / "articles" / name}
        for questions, folder in folders.items():
            articles = {found.id: found for found in corpus.read(folder) if isinstance(found, Article)}
            indexes = {name: build([article]) for name, article in articles.items()}
            bots = {name: Bot(index) for name, index in indexes.items()}
            for case in load(HERE / questions).cases:
                article = case.article or next(iter(articles))
                if intent(case.question.text) is None:
                    text, _ = bots[article].understood(case.question)
                    examples.append(Example(text, indexes[article], case, "written", half))
    return examples
