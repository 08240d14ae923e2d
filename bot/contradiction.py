"""Whether evidence contradicts what a question takes for granted: another in the row, another speaker, nobody born."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot import family, makers, relations, speech
from bot.acronyms import expansion
from bot.answerforms import CALENDAR, LASTING, TIME, measured
from bot.claims import NUMBER, number_of, ordinals
from bot.counting import counts_elsewhere, miscounted, only_grows, only_heads, tells_amount, tells_dwellers
from bot.definitions import unexplained
from bot.english.senses import kinds, senses, singular
from bot.english.wordclass import ANY_AUX, base
from bot.highlight import said_of, says_apart, says_no_more
from bot.leaders import FORMER, unchanged
from bot.opposition import turned
from bot.reasons import without_reason
from bot.slots import of_another_year
from bot.text import term
from bot.whereabouts import keeps_apart, leaves_members_out, tells_where

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from bot.analysis import Sentence
    from bot.claims import Ordinal
    from bot.indexing.records import Recorded
    from bot.query import Query, Term

_BODY = r"[^\W\d_]+(?:[ -][A-Z]\w*){0,5}"
_LIFE = frozenset(("born", "die", "buri"))
"""Terms, written out: to make one here would load NLTK."""
_OF_LIFE = _LIFE | frozenset(("aliv", "birth", "birthday", "dead", "death", "live"))
_OF_EVENTS = ("age", "date", "location", "old", "place", "year")
"""Kinds of answer that a birth or a death has as well as other events."""
_BURIED = re.compile(
    r"\b(?:buri|bury|grave|tomb|crypt|cemeter|churchyard|ashes\b|funeral|interr|cremat|laid to rest)", re.IGNORECASE
)
"""What tells where somebody lies, as other words for a death do not."""
_LIVED = re.compile(
    r"\(\D{0,30}(?:1\d|20)\d\d|\b(?:births?|native|baptis|descend|grew up|deaths?|dead|deadly|fatal|kill|murder|execut"
    r"|assassinat|massacr|drown|suicide|buri|funeral|casualt|victim|perish|starv|succumb|demise"
    r"|passed away|toll\b|lives?\b)",
    re.IGNORECASE,
)
"""What tells of a life without saying so: years in brackets after a name, ``(1912-1990)``, and words for its ends."""
_ALONE = re.compile(
    rf"\bthe\s+(?P<number>{NUMBER})(?:st|nd|rd|th)?(?=\W*$|[.,;:!?)]|\s+(?:{ANY_AUX}|of|in|to)\b)",
    re.IGNORECASE,
)
"""A number in a row of what was named before: "Halley was the second, a year later"."""
_FIRST = re.compile(r"\b(?:debut|d\u00e9but|initial|inaugural|maiden|original|earliest|oldest)", re.IGNORECASE)
"""What the first in a row is called as well."""
_QUOTED = re.compile(r"[\"\u201c\u2018\u00ab]\w")
_BEFORE, _BEHIND = 25, 80
"""Characters between those who are named and their names: "her cats, of whom there are two, are Tib and Tab"."""
_NEAR = 0.5
"""How near kin must be to stand for a speaker."""
_ALIKE = 0.7
"""How near kin must be to stand for a group: a company is no industry."""
_ANYONE = frozenset(
    """
    authority boss chief company director executive expert firm group head leader local man manager official organiser
    organizer organisation organization people person representative source specialist speaker spokesman spokesperson
    spokeswoman team woman
    """.split()
)
"""Whom an article hardly calls so, though it lets them speak: "experts" are its analysts, "the manager" its baker."""
_PERSON = frozenset("PB")
"""Kinds of what is born and dies; of an idea or a firm that is but a way to put it."""


def gainsaid(query: Query, sentence: Sentence, passage: Recorded, heading: Container[str], *, formed: bool) -> bool:
    """Tell whether a sentence, or the paragraph around it, cannot answer for what the question takes for granted.

    ``heading`` are the terms of the heading above; ``formed`` tells that the sentence has what looks like a span of
    time or a length.
    """
    claims = query.claims
    return bool(
        (query.kind == "duration" and not formed and _unlasting(sentence))
        or (query.noun and miscounted(query.noun, query, sentence))
        or (query.noun and counts_elsewhere(query.noun, query, passage.terms, heading))
        or (query.kind == "date" and query.tense is not None and query.tense not in sentence.tenses)
        or (claims.ordinals and _misnumbered(claims.ordinals, passage))
        or (claims.speaker and (_unspoken(query, passage.terms) or _speechless(query, sentence, passage)))
        or (claims.selects and says_no_more(query, sentence))  # "service robots in Singapore" tell no company
        or (query.who and speech.told_by_nobody(sentence.text, query.asked))
        or (query.letters and expansion(query.letters, sentence.text) is None)
        or (claims.office and _misplaced(*claims.office, sentence))
        or (claims.role and _unheld(query, sentence, heading))
        or (claims.names and _unnamed(query, sentence))
        or (
            not query.asked.isdisjoint(_LIFE)
            and (
                _unlived(query, passage)
                or family.tells_of_relative(query, sentence)
                or _lived_by_another(query, sentence)
            )
        )
        or (query.kind in _OF_EVENTS and _only_lives(query, sentence))
        or (claims.other and _no_other(claims.other, sentence))
        or (claims.succession and unchanged(sentence.text, query.asked))
        or (query.kind == "reason" and without_reason(query, sentence, passage))
        or (query.kind == "polar" and (says_apart(query, sentence) or keeps_apart(query, sentence)))
        or (claims.maker and not makers.tells(passage.paragraph.text))
        or (claims.payer and not makers.tells_payment(passage.paragraph.text))
        or (claims.group and _no_group(query, sentence))
        or ((claims.level or query.kind == "count") and only_grows(sentence))
        or (claims.sort and _only_compound(claims.sort, sentence))
        or turned(query, sentence, passage.terms)
        or (claims.pointed and len(query.terms) == 1)  # nobody knows whom it points at
        or (claims.members is not None and leaves_members_out(claims.members, query, sentence))
        or (claims.now and _is_over(query, sentence))
        or (claims.named and _nameless(query, sentence))
        or (claims.there and _absent(query, passage.terms, heading))
        or (claims.dimension and not measured(claims.dimension).search(sentence.text))
        or (claims.lasts and not _takes_time(passage.paragraph.text))
        or (claims.stuff and only_heads(query, sentence))
        or (claims.alone and not tells_amount(sentence))
        or (claims.soon and claims.soon not in passage.paragraph.text.lower())
        or (claims.relative and not family.tells(passage.paragraph.text))
        or (claims.dwellers and not tells_dwellers(sentence))
        or not all(told.search(sentence.text) for told in claims.told_by)
        or (claims.most and not relations.tells_most(passage.paragraph.text))
        or (query.kind == "place" and not tells_where(query, sentence, passage))
        or (query.defining and unexplained(query, passage))
        or (query.kind not in ("date", "year") and of_another_year(query, sentence, passage))
    )


def _misnumbered(asked_for: Iterable[Ordinal], passage: Recorded) -> bool:
    """Tell whether a paragraph speaks of another in the row than the question, and not of that one."""
    text = passage.paragraph.text
    told = list(ordinals(text))
    for asked in asked_for:
        numbers = {other.number for other in told if other.terms & asked.terms}
        if numbers and asked.number not in numbers and not _numbered(asked.number, text):
            return True
    return False


def _numbered(number: int, text: str) -> bool:
    """Tell whether a text speaks of a number in a row without saying of what, or of the first by another word."""
    return any(number_of(found) == number for found in _ALONE.finditer(text)) or (
        number == 1 and _FIRST.search(text) is not None
    )


def _speakers(query: Query) -> list[Term]:
    """Return the words for whom the question takes for the speaker."""
    return [each for each in query.terms if each.term in query.claims.speaker]


def _unspoken(query: Query, around: Container[str]) -> bool:
    """Tell whether nothing around speaks of whom the question takes for the speaker."""
    who = _speakers(query)
    return bool(who) and not any(
        singular(each.lower) in _ANYONE or each.term in around or each.nearest(around) >= _NEAR for each in who
    )


def _speechless(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether nobody says anything where a question asks what somebody says, of a place in the very sentence."""
    who = _speakers(query)
    if not who:
        return False
    if query.claims.said and not speech.tells(passage.paragraph.text):
        return True
    return all("L" in kinds(each.lower) for each in who) and not speech.tells(sentence.text)


