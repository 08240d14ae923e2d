"""Whether a sentence speaks of another than a question by what stands before its noun: of steam, not diesel, engines.

Many questions without an answer are made so. Of those with one, on the first half of the SQuAD 2.0 articles and in the
tuning half of ``tests/questions``, hardly any is refused for it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.english.dictionary import english
from bot.english.kinship import SAME_STEM, shares
from bot.english.senses import is_belonging, senses, singular
from bot.text import POSSESSIVE
from bot.topic import SELDOM, title_terms

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.evidence import Evidence
    from bot.index import Index
    from bot.indexing.records import Recorded
    from bot.query import Query, Term
    from bot.text import Token


def is_another(query: Query, sentence: Sentence, best: Evidence, index: Index) -> bool:
    """Tell whether a noun of a question stands in a sentence behind another figure or noun than in the question.

    It is told so where nothing in the paragraph has the question's own, of two names even then; and where a name has
    another number behind it.
    """
    said, passage = sentence.terms, index.passage(best.paragraph)
    if query.numbered and any(
        _is_numbered_otherwise(query, *pair, passage) for pair in query.numbered if pair[0] in said
    ):
        return True
    if query.asked <= said:
        return False
    around = passage.terms
    for first, second, _, beside in query.pairs:
        if not beside or first in said or second not in said or second[0].isdigit():
            continue
        if first[0].isdigit():
            if first not in around and _numbered(second, sentence):
                return True
        elif _is_of_another_sort(query, first, second, sentence):
            sort = query.term(first)
            if _is_anothers(second, sentence) and sort is not None and sort.name and not sort.is_said(said):
                return True
            if first not in around and _is_apart(sort, passage, best, index):
                return True
    return False


def _numbered(noun: str, sentence: Sentence) -> bool:
    """Tell whether a noun is counted in a sentence."""
    return any(before is not None and before.term[0].isdigit() for before, _ in _places(noun, sentence))


def _is_numbered_otherwise(query: Query, name: str, number: str, passage: Recorded) -> bool:
    """Tell whether a name stands in a paragraph before other numbers alone: Plan 2020, not Plan 2025."""
    asked = query.term(name)
    if asked is None or not (asked.name or asked.word[0].isupper()):
        return False
    beside = [
        (one.term, other.term)
        for place in range(len(passage.lines))
        for one, other in pairwise(passage.sentence[place].tokens)
        if name in (one.term, other.term) and other.start - one.end == 1
    ]
    numbered = any(one == name and other[0].isdigit() for one, other in beside)
    return numbered and not any(number in pair for pair in beside)  # "9 October 2004" is October 9


def _is_of_another_sort(query: Query, sort: str, noun: str, sentence: Sentence) -> bool:
    """Tell whether a noun, wherever it stands in a sentence, stands behind another word that is no verb."""
    asked, of = query.term(sort), query.term(noun)
    if asked is None or of is None or of.name or not _is_noun(of.lower) or not _is_sort(asked):
        return False
    found = _places(noun, sentence)
    if any(singular(sentence.word(token).lower()) != singular(of.lower) for _, token in found):
        return False
    return all(
        before is not None
        and before.term not in query.asked
        and shares(sort, (before.term,))[0] < SAME_STEM
        and not senses(sentence.word(before).lower()).startswith("v")
        for before, _ in found
    )


def _is_anothers(noun: str, sentence: Sentence) -> bool:
    """Tell whether a noun, wherever it stands in a sentence, stands behind a name."""
    names = frozenset().union(*(terms for *_, terms in sentence.runs))
    return all(before is not None and before.term in names for before, _ in _places(noun, sentence))


def _is_sort(term: Term) -> bool:
    """Tell whether a word tells of what sort something is: a name or noun, for of adjectives many say much the same."""
    if term.name:
        return not POSSESSIVE.search(term.word)
    return _is_noun(term.lower) and term.telling and (term.known or english(term.lower) is not None)


def _is_noun(word: str) -> bool:
    """Tell whether a word, in lower case, is a noun rather than anything else."""
    return (senses(singular(word)) or "n").startswith("n") and not word.endswith(("ed", "ing"))


def _is_apart(term: Term | None, passage: Recorded, best: Evidence, index: Index) -> bool:
    """Tell whether a word is neither what an article is about nor said by another word, nor near by."""
    if term is None or term.is_said(passage.terms):
        return False
    if (term.name or is_belonging(term.lower)) and index.frequency(term.term) > SELDOM:
        return False
    if term.term in best.heading or term.is_said(title_terms(passage.title)):
        return False
    return not any(term.term in near.terms for near in index.around(best.paragraph, 1))


def _places(noun: str, sentence: Sentence) -> list[tuple[Token | None, Token]]:
    """Return a noun wherever it stands in a sentence, each time with the word right before it, if there is one."""
    tokens = sentence.tokens
    return [
        (tokens[at - 1] if at and token.start - tokens[at - 1].end == 1 else None, token)
        for at, token in enumerate(tokens)
        if token.term == noun
    ]
