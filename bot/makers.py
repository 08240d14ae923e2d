"""Who made it, or paid for it: who asks for that is answered by what tells of making something, or of money."""

from __future__ import annotations

import re

ASKED = re.compile(
    r"\bwho(?:\s+(?:first|originally|actually|has|had|is|was|were))*\s+(?:(?:invent|creat|coin|introduc|develop|design|devis"
    r"|conceiv|pioneer|originat|establish|launch)\w*|found(?:ed|s)|start(?:ed|s)|c[ao]mes?\s+up\s+with"
    r"|wr(?:ote|itten|ites)|author(?:ed|s)|penn(?:ed|s)|draft(?:ed|s)"
    r"|thought\s+(?:of|up)|behind|set\s+up)\b",
    re.IGNORECASE,
)
"""A question after whoever made something what it is, or made it first."""
PAID = re.compile(
    r"\bwho(?:\s+(?:is|are|was|were))?\s+(?:fund|financ|sponsor|subsidi|pays\b|paid\b|paying\b)", re.IGNORECASE
)
"""A question after whoever gives the money for something."""
_TOLD = re.compile(
    r"\b(?:(?:invent|introduc|devis|conceiv|pioneer|originat|propos|initiat|dream|credit|releas|unveil|showcas|publish"
    r"|discover|patent|paint|compos|ma[dk]e|blam|suspect|accus|respons|endow|sketch|carv|sculpt|spray|settl|impos"
    r"|announc|instigat|institut|inaugurat|commission|charter|erect|proclaim|formulat|theor|inspir|advocat|brought)\w*"
    r"|creat(?:ed?|es|ing|ion|ors?)|coin(?:ed|s|ing)|found(?:ed|ers?|ing)"
    r"|start(?:ed|s|ing)|develop(?:ed|s|ing|ers?)|design(?:ed|s|ing|ers?)|(?:establish|launch)(?:ed|es|ing)?"
    r"|set(?:ting)? up|buil(?:d|t|ds|ders?)|produc(?:ed|es|ers?)|idea|brainchild|father|mother|authors?|wrote"
    r"|writ\w*|draft\w*"
    r"|beg(?:an|un|ins)|open(?:ed|s)|thought|architects?|form(?:ed|s)|organi[sz]ed|behind|worked|came up|gave|led"
    r"|order(?:ed|s)|adopted|planned|carried out"
    r"|r[au]n|runs|belongs|ow(?:es|ed)|goes back|works? of|dr[ae]w|drawn|cod(?:ed|ing)"
    r"|gift|sent|call(?:ed|s)|named?|dubbed|first)\b|\bby\s+(?:(?-i:[A-Z])|an?\b|the\b)",
    re.IGNORECASE,
)
"""What may tell that somebody made something: more than does is no harm."""
_MONEY = re.compile(
    r"\b(?:fund|financ|sponsor|grant|donat|donor|subsid|charit|contribut|endow|tax|lev(?:y|ies)|rais|expens|charg)\w*"
    r"|\b(?:pay(?:s|er|ers|ing|ment|ments)?|paid|back(?:ed|ers?|ing)|support(?:ed|ers?|s|ing)?|money|bills?|owners?|bought"
    r"|bears?|bore|g[ai]ves?|given|gifts?|costs?|free|wages|budgets?|cash|fees?|backs)\b|[$\u00a3\u20ac]"
    r"|\d\s*(?:euros?|dollars?|pounds?|francs?|krone[nr]?|million|billion)\b",
    re.IGNORECASE,
)
"""What may tell that somebody paid for something."""


def tells(text: str) -> bool:
    """Tell whether a paragraph may say who made something."""
    return _TOLD.search(text) is not None


def tells_payment(text: str) -> bool:
    """Tell whether a paragraph may say who paid for something."""
    return _MONEY.search(text) is not None
