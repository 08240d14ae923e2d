"""Whether the best evidence answers: decided on how much of the question it covers, never on a search score alone."""

from __future__ import annotations

import math
import re
from itertools import repeat
from operator import mul
from typing import TYPE_CHECKING

from bot.answertype import Kind, fits
from bot.contradiction import gainsaid
from bot.doers import is_anothers, tells_of_another
from bot.english.dictionary import english
from bot.english.senses import is_belonging, is_place, senses
from bot.english.wordclass import base
from bot.headings import under_another
from bot.highlight import said_of
from bot.opposition import denied
from bot.slots import YEAR
from bot.text import tokenize
from bot.topic import CARRIED, SELDOM, is_of_another, topic
from bot.varieties import is_another
from bot.weights import EVIDENCE, REFUSAL

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Mapping

    from bot.analysis import Sentence
    from bot.evidence import Evidence
    from bot.index import Index
    from bot.query import Query, Term

VETOES = (
    "uncounted",
    "untimed",
    "unled",
    "undated",
    "unplaced",
    "unpriced",
    "unmeasured",
    "untold",
    "unpeopled",
    "unacted",
    "bare",
    "owned",
    "anothers",
    "another",
    "gainsaid",
    "denied",
    "unheard",
    "elsewhere",
    "torn",
)
"""What no coverage makes up for: a "how many" without a number, a "when" without a time, a "how old" without a date or
an age, a "which city" without a place, a "what does it cost" without a sum, a "how tall" without a measure, an
address to write to, a cause of death, a colour or a score without one, a "who" without anyone, a "who leads it" without
a title, in the sentence; "who founded it" where the paragraph has no more than its name; what is another's, or another
did; what is of another sort, or counts others; what the question takes for granted gainsaid, or its opposite said; the
name of a person or place, or a year, that the articles never mention; a name that they mention seldom, and elsewhere,
or in another section; names that stand apart (see `TORN`)."""
_WEIGHTS = {name: weight for name, weight in REFUSAL.items() if name != "constant"}
_LACKS: dict[Kind, tuple[tuple[str, str], ...]] = {
    "count": (("no_number", "number"), ("not_counted", "counted")),
    "amount": (("no_number", "number"), ("no_money", "money")),
    "price": (("unpriced", "money"),),
    "date": (("no_date", "date"),),
    "person": (("no_person", "person"),),
    "location": (("no_place", "place"),),
    "place": (("no_place", "place"),),
    "duration": (("formless", "duration"),),
    "rate": (("formless", "rate"),),
    "degree": (("formless", "degree"),),
    "age": (("undated", "age"),),
    "old": (("undated", "age"),),
    "year": (("undated", "year"),),
    "contact": (("untold", "contact"),),
    "death": (("untold", "death"),),
    "colour": (("untold", "colour"),),
    "score": (("untold", "score"),),
}
"""By the kind of answer, the features that say it is not there, each with what is there by ``answertype.fits``."""
_OFTEN = 4
"""Letters of a name among which there may be one error."""
_AROUND = 8
"""Paragraphs on either side that tell whether a name is what an article is about."""
_BEGINNING = 3
"""Letters that are seldom mistyped in a name."""
DEED = 1.5
"""How much surer an answer to "who invented it" must be where the articles have nothing of inventing: chosen on the
first half of the SQuAD 2.0 articles."""
_WHO = re.compile(r"\W*who\s+(?P<later>(?:will|would|has|had)\s+)?(?P<deed>[\w'\u2019-]+)", re.IGNORECASE)
_LIGHT = frozenset("be become come do get give go have make provide put take".split())
"""Verbs that others are put for at will."""
TORN, TORN_NAMES = 0.4, 0.5
"""Where names of the question stand apart, a paragraph that covers no more of its terms is no answer; the second is for
a question of nothing but names."""