def _unnamed(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence has no name but the question's own, which asks for that of someone or of a place."""
    others = query.asked if query.claims.names == "place" else query.asked | sentence.places
    return all(terms <= others for *_, terms in sentence.runs) or says_no_more(query, sentence)


def _no_other(asked: frozenset[str], sentence: Sentence) -> bool:
    """Tell whether a sentence names the one whom the answer is not, and nobody else."""
    words = map(sentence.word, sentence.tokens)
    if any(word.islower() and senses(singular(word)).startswith("nP") for word in words):
        return False  # "by her brother"
    others = [terms.isdisjoint(asked) and not terms <= sentence.places for *_, terms in sentence.runs]
    return not all(others) and not any(others)


def _no_group(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence names nothing but places, nor has the word for the group that is asked for."""
    group = query.term(query.claims.group)
    if group is not None and (group.term in sentence.terms or group.nearest(sentence.terms) >= _ALIKE):
        return False
    said = said_of(query, sentence)
    return not any(
        terms.isdisjoint(query.asked) and any(term in said for term in terms - sentence.places - sentence.dates)
        for *_, terms in sentence.runs
    )


def _only_compound(sort: str, sentence: Sentence) -> bool:
    """Tell whether a sentence has what is asked for only as a part of a compound: "war-torn" names no war."""
    start, text = sentence.span.start, sentence.text
    found = [token for token in sentence.tokens if token.term == sort]
    return bool(found) and all(
        text[token.end - start : token.end - start + 1] == "-" and not sentence.word(token)[0].isupper()
        for token in found
    )


def _is_over(query: Query, sentence: Sentence) -> bool:
    """Tell whether what the question asks about is a role that a sentence says somebody had before."""
    roles = (found["role"].lower() for found in FORMER.finditer(sentence.text))
    return any("P" in kinds(role) and term(role) in query.asked for role in roles)


def _nameless(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence has no name near the word for those whose names are asked for."""
    whose = query.term(query.claims.named)
    if whose is None or _QUOTED.search(sentence.text):
        return False
    stated = [token for token in sentence.tokens if token.term == whose.term or whose.nearest((token.term,))]
    named = [span for _, span, terms in sentence.runs if query.asked.isdisjoint(terms)]
    return not any(
        token.start - span.end <= _BEFORE and span.start - token.end <= _BEHIND for token in stated for span in named
    )


def _absent(query: Query, around: Container[str], heading: Container[str]) -> bool:
    """Tell whether nothing around speaks of what the question asks whether there is any of."""
    what = query.term(query.claims.there)
    return what is not None and not (what.is_near(around) or what.term in heading)


def _misplaced(title: str, body: str, sentence: Sentence) -> bool:
    """Tell whether a sentence gives an office to a body whose name only begins with the one asked about."""
    office = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", title)))
    for found in re.finditer(rf"\b(?i:{office})\s+of\s+(?:the\s+)?(?P<body>{_BODY})", sentence.text):
        words = re.split(r"[\s-]+", found["body"].lower())
        if body in words[:-1] and body != words[-1]:
            return True
    return False


def _unheld(query: Query, sentence: Sentence, heading: Container[str]) -> bool:
    """Tell whether nothing in a sentence says what the question wants someone or a place to be."""
    role = query.term(query.claims.role)
    if role is None or role.term in heading or role.nearest(sentence.terms):
        return False
    if not sentence.terms.isdisjoint(family.OTHER_SIDE.get(role.term, ())):  # Ann's brother, by "Ben's sister Ann"
        return False
    words = [sentence.word(token).lower() for token in sentence.tokens if token.term == role.term]
    return all(senses(base(word) or word) == "v" for word in words)  # who capitalises on something names no capital


def _unlived(query: Query, passage: Recorded) -> bool:
    """Tell whether the question is about a birth or a death of which nothing around tells."""
    around = passage.terms
    if not any(each.term in _LIFE and each.term not in around and not each.nearest(around) for each in query.terms):
        return False
    told = _BURIED if "buri" in query.asked else _LIVED
    return (query.kind == "person" or any(map(_may_live, query.terms))) and not told.search(passage.paragraph.text)


def _lived_by_another(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence that begins with another's name has none of the question's."""
    names = [term for term in query.terms if term.name]
    if not names or any(term.is_near(sentence.terms) for term in names):
        return False
    first = next(((span, terms) for _, span, terms in sentence.runs), None)
    return first is not None and first[0].start == sentence.span.start and query.asked.isdisjoint(first[1])


def _only_lives(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence tells of a birth or a death, and nothing of what the question asks about beside names."""
    if sentence.terms.isdisjoint(_LIFE) or not query.asked.isdisjoint(_OF_LIFE):
        return False
    others = [term for term in query.terms if term.common]
    return bool(others) and not any(term.is_near(sentence.terms) for term in others)


def _may_live(term: Term) -> bool:
    return term.term not in _LIFE and (term.name or not _PERSON.isdisjoint(kinds(term.lower)))


def _takes_time(text: str) -> bool:
    """Tell whether a text speaks of time in any way."""
    return any(form.search(text) for form in (LASTING, TIME, CALENDAR))


def _unlasting(sentence: Sentence) -> bool:
    """Tell whether a sentence has nothing that lasts or has a length."""
    return not (sentence.figures or sentence.dates) and LASTING.search(sentence.text) is None
