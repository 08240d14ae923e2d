"""The way of a question, top to bottom: what was asked, what is found, what is said."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import islice
from time import perf_counter_ns
from typing import TYPE_CHECKING

from bot import speech
from bot.acronyms import spell_out
from bot.dialogue.brevity import strip_wish
from bot.dialogue.conversation import CHAT, answer, bare, call_writer, doubt, intent
from bot.dialogue.foreign import is_foreign, may_be_foreign
from bot.dialogue.hearsay import checked
from bot.dialogue.noise import quiet
from bot.dialogue.preamble import of_the_reader, strip_preamble
from bot.dialogue.several import join, joined, parts
from bot.dialogue.shorthand import write_out
from bot.dialogue.sought import THE_PERSON
from bot.errors import UnknownArticleError
from bot.evidence import Evidence, rank
from bot.headings import heads
from bot.highlight import highlight
from bot.index import Index
from bot.indexing.building import build
from bot.instead import instead
from bot.listing import listed
from bot.mending import mend
from bot.models import Passage, Question, Reply, Span
from bot.offers import Offers
from bot.otherwise import marked, turn
from bot.persons import call_short, is_full_name, may_be_mentioned, named_in_full
from bot.query import understand
from bot.refusal import decide
from bot.spelling import mend_asking, mend_country
from bot.subject import is_bare, person
from bot.text import telling
from bot.titles import Named, Titles, may_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.dialogue.conversation import Answer
    from bot.dialogue.wordings import Intent
    from bot.models import Article
    from bot.query import Query
    from bot.suggestions import Candidate
    from bot.text import Token

CANDIDATES = 12
"""How many paragraphs BM25 hands on to be weighed: on the SQuAD 2.0 articles the right one is there 975 times in 1,000.
Of 20 it is there 982 times, and first no oftener: what is so far down has not the words that would lift it."""
TURNED = 2.0
"""How much less sure it must be what has to be done where the article goes on to say what happens otherwise."""
TITLES = 2000
"""Articles that are known by their titles at most: to read more would take longer than any answer."""
FINEST = 10**6
"""Parts of 1 that a passage's score is told in: the engines add up in their own order, so that the last digits differ.

