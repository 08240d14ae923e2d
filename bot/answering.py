"""The way of a question, top to bottom: what was asked, what is found, what is said."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from bot.acronyms import spell_out
from bot.building import build
from bot.conversation import answer, intent, strip_courtesy
from bot.errors import UnknownArticleError
from bot.evidence import Evidence, rank
from bot.highlight import highlight
from bot.index import Index
from bot.models import Passage, Question, Reply, Span
from bot.query import understand
from bot.refusal import decide
from bot.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.models import Article
    from bot.query import Query
    from bot.wordings import Intent

CANDIDATES = 20
"""How many paragraphs BM25 hands on to be weighed: on the SQuAD 2.0 articles the right one is there 98 times in 100."""


class Bot:
    """Answers questions from a set of articles, in their own words."""

    def __init__(self, articles: Iterable[Article] | Index) -> None:
        """Index the articles, or take an index that was opened."""
        self._index = articles if isinstance(articles, Index) else build(articles)
        self.articles: Mapping[str, Article] = self._index.articles
        self.examples: tuple[str, ...] = ()

    def ask(self, question: Question) -> Reply:
        """Return the reply to a question; UnknownArticleError where it names an article that is not here."""
        began = perf_counter()
        said = intent(question.text)
        if said is not None:
            return self._converse(said, question, began)
        standalone = self._correct(strip_courtesy(self._resolve(question.text, question.history)))
        query = understand(standalone, self._index)
        query, ranked = self._rank(query, question)
        passages = tuple(self._passage(evidence, query) for evidence in ranked[: question.limit])
        if ranked and decide(query, ranked[0], self._index) > 0:
            return Reply(
                question.text,
                standalone,
                "answered",
                self._say(ranked[0], query),
                passages,
                took_ms=(perf_counter() - began) * 1000,
            )
        missing = tuple(term.word for term in query.terms if not term.known)
        strange = [term.word for term in query.terms if not term.known and not term.kin]
        return Reply(
            question.text,
            standalone,
            "unanswered",
            self._refuse(strange),
            related=passages,
            missing=missing,
            took_ms=(perf_counter() - began) * 1000,
        )

    def search(self, question: Question) -> tuple[Passage, ...]:
        """Return the best passages in order, whether they answer or not."""
        query = understand(question.text, self._index)
        query, ranked = self._rank(query, question)
        return tuple(self._passage(evidence, query) for evidence in ranked[: question.limit])

    def _resolve(self, text: str, history: Sequence[str]) -> str:
        """Return the question as one that stands alone."""
        if not history:
            return text
        from bot.followup import resolve  # noqa: PLC0415 - its patterns take 50 ms, and a first question needs none

        return resolve(text, history)

    def _correct(self, text: str) -> str:
        """Return the question with its typing errors mended: words the articles lack, matched to ones they have."""
        pieces = []
        end = 0
        for token in tokenize(text):
            if token.stop or token.start < end or self._index.frequency(token.term):
                continue
            word = text[token.start : token.end]
            meant = self._index.speller.correct(word if token.start else word.lower())
            if meant is not None:
                pieces += [text[end : token.start], meant.capitalize() if word[0].isupper() else meant]
                end = token.end
        return "".join([*pieces, text[end:]])

    def _converse(self, said: Intent, question: Question, began: float) -> Reply:
        """Return the reply to a courtesy, or to a question about an article as a whole."""
        articles: Collection[Article] = self.articles.values()
        if question.article is not None:
            self._check(question.article)
            articles = [self.articles[question.article]]
        told = answer(said, articles)
        passages = tuple(
            Passage(paragraph, self.articles[paragraph.article].title, 0.0, Span(0, len(paragraph.text)))
            for paragraph in told.paragraphs[: question.limit]
        )
        took = (perf_counter() - began) * 1000
        return Reply(question.text, question.text, told.status, told.text, passages, took_ms=took)

    def _check(self, article: str) -> None:
        if article not in self.articles:
            raise UnknownArticleError(f"There is no article {article!r}.")

    def _rank(self, query: Query, question: Question) -> tuple[Query, list[Evidence]]:
        among = None
        if question.article is not None:
            self._check(question.article)
            among = self._index.among(question.article)
        hits = self._index.engine.search(query.searched, CANDIDATES, among)
        query = spell_out(query, [self._index[hit.paragraph] for hit in hits])
        return query, rank(query, hits, self._index)

    def _passage(self, evidence: Evidence, query: Query) -> Passage:
        found = self._index[evidence.paragraph]
        sentence = found.sentences[evidence.sentence]
        spans, _ = highlight(query, sentence)
        return Passage(found.paragraph, found.title, evidence.score, sentence.span, spans)

    def _say(self, evidence: Evidence, query: Query) -> str:
        found = self._index[evidence.paragraph]
        sentence = found.sentences[evidence.sentence]
        spans, alone = highlight(query, sentence)
        span: Span = spans[0] if alone else sentence.span
        return found.paragraph.text[span.start : span.end]

    def _refuse(self, words: Sequence[str]) -> str:
        who, verb = ("The article", "does") if len(self.articles) == 1 else ("The articles", "do")
        if not words:
            return f"{who} {verb} not say."
        named = ", ".join(f"\u201c{word}\u201d" for word in words)
        return f"{who} {verb} not mention {named}."
