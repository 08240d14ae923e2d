"""Who is asked for by what they are to somebody: his wife did nothing that is told of him."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.text import telling, term

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.query import Query

_RELATIVE = (
    r"(?:wife|wives|husbands?|spouses?|sons?|daughters?|child|children|kids?|mothers?|mum|mom|fathers?|dad|parents?"
    r"|brothers?|sisters?|siblings?|uncles?|aunts?|cousins?|nephews?|nieces?|grand(?:father|mother|parent|son|daughter)s?"
    r"|girlfriend|boyfriend|fianc\u00e9e?)"
)
ASKED = re.compile(
    rf"['\u2019]s\s+(?:[a-z]+\s+)?{_RELATIVE}\b|\b{_RELATIVE}\s+of\s+(?-i:[A-Z])"
    rf"|\b(?:his|her|their)\s+(?:[a-z]+\s+)?{_RELATIVE}\b",
    re.IGNORECASE,
)
"""What asks about somebody's relative."""
_TOLD = re.compile(
    rf"\b(?:{_RELATIVE}|marri\w+|marry|wed\w*|born|family|families|couple|widow\w*|divorc\w+|partner|twins?|heirs?"
    r"|heiress|descend\w*|raised|bride|groom|orphan\w*)\b",
    re.IGNORECASE,
)

_SIBLINGS, _SPOUSES = (
    frozenset(("brother", "sister", "sibl")),
    frozenset(("husband", "wife", "spous", "marri", "widow")),
)
_PARENTS, _CHILDREN = frozenset(("father", "mother", "parent")), frozenset(("son", "daughter", "child"))
OTHER_SIDE = {
    role: others
    for roles, others in (
        (_SIBLINGS, _SIBLINGS),
        (_SPOUSES, _SPOUSES),
        (_PARENTS, _CHILDREN),
        (_CHILDREN, _PARENTS),
    )
    for role in roles
}
"""Terms, written out, for what somebody is to another, with those that tell so from the other side."""
_OF_RELATIVE = re.compile(
    rf"\b(?:his|her|their|whose|(?-i:[A-Z])[\w-]+['\u2019]s)\s+(?:[\w-]+\s+){{0,2}}?(?P<relative>{_RELATIVE})\b[^.;]{{0,40}}?"
    r"\b(?:died|dies|was\s+born|buried)\b",
    re.IGNORECASE,
)
"""What happened to somebody's relative: "her husband died"."""
_DEEDS = re.compile(r"\b(?:d(?:ied|ies|eath)|dead|born|buried|killed|drowned|murdered)\b", re.IGNORECASE)


def tells_of_relative(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence has the birth or death that a question asks about of somebody's relative alone."""
    found = [each for each in _OF_RELATIVE.finditer(sentence.text) if term(each["relative"]) not in query.asked]
    names = {each.term for each in query.terms if each.name}
    others = [each for each in found if names.isdisjoint(token.term for token in telling(each[0]))]
    absent = bool(names) and names.isdisjoint(sentence.terms)
    return len(others) > 0 and (absent or len(others) == len(_DEEDS.findall(sentence.text)))


def tells(text: str) -> bool:
    """Tell whether a paragraph may speak of anybody's relatives."""
    return _TOLD.search(text) is not None