To divide what was rounded to a whole number takes a third of the time that ``round`` takes over decimal places."""
_MARKS = frozenset("<>*`_#~[&")
"""One of them is there wherever a text has marks that say nothing."""
_PICTURES = "\u2600"
"""All pictures come after it among the code points, and few letters."""
_SILENT = "{who} {verb} not say."
_NO_MORE = "{who} {verb} not say more about that."
"""What is said where another answer is asked for than the last, and there is none."""
_ENDED = "The article ends there."
"""What is said where more is asked for than it has."""
_OF_ANSWERS = ("doubted", "shown")
"""What is said of the answer before."""
_OF_PICTURES = ("picture", "credit")
_ELSE = re.compile(r"\b(?:what|who|where|when|how|why|anything) else\b", re.IGNORECASE)
"""What asks for more than was answered before."""
_PARTED = frozenset(",:.")
"""One of them is there wherever something is named apart from the question."""
_APART = re.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their|there)\b", re.IGNORECASE)
"""What stands for something that is named apart from the question."""
_IN_IT = re.compile(
    r"\bwhat(?:['\u2019]?s|\s+(?:is|was))(?:\s+there)?\s+in\s+it\s+for(?!\s+(?:me|us|you)\b)", re.IGNORECASE
)


class Bot:
    """Answers questions from a set of articles, in their own words."""

    def __init__(self, articles: Iterable[Article] | Index, *, semantic: bool = False) -> None:
        """Index the articles, or take an index that was opened; BotError where meaning is asked for but not there."""
        self._index = articles if isinstance(articles, Index) else build(articles)
        self.articles: Mapping[str, Article] = self._index.articles
        self._meaning = None
        if semantic:
            from bot.semantic import Meaning  # noqa: PLC0415 - an extra

            self._meaning = Meaning(self._index)
        self.offers = Offers(self._index, self._answers)
        self._told = lru_cache(maxsize=256)(self._tell)
        self._strange = lru_cache(maxsize=256)(self._unknown)

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the articles have, bylines counted in."""
        return len(self._index)

    def ask(self, question: Question) -> Reply:
        """Return the reply to a question; UnknownArticleError where it names an article that is not here."""
        began = perf_counter_ns()
        if question.article is not None and question.article not in self.articles:
            raise UnknownArticleError(f"There is no article {question.article!r}.")
        heard = self._heard(question)
        asked = parts(heard.text)
        clauses = asked if len(asked) > 1 else joined(heard.text)
        reply = self._each(heard, clauses) if clauses else self._either(heard)
        if reply.status == "unanswered" and clauses and len(asked) == 1:  # it may be one question after all
            reply = self._either(heard)
        reply.question = question.text
        reply.suggestions = self.offers.after(heard, reply)
        reply.took_ms = (perf_counter_ns() - began) // 1000 / 1000
        return reply

    def search(self, question: Question) -> tuple[Passage, ...]:
        """Return the best passages in order, whether they answer or not; the question is understood as by ``ask``."""
        question = self._heard(question)
        said, standalone, tokens = self._read(question)
        if said is not None:
            return self._converse(said, question, standalone).passages
        query, ranked = self._find(question, standalone, tokens)
        return tuple(self._passage(evidence, query)[0] for evidence in turn(standalone, ranked, self._index))

    def headings(self, article: str, shown: slice) -> frozenset[int]:
        """Return the numbers of those among an article's passages that head what stands below them."""
        places = self._index.among(article)[shown]
        return frozenset(self._index.passage(place).paragraph.number for place in places if heads(place, self._index))

    def understood(self, question: Question) -> tuple[str, list[Token]]:
        """Return the question made to stand alone, without courtesies and typing errors, and its telling words."""
        earlier = tuple(map(_plain, question.history))
        if not earlier and is_bare(question.text) and (whom := self._subject(question.article)):
            earlier = (f"Who is {whom}?",)
        asked = self._resolve(_plain(question.text), earlier)
        standalone = mend_asking(bare(asked))
        tokens = telling(standalone)
        mended = mend(standalone, tokens, self._index)
        return (standalone, tokens) if mended == standalone else (mended, telling(mended))

    def _heard(self, question: Question) -> Question:
        """Return a question without what is no word of it, and with the earlier ones one by one."""
        known = self._index.frequency
        text, *earlier = [
            write_out(quiet(_unmarked(said), known), known) for said in (question.text, *question.history)
        ]
        if not earlier and text is question.text:
            return question
        return question._replace(text=text, history=tuple([part for said in earlier for part in parts(said)]))

    def _reply(self, question: Question) -> Reply:
        if question.history and (further := self._onward(question)):
            return further
        named = self._named(question)
        if named is None or question.article not in (None, named.article):
            return self._asked(question)
        if not named.sure and (reply := self._asked(question)).status == "answered":
            return reply
        reply = self._asked(question._replace(text=named.question, article=named.article))
        if reply.standalone_question == named.question:
            reply.standalone_question = question.text
        return reply

    @cached_property
    def _titles(self) -> Titles:
        return Titles((article.id, article.title) for article in islice(self.articles.values(), TITLES))

    def _named(self, question: Question) -> Named | None:
        """Return the article that a question names by its title, or that an earlier one did which it goes on from.

        It may do no more than that where the last question left open which article it was about.
        """
        text = question.text
        if question.history and self._is_open(question) and (chosen := self._titles.chosen(text)):
            return Named(chosen, question.history[-1], sure=True)
        if any(map(may_name, question.history)):
            if self._said(text, self._unnamed(question.history)) is not None:
                return None
            text = self.understood(question)[0]
        return self._titles.named(text) if may_name(text) else None

    def _is_open(self, question: Question) -> bool:
        """Tell whether the last question was about "the article", and which of several was not told."""
        *earlier, last = question.history
        said = self._said(last, earlier)
        return said is not None and said not in CHAT and question.article is None and len(self.articles) > 1

    def _unnamed(self, history: Sequence[str]) -> tuple[str, ...]:
        """Return earlier questions with an article that they name called "the article"."""
        named = [self._titles.named(text) if may_name(text) else None for text in history]
        return tuple([found.question if found else text for found, text in zip(named, history, strict=True)])

    def _asked(self, question: Question) -> Reply:
        """Return the reply to a question as it is asked, whatever article it names."""
        said, standalone, tokens = self._read(question)
        if said is not None:
            return self._converse(said, question, standalone)
        named, known = self._by_name(standalone, question)
        if known is None:
            reply = self._look_up(question, standalone, tokens)
            if question.history and _asks_who_says(question.text) and not _names_speaker(reply):
                return self._converse("shown", question, standalone)
            return reply
        reply = self._look_up(question, named, telling(named))
        if reply.status == "answered":
            return reply
        described = self._look_up(question, standalone, tokens)
        return reply if any(_is_again(passage, known, named) for passage in described.passages[:1]) else described

    def _either(self, question: Question) -> Reply:
        """Return the reply to a question; where it has none and offers two things, that to what is told of either.

        So is one that leaves out some of the places that are asked about.
        """
        reply = self._reply(question)
        if question.history and reply.status == "answered":
            reply = self._another(question, reply)
        if " and " in question.text and reply.status != "chat":
            return self._every(question, reply)
        if reply.status != "unanswered" or " or " not in question.text:
            return reply
        from bot.dialogue.alternatives import each  # noqa: PLC0415 - few questions need it

        offers = each(question.text) or each(reply.standalone_question)  # "when is it?", "in May or June?"
        found = [(self._reply(question._replace(text=text)), offered) for text, offered in offers]
        told = [other for other, offered in found if other.status == "answered" and _tells_of(offered, other)]
        if len(told) < 2:  # noqa: PLR2004 - both
            return told[0] if told else reply
        return join(question, [other.question for other in told], told)

    def _every(self, question: Question, reply: Reply) -> Reply:
        """Return a reply, or the replies to each of the places that are asked about where it does not name all."""
        from bot.dialogue.alternatives import places  # noqa: PLC0415 - few questions need it

        asked = places(question.text) or places(reply.standalone_question)
        if all(name in reply.reply for _, name in asked):
            return reply
        replies = [self._reply(question._replace(text=text)) for text, _ in asked]
        if not any(other.status == "answered" for other in replies):
            return reply
        every = join(question, [text for text, _ in asked], replies)
        every.standalone_question = reply.standalone_question
        return every

    def _onward(self, question: Question) -> Reply | None:
        """Return what the article goes on to say behind what was last shown, where no more than that is asked for."""
        from bot.onward import asks_else, asks_on, onward  # noqa: PLC0415 - a first question needs it not

        text = question.text
        if not asks_on(text) and (not asks_else(text) or _ELSE.search(self.understood(question)[0])):
            return None
        last = self._last(question)
        if last is None or not (last.status == "answered" or last.reply == _ENDED):
            return None
        passage = onward((last.cited or last.passages)[-1], self._index) if last.passages else None
        if passage is None:
            return Reply(text, text, "chat", _ENDED)
        return Reply(text, text, "answered", _words(passage, passage.evidence), (passage,))

    def _another(self, question: Question, reply: Reply) -> Reply:
        """Return a reply, or that no more is said where another than the last is asked for and it is that once more."""
        from bot.onward import asks_another, tells_another  # noqa: PLC0415 - a first question needs it not

        last = self._last(question) if asks_another(question.text) else None
        refusal = self._refuse((), question, _NO_MORE)
        if last is None or last.reply not in (reply.reply, refusal) or _shown(last) != _shown(reply):
            return reply
        if last.standalone_question != reply.standalone_question and tells_another(question.text, reply.reply):
            return reply
        return Reply(question.text, reply.standalone_question, "unanswered", refusal, (), reply.passages)

    def _last(self, question: Question) -> Reply | None:
        """Return the reply to the last question that was not only said to the bot, None where there is none."""
        history = question.history
        while history:
            *earlier, last = history
            history = tuple(earlier)
            before = question._replace(text=last, history=history)
            if not (said := self._said(last, history)) or said not in CHAT:
                return self._either(before)
        return None

    def _each(self, question: Question, asked: tuple[str, ...]) -> Reply:
        """Return one reply to the questions of a message, each of which the ones before it are the history of."""
        history = question.history
        replies = []
        for text in asked:
            replies.append(self._either(question._replace(text=text, history=history)))
            history = (*history, text)
        return join(question, asked, replies)

    def _read(self, question: Question) -> tuple[Intent | None, str, list[Token]]:
        """Return what is said to the bot or asked about an article as a whole, None for a question to look up.

        After it come the question as it was understood, and its words.
        """
        if may_be_foreign(question.text) and is_foreign(question.text, self._index):
            return "foreign", question.text, []
        said = self._said(question.text, self._unnamed(question.history))
        if said is not None:
            return said, question.text, []
        standalone, tokens = self.understood(question)
        if standalone != question.text:
            # A typing error may have hidden it, but not what an earlier question put in, the picture aside.
            said = self._said(standalone, question.history)
            told_before = said and question.history and self.understood(Question(question.text))[0] != standalone
            if told_before and said not in _OF_PICTURES:
                said = None
        return said, standalone, tokens

    def _find(self, question: Question, standalone: str, tokens: list[Token]) -> tuple[Query, list[Evidence]]:
        """Return what a question asks for, and as much evidence as it wants, in order."""
        among = None if question.article is None else self._index.among(question.article)
        query = understand(standalone, self._index, tokens, among)
        if question.history and _ELSE.search(standalone):
            query, ranked = self._rank(standalone, query, among, question.limit + 1)
            return query, self._anew(query, ranked, question)[: question.limit]
        return self._rank(standalone, query, among, question.limit)

    def _anew(self, query: Query, ranked: list[Evidence], question: Question) -> list[Evidence]:
        """Return evidence with that last which the question before showed, where something else answers.

        Where that was shown in part it goes on from the name that is asked about, else it has all that is asked.
        """
        *earlier, last = question.history
        before = Question(last, tuple(earlier), question.article, 1)
        said, standalone, tokens = self._read(before)
        found, shown = self._find(before, standalone, tokens) if said is None else (query, [])
        if not (shown and ranked and shown[0].at == ranked[0].at):
            return ranked
        passage, span = self._passage(shown[0], found)
        wanted = query.terms
        if span != passage.evidence:
            wanted = tuple(sorted((term for term in wanted if term.name), key=lambda term: term.weight)[-1:])
        anew = [
            evidence
            for evidence in ranked[1:]
            if all(term.term in self._index.passage(evidence.paragraph).terms for term in wanted)
        ]
        if not anew or decide(query, anew[0], self._index) <= 0:
            return ranked
        return [*anew, *(evidence for evidence in ranked if evidence not in anew)]

    def _look_up(self, question: Question, standalone: str, tokens: list[Token]) -> Reply:
        query, ranked = self._find(question, standalone, tokens)
        turned = turn(standalone, ranked, self._index)
        least = 0.0 if turned is ranked else -TURNED
        sure = bool(ranked) and decide(query, ranked[0], self._index) > least
        if ranked and not sure and (other := instead(query, ranked[0], self._index)):
            ranked[0], sure = other, True
        rows = listed(query, ranked[0], self._index) if sure and ranked[0].heading else []
        found = [self._passage(evidence, query) for evidence in rows or turned]
        passages = tuple([passage for passage, _ in found])
        if sure:
            told = "\n".join([_words(*each) for each in found[: len(rows) or 1]])
            return Reply(question.text, standalone, "answered", told, passages)
        lacking = (term for term in query.terms if not term.known)
        unknown = [term for term in lacking if not self._titles.have(term.term, question.article)]
        missing = tuple(term.word for term in unknown)
        strange = named_in_full(query, [term for term in unknown if not term.kin and may_be_mentioned(term)])
        return Reply(question.text, standalone, "unanswered", self._refuse(strange, question), (), passages, missing)

    def _said(self, text: str, history: Sequence[str]) -> Intent | None:
        if not history:
            return intent(text)
        from bot.followup import said  # noqa: PLC0415 - see below

        return said(text, history)

    def _subject(self, article: str | None) -> str:
        """Return whom the article is about that is asked alone, or the only one, "" where its title names nobody."""
        if article is None and len(self.articles) == 1:
            article = next(iter(self.articles))
        return person(self.articles[article].title) if article is not None else ""

    def _resolve(self, text: str, history: Sequence[str]) -> str:
        """Return the question as one that stands alone."""
        if not history:
            return text
        from bot.followup import resolve  # noqa: PLC0415 - its patterns take 50 ms, and a first question needs none

        return resolve(text, history, frozenset().union(*map(self._strange, history)))

    def _by_name(self, standalone: str, question: Question) -> tuple[str, Passage | None]:
        """Return a question with the person whom an earlier one asked after called by name, and where that stands.

        It is "" where no name is known.
        """
        if not question.history or THE_PERSON not in standalone:
            return "", None
        from bot.followup import asked_after  # noqa: PLC0415 - see above

        for whom, who in asked_after(tuple(map(_plain, question.history))).items():
            if whom in standalone and who != standalone:
                first = Question(who, (), question.article, 1)
                found = self._look_up(first, *self.understood(first)).passages[:1]
                marked = [_words(passage, span) for passage in found for span in passage.highlights]
                if marked and is_full_name(marked[0]):
                    return standalone.replace(whom, marked[0]), found[0]
        return "", None

    def _unknown(self, text: str) -> frozenset[str]:
        """Return the words of a question that the articles have not, nor any of that meaning or spelt nearly so."""
        words = ((token.term, text[token.start : token.end].lower()) for token in telling(text))
        index = self._index
        return frozenset(
            word
            for term, word in words
            if not index.frequency(term) and not index.kin(term) and index.correct(word) is None
        )

    def _rank(self, text: str, query: Query, among: range | None, most: int) -> tuple[Query, list[Evidence]]:
        hits = self._index.engine.search(query.searched, CANDIDATES, among)
        query = call_short(spell_out(query, hits, self._index), hits, self._index)
        if self._meaning is None or not query.terms:
            return query, rank(query, hits, self._index, most)
        reading = self._meaning.read(text)
        hits += reading.more(hits, query.searched, among)
        return query, rank(query, hits, self._index, most, reading)

    def _passage(self, evidence: Evidence, query: Query) -> tuple[Passage, Span]:
        """Return a passage, and the span of it that answers on its own."""
        found = self._index.passage(evidence.paragraph)
        first = last = evidence.sentence
        sentence = found.sentence[first]
        if evidence.beside is not None:
            first, last = min(first, evidence.beside), max(last, evidence.beside)
        elif sentence.asks and last + 1 < len(found.lines):
            last += 1
            sentence = found.sentence[last]
        elif sentence.leans and first:
            first -= 1
        span = sentence.span
        if first != last:
            span = Span(found.sentence[first].span.start, found.sentence[last].span.end)
        best, alone = highlight(query, sentence)
        if best is None:
            best = marked(sentence)
        score = round(evidence.score * FINEST) / FINEST
        passage = Passage(found.paragraph, found.title, score, span, () if best is None else (best,))
        return passage, best if best is not None and alone else span

    def _refuse(self, words: Sequence[str], question: Question, silent: str = _SILENT) -> str:
        one = question.article is not None or len(self.articles) == 1
        who, verb = ("The article", "does") if one else ("The articles", "do")
        if not words:
            return silent.format(who=who, verb=verb)
        named = ", ".join(f"\u201c{word}\u201d" for word in words)
        return f"{who} {verb} not mention {named}."

    def _converse(self, said: Intent, question: Question, standalone: str) -> Reply:
        """Return the reply to a courtesy, or to a question about an article as a whole."""
        if said in _OF_ANSWERS and (last := self._last(question)) is not None and last.status != "chat":
            shown = last.passages[:1]
            return Reply(question.text, standalone, "chat", doubt(said, *shown or (None,)), shown)
        told = self._told(said, self._article(said, question), standalone if said == "extract" else "")
        passages = tuple(
            Passage(
                paragraph,
                self.articles[paragraph.article].title,
                0.0,
                told.part or Span(0, len(paragraph.text)),
                (told.mark,) if told.mark and paragraph is told.paragraphs[0] else (),
            )
            for paragraph in told.paragraphs[: max(question.limit, told.text.count("\n") + 1)]
        )
        return Reply(question.text, standalone, told.status, told.text, passages)

    def _article(self, said: Intent, question: Question) -> str | None:
        """Return the article that is spoken of: the one that is asked alone, else that of the last answer."""
        if said == "articles":
            return None
        if question.article is not None or said in CHAT or len(self.articles) == 1:
            return question.article
        last = self._last(question)
        return last.passages[0].paragraph.article if last is not None and last.passages else None

    def _tell(self, said: Intent, article: str | None, asked: str) -> Answer:
        return answer(said, self.articles.values() if article is None else [self.articles[article]], asked)

    def _answers(self, offer: Candidate) -> bool:
        """Tell whether a question is answered from the paragraph that it was made from."""
        question = Question(offer.question, limit=1)
        reply = self._look_up(question, *self.understood(question))
        return bool(reply.passages) and reply.passages[0].paragraph.id == offer.paragraph.id