def coverage(query: Query, best: Evidence, index: Index) -> dict[str, float]:
    """Return how much of the question its best evidence covers, by feature; what the decision to answer rests on.

    A feature that is not among them is 0.
    """
    passage = index.passage(best.paragraph)
    sentence, told = passage.sentence[best.sentence], passage.answer(best.sentence)
    whole = whole_weight = known = paragraph = here = known_weight = paragraph_weight = here_weight = 0.0
    torn = elsewhere = False
    absent_names = foreign_names = names = absent = worst = unsaid = by_kin = figures = 0.0
    said: Container[str] = said_of(query, sentence)
    around: Container[str] = passage.terms
    if said is not sentence.terms:  # what another member of a list says is not said of this one
        around = passage.terms - {term for term in sentence.terms if term not in said and len(passage.where[term]) == 1}
    carried = topic(passage, query.asked)
    of_another = bool(carried) and is_of_another(sentence, query)
    for term in query.terms:
        weight = term.weight
        if term.known and term.term in said and term.term in around:  # as most are, and nothing of it is missing
            whole, whole_weight = whole + 1, whole_weight + weight
            names += term.name
            continue
        if term.known:
            anywhere = 1.0
        else:
            anywhere = term.kin[0][1] if term.kin else 0.0
            absent += not term.kin
            absent_names += term.name
        headed = term.term in best.heading
        near = 1.0 if headed or term.term in around or _in_parts(term, around) else term.nearest(around)
        inside = 1.0 if term.term in said else term.nearest(said)
        if not near and term.term in carried and not (term.name and (of_another or query.after_leader)):
            near, inside = CARRIED, max(inside, CARRIED)
        if term.name and term.known and not near:
            foreign_names += 1
            if _nearby(term, best.paragraph, index):
                near = inside = CARRIED
            else:
                torn = True
                elsewhere = elsewhere or (
                    index.frequency(term.term) <= SELDOM
                    and not is_belonging(term.lower)
                    and english(term.lower) != "word"
                )
        known += anywhere
        paragraph += near
        here += inside
        known_weight += anywhere * weight
        paragraph_weight += near * weight
        here_weight += inside * weight
        names += term.name and term.known
        figures += not near and term.term[0].isdigit()
        if near < 1:
            worst = max(worst, (1 - near) * weight)
        if inside < 1:
            unsaid = max(unsaid, (1 - inside) * weight)
            by_kin += inside * weight
    count, fit = len(query.terms), fits(query, told)
    share = (whole + paragraph) / count
    return {
        "score": (best.score - EVIDENCE["aside"] * (passage.kind != "body" and not query.pictured)) / 10,
        "known": (whole + known) / count,
        "known_weight": (whole_weight + known_weight) / query.weight,
        "paragraph": share,
        "paragraph_weight": (whole_weight + paragraph_weight) / query.weight,
        "here": (whole + here) / count,
        "here_weight": (whole_weight + here_weight) / query.weight,
        "absent": absent,
        "undone": query.who and _undone(next((term for term in query.terms if not term.name), query.terms[0]), said),
        "absent_names": absent_names,
        "foreign_names": foreign_names,
        "absent_figures": figures,
        "worst": worst / 10,
        "unsaid": unsaid / 10,
        "by_kin": by_kin / query.weight,
        "terms": math.log(count),
        "near": best.near[best.sentence],
        "near_paragraph": best.near[-1],
        "fit": sum([value for name, value in fit.items() if not name.startswith("un")]),
        "torn": torn and names > 1 and share <= (TORN if names < count else TORN_NAMES),
        "unpeopled": query.who and told.people <= query.asked,
        "unacted": query.who and _unacted(query, around, index.among(passage.paragraph.article), index),
        "bare": query.kind not in ("date", "year") and _bare(query, around, best.paragraph, index),
        "owned": is_anothers(query, sentence, best.paragraph, index),
        "anothers": tells_of_another(query, sentence, best.paragraph, index),
        "another": query.kind != "polar" and is_another(query, sentence, best, index),
        "gainsaid": all(
            gainsaid(query, each, passage, best.heading, formed=fit.get("duration", 0.0) > 0)
            for each in {sentence, told}  # one and the same as a rule
        ),
        "denied": denied(query, sentence, passage, best.heading),
        "elsewhere": elsewhere or under_another(query, best.paragraph, best.heading, index),
        "unheard": _unheard(query, passage.terms),
        "uncounted": fit.get("uncounted", 0.0),
        "untimed": fit.get("untimed", 0.0),
        "unled": fit.get("unled", 0.0),
        # Where it is known which measure is asked for, `gainsaid` looks for that.
        "unmeasured": query.kind == "degree" and not (fit["degree"] or told.figures or query.claims.dimension),
        "unplaced": query.kind == "location" and told.places <= query.asked and not _tells_origin(query, told),
        **{lack: not fit[name] for lack, name in _LACKS.get(query.kind, ())},
    }


