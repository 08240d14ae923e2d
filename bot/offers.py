"""What is offered to begin and to go on with: questions that the bot has itself checked it can answer."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from bot.dialogue.conversation import intent
from bot.suggestions import about, by_terms, candidates, fresh, near, varied

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.index import Index
    from bot.models import Question, Reply
    from bot.suggestions import Candidate

SUGGESTIONS = 3
"""Questions offered with a reply."""
NEARBY = 2000
"""Paragraphs up to which suggestions are made near each answer; in more, where every answer may be in an article not
asked about before, that would cost many times the answer, and the examples are suggested."""
EXAMPLES = 4
"""Questions offered to begin with."""
EXAMPLE_ARTICLES = 4
"""Articles that these are taken from at most."""


class Offers:
    """Questions made from the articles of an index, of which only those are kept that are answered."""

    def __init__(self, index: Index, answers: Callable[[Candidate], bool]) -> None:
        """Take an index, and what tells whether a question is answered from the paragraph that it was made from."""
        self._index = index
        self._answers = answers
        self._offers = lru_cache(maxsize=256)(self._offer)
        self._near = lru_cache(maxsize=NEARBY)(self._nearest)

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Questions to begin with."""
        offers: list[Candidate] = []
        for article in islice(self._index.articles, EXAMPLE_ARTICLES):
            offers += self._offers(article)
            if len(offers) >= EXAMPLES:
                break
        return varied(offers)[:EXAMPLES]

    def examples_of(self, article: str) -> tuple[str, ...]:
        """Return questions to begin with where one article alone is asked."""
        return varied(self._offers(article))[:EXAMPLES]

    def after(self, question: Question, reply: Reply) -> tuple[str, ...]:
        """Return questions to go on with after a reply: made near what it shows, and not asked before."""
        shown = reply.passages or reply.related
        if not shown:
            if reply.status == "chat" and intent(question.text) == "goodbye":
                return ()
            examples = self.examples if question.article is None else self.examples_of(question.article)
            return examples[:SUGGESTIONS]
        asked = [about(reply.standalone_question), *map(about, question.history)]
        if len(self._index) > NEARBY:
            return fresh(by_terms(self.examples), asked, SUGGESTIONS)
        paragraph = shown[0].paragraph
        return fresh(self._near(paragraph.article, paragraph.number), asked, SUGGESTIONS)

    def _nearest(self, article: str, number: int) -> dict[frozenset[str], str]:
        return by_terms(near(self._offers(article), article, number))

    def _offer(self, article: str) -> tuple[Candidate, ...]:
        passages = (self._index[place] for place in self._index.among(article))
        return tuple(offer for offer in candidates(passages) if self._answers(offer))
