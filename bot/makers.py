"""Who made it: who asks for the inventor or the founder of something is answered by what tells of its making."""

from __future__ import annotations

import re

ASKED = re.compile(
    r"\bwho(?:\s+(?:first|originally|actually|has|had|is|was|were))*\s+(?:(?:invent|creat|coin|introduc|develop|design|devis"
    r"|conceiv|pioneer|originat|establish|launch)\w*|found(?:ed|s)|start(?:ed|s)|c[ao]mes?\s+up\s+with"
    r"|thought\s+(?:of|up)|behind|set\s+up)\b",
    re.IGNORECASE,
)
"""A question after whoever made something what it is, or made it first."""
_TOLD = re.compile(
    r"\b(?:(?:invent|introduc|devis|conceiv|pioneer|originat|propos|initiat|dream|credit|releas|unveil|showcas|publish"
    r"|discover|patent|paint|compos|ma[dk]e|blam|suspect|accus|respons|endow|sketch|carv|sculpt|spray|settl|impos"
    r"|announc|instigat|institut|inaugurat|commission|charter|erect|proclaim|formulat|theor|inspir|advocat|brought)\w*"
    r"|creat(?:ed?|es|ing|ion|ors?)|coin(?:ed|s|ing)|found(?:ed|ers?|ing)"
    r"|start(?:ed|s|ing)|develop(?:ed|s|ing|ers?)|design(?:ed|s|ing|ers?)|(?:establish|launch)(?:ed|es|ing)?"
    r"|set(?:ting)? up|buil(?:d|t|ds|ders?)|produc(?:ed|es|ers?)|idea|brainchild|father|mother|authors?|wrote|written"
    r"|beg(?:an|un|ins)|open(?:ed|s)|thought|architects?|form(?:ed|s)|organi[sz]ed|behind|worked|came up|gave|led"
    r"|order(?:ed|s)|adopted|planned|carried out"
    r"|r[au]n|runs|belongs|ow(?:es|ed)|goes back|works? of|dr[ae]w|drawn|cod(?:ed|ing)"
    r"|gift|sent|call(?:ed|s)|named?|dubbed|first)\b|\bby\s+(?:(?-i:[A-Z])|an?\b|the\b)",
    re.IGNORECASE,
)
"""What may tell that somebody made something: more than does is no harm."""


def tells(text: str) -> bool:
    """Tell whether a paragraph may say who made something."""
    return _TOLD.search(text) is not None