def _undone(term: Term, said: Container[str]) -> bool:
    """Tell whether a term is a deed that the articles never mention, nor a sentence by another word."""
    if term.known or term.is_near(said):
        return False
    return term.lower.endswith("ed") or senses(base(term.lower) or term.lower).startswith("v")


def _unacted(query: Query, around: Container[str], article: range, index: Index) -> bool:
    """Tell whether "who" is followed by a deed that a paragraph has not.

    It is told so where another paragraph of the article has the deed, or this one has none of the rest either. Who
    runs or owns something is told by a noun as well.
    """
    asked = _WHO.match(query.text)
    deed = next((term for term in query.terms if term.common), None)
    if asked is None or deed is None or asked["deed"].lower() != deed.lower or deed.is_said(around):
        return False
    verb = base(deed.lower)
    if (
        index.has(deed.term, article)
        and not deed.nearest(around)
        and verb not in _LIGHT
        and senses(verb or deed.lower).startswith("v")
    ):
        return True
    past = not deed.lower.endswith("s") and verb != deed.lower
    return not asked["later"] and past and bool(_left_out(query, around)) and _undone(deed, ())


def _bare(query: Query, around: Container[str], number: int, index: Index) -> bool:
    """Tell whether a paragraph has nothing of a question but names, each of which stands in many around it as well."""
    if not _left_out(query, around):
        return False
    names = [term.term for term in query.terms if not term.common]
    if any(index.frequency(name) <= SELDOM for name in names):
        return False
    near = [passage.terms for passage in index.around(number, _AROUND)]
    return all(sum(name in terms for terms in near) >= SELDOM for name in names)


def _left_out(query: Query, around: Container[str]) -> list[Term]:
    """Return what a question asks beside its names and figures, where a paragraph has nothing of that, else nothing."""
    others = [term for term in query.terms if term.common]
    if len(others) == len(query.terms) or any(term.is_near(around) for term in others):
        return []
    return others


def _tells_origin(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence says where something belongs: a country is told by "Japanese" as well."""
    words = (sentence.word(token) for token in sentence.tokens if token.term not in query.asked)
    return any(word[0].isupper() and is_belonging(word.lower()) for word in words)


def vetoed(features: Mapping[str, float]) -> bool:
    """Tell whether something speaks against answering that no coverage makes up for."""
    return any(map(features.get, VETOES))


def _unheard(query: Query, around: Collection[str]) -> bool:
    """Tell whether the question has a name or a year that the articles never mention.

    A name is taken for one of theirs where something around is written like it.
    """
    return any(
        is_place(term.lower) or (not query.titled and term.word[0].isupper() and not _misspelt(term, around))
        if term.name
        else YEAR.fullmatch(term.term) is not None
        for term in query.terms
        if not (term.known or term.kin)
    )


def _misspelt(term: Term, around: Collection[str]) -> bool:
    """Tell whether something around is written nearly as a name is, which may be the same written wrong.

    With another first letter it hardly ever is: Mount Crill is no Mount Brill.
    """
    if any(len(other) > _BEGINNING and other[:_BEGINNING] == term.lower[:_BEGINNING] for other in around):
        return True
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 30 ms, and few questions have such a name

    most = len(term.term) // _OFTEN
    return any(
        other[0] == term.term[0] and OSA.distance(other, term.term, score_cutoff=most) <= most for other in around
    )


def _in_parts(term: Term, terms: Container[str]) -> bool:
    """Tell whether a paragraph has each part of a hyphenated word."""
    return "-" in term.word and all(part.term in terms for part in tokenize(term.word)[:-1])


def _nearby(term: Term, number: int, index: Index) -> bool:
    """Tell whether the paragraph before or after has a term."""
    return any(term.term in passage.terms for passage in index.around(number, 1))


def decide(query: Query, best: Evidence, index: Index) -> float:
    """Return how sure it is that the best evidence answers, as log odds less the threshold: above 0, it does.

    A logistic regression, fitted by ``tests/fitting/fit_refusal.py`` on the first half of the SQuAD 2.0 articles: own
    questions against another article's.
    """
    if query.personal:
        return -math.inf
    features = coverage(query, best, index)
    if vetoed(features):
        return -math.inf
    score: float = sum(map(mul, _WEIGHTS.values(), map(features.get, _WEIGHTS, repeat(0.0))), REFUSAL["constant"])
    return score - DEED * features["undone"]
