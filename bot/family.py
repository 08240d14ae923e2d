"""Who is asked for by what they are to somebody: his wife did nothing that is told of him."""

from __future__ import annotations

import re

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


def tells(text: str) -> bool:
    """Tell whether a paragraph may speak of anybody's relatives."""
    return _TOLD.search(text) is not None