def _asks_who_says(text: str) -> bool:
    """Tell whether a question asks who says what was answered."""
    from bot.dialogue.saying import asks_who_says  # noqa: PLC0415 - a first question needs it not

    return asks_who_says(text)


def _names_speaker(reply: Reply) -> bool:
    """Tell whether an answer may say who says something; where none does, the article says it itself."""
    first = reply.passages[0] if reply.status == "answered" else None
    return first is not None and speech.tells(_words(first, first.evidence))


def _shown(reply: Reply) -> list[tuple[object, ...]]:
    """Return what a reply shows first, and what is marked in it."""
    found = (reply.passages or reply.related)[:1]
    return [(passage.paragraph.id, passage.evidence, passage.highlights) for passage in found]


def _tells_of(offered: str, reply: Reply) -> bool:
    """Tell whether an answer has a word of what was offered, not only of what that is offered for."""
    first = reply.passages[0]
    told = {token.term for token in telling(_words(first, first.evidence))}
    return not offered or not told.isdisjoint(token.term for token in telling(offered))


def _is_again(passage: Passage, known: Passage, named: str) -> bool:
    """Tell whether a passage is the one that told who somebody is, and says nothing of what is asked by that name now.

    The words that describe somebody, "the person who won the race", find it whatever is asked.
    """
    if (passage.paragraph.id, passage.evidence) != (known.paragraph.id, known.evidence):
        return False
    name, evidence = _words(known, known.highlights[0]), _words(known, known.evidence)
    asked, told, called = ({token.term for token in telling(text)} for text in (named, evidence, name))
    return told.isdisjoint(asked - called)


def _unmarked(text: str) -> str:
    """Return a text without tags, other marks and pictures; of most it takes no more than a look to tell."""
    if _MARKS.isdisjoint(text) and (text.isascii() or max(text) < _PICTURES):
        return text
    from bot.dialogue.markup import unmarked  # noqa: PLC0415 - few questions need its patterns

    return unmarked(text)


def _plain(text: str) -> str:
    """Return what is asked without what is told around it, in words that can be looked up."""
    for step in (_benefits, of_the_reader, checked, strip_preamble, strip_wish, _attached, mend_country, call_writer):
        text = step(text)
    return text


def _attached(text: str) -> str:
    """Return a question with what is named apart from it in its place; few have a comma, and need its patterns."""
    if _PARTED.isdisjoint(text) or _APART.search(text) is None:
        return text
    from bot.dialogue.detached import attach  # noqa: PLC0415 - see above

    return attach(text)


def _benefits(text: str) -> str:
    """Return a question with "what is in it for" as what it asks: what are the benefits."""
    return _IN_IT.sub("what are the benefits for", text) if "in it for" in text else text


def _words(passage: Passage, span: Span) -> str:
    return passage.paragraph.text[span.start : span.end]
