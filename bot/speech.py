"""What somebody said or thinks is told by many verbs: "what did she say?" is answered by what she stressed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Container

ASKED = re.compile(
    r"\b(?:what|how)\s+(?:[a-z]+\s+)?+(?!(?:he|she|they|it|you|we|i)\b)[^?]*?"
    r"\b(?:(?P<says>say|tell|comment|remark|mention)|(?P<thinks>think|believe|feel|opinion|view))\b",
    re.IGNORECASE,
)
"""A question after what somebody said or thinks, with the word that says so; of a pronoun nothing is known."""
_SAYS = tuple("say stress emphas warn claim argu announc explain insist admit declar confirm remark".split())
_THINKS = tuple("think believ see consid feel expect".split())
"""Terms, written out, each of which may be put for that word."""

VIEWS = "view|see|regard|perceive|describe|characteri[sz]e"
"""Verbs that ask as what somebody sees something, for a pattern."""
REGARDED = re.compile(
    r"\bhow\s+(?:do|does|did|has|have|is|are|was|were)\s+(?!(?:i|we|you)\b)[^?]{1,80}?\s"
    rf"(?:{VIEWS}|portray)(?:ed|n)?\s+\w",
    re.IGNORECASE,
)
"""A question as what somebody sees something: "how does the mayor view the bridge?"."""
_AS = re.compile(
    r"\b(?:se(?:e|es|en|eing)|saw|view\w*|regard\w*|consider\w*|perceiv\w*|describ\w*|characteri\w*|portray\w*|call\w*"
    r"|deem\w*|refer\w*|think|thought|believ\w*|hail\w*|dismiss\w*|prais\w*)\b",
    re.IGNORECASE,
)
"""What tells it."""
_SPEAKS = re.compile(
    r"\b(?:sa(?:y|id)|think|thought|believ|se(?:e|es|en)\b|saw\b|view|stress|underlin|argu|call|want|hop(?:e|ing)"
    r"|expect|not(?:es|ed)\b|warn|claim|according|t(?:ell|old)|aim|need|seek|plan|promis|consider|regard|describ|urg"
    r"|suggest|explain|recogni|emphasi|highlight|envision|interest|wish|ask|demand|fe(?:el|lt)|f(?:ind|ound)|prais|critic|welcom|reject"
    r"|support|oppos|recommend|admit|insist|fear|doubt|prefer|agree|announc|declar|report|propos|advis|worr|concern|opinion)"
    r"|[\"\u201c\u00ab]",
    re.IGNORECASE,
)
"""What tells that somebody says or wants something."""
_NOBODY = re.compile(
    r"\bit\s(?:is|was|(?:has|had)\sbeen|can\sbe|could\sbe)\s(?:[a-z]+ly\s)?(?P<deed>[a-z]+)\sthat\b", re.IGNORECASE
)


def told_by_nobody(text: str, asked: Container[str]) -> bool:
    """Tell whether a text leaves open who does what is asked, given by its terms: "it has been said that"."""
    found = _NOBODY.search(text)
    return found is not None and term(found["deed"]) in asked


def asked(text: str) -> tuple[int, tuple[str, ...]] | None:
    """Return where the word stands that asks for it, and the terms that tell it; None where something else is asked."""
    found = ASKED.search(text)
    if found is None:
        return None
    return found.start(found.lastgroup or 0), _SAYS if found["says"] else _THINKS


def tells(text: str) -> bool:
    """Tell whether anybody says, thinks or wants something in a text."""
    return _SPEAKS.search(text) is not None


def tells_regard(text: str) -> bool:
    """Tell whether a text may say as what anybody sees something."""
    return _AS.search(text) is not None
