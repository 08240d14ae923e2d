"""Closed classes of English words, and which words are verbs, as far as their form tells."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.english.lexicon import IRREGULAR
from bot.english.senses import senses

WH = frozenset("what which who whom whose when where why how".split())
BE = frozenset("is are was were be been being".split())
AUX = BE | frozenset("do does did has have had will would can could shall should may might must".split())
ANY_AUX = "|".join(sorted(AUX))
"""Any of them, for a pattern."""
HAVE = frozenset("has have had".split())
DO = frozenset("do does did".split())
AGREES = {"is": "are", "was": "were", "does": "do", "has": "have"}
"""What each is of several."""
PLACE = frozenset("in at to from near on into within across inside outside".split())
TIME = frozenset("in by since until till before after during on from".split())
PREPOSITIONS = (
    PLACE
    | TIME
    | frozenset("with for about against between among without towards toward through via under over per".split())
)
DETERMINERS = frozenset("the a an this that these those his her its their my our your some any each every no".split())
POSSESSIVES = frozenset("his her its their".split())
ORDINALS = frozenset("next last first second third other only".split())
"""Words that tell which in a row, before a noun for sure where one that determines is before them."""
PRONOUNS = frozenset(
    """
        i you we he she it they me him us them there here mine yours hers ours theirs himself herself itself
        themselves
        """.split()
)
BREAKS = (
    WH
    | AUX
    | PREPOSITIONS
    | PRONOUNS
    | frozenset(
        """
        up down off out
        and or but if because while although that than then as so not now also still too ever yet already
        currently doing done going being having just really actually exactly again else more most much many
        very
        """.split()
    )
)
"""Words that no noun phrase goes across."""

# Verbs that are seldom nouns; what is both ("plan", "budget") counts as a verb only where a verb must stand.
_VERBS = frozenset(
    """
        become begin bring build buy come create describe do double emphasize enable expect explain fund get
        give go happen have help hold implement include increase introduce invest keep know lead leave let
        lose make mean meet need open own pay prepare produce promise provide put run say see sell send
        serve show spend start stop support take tell think transform underline use want win work write
        address attend coin found launch develop happen involve live stress strengthen sign join announce
        publish propose aim focus contain cover cause govern rule belong consist compete
        """.split()
)
_PARTICIPLES = {base: form for form, base in IRREGULAR.items()}  # the last form listed is the participle
_PARTICIPLES |= {verb: verb for verb in ("run", "come", "become", "overcome", "outrun")}
_PASTS = {base: form for form, base in reversed(IRREGULAR.items())}  # and the first the past tense
_PASTS |= {"have": "had", "do": "did", "get": "got"}
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", "e"),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("es", ""),
    ("ing", ""),
    ("ing", "e"),
)
_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]{1,2}[aeiou][^aeiouwxy]")
"""A verb of one syllable that doubles its last letter: "stop"."""


@lru_cache(maxsize=4096)
def base(lower: str) -> str | None:
    """Return the base form of a verb, None where the word is no form of one, as far as its ending tells."""
    if lower in ("got", "gotten"):  # which the irregular forms lack: it says too little to be searched by
        return "get"
    if _acts(IRREGULAR.get(lower, "")):
        return IRREGULAR[lower]
    if _acts(lower):
        return lower
    for ending, replacement in _ENDINGS:
        if lower.endswith(ending):
            stem = lower[: -len(ending)]
            if _acts(found := stem + replacement):
                return found
            if ending in ("ed", "ing") and stem[-1:] == stem[-2:-1] and _acts(stem[:-1]):
                return stem[:-1]
    return None


def _acts(lower: str) -> bool:
    return lower in _VERBS or "v" in senses(lower)


def is_verb(lower: str) -> bool:
    """Tell whether a word is a form of a verb that is seldom anything else."""
    found = base(lower)
    return found is not None and (found in _VERBS or senses(found) == "v")


def mostly_verb(lower: str) -> bool:
    """Tell whether a word in its base form is a verb more often than a noun."""
    return lower in _VERBS or senses(lower).startswith("v")


def may_be_verb(lower: str) -> bool:
    """Tell whether a word is the base form of a verb, whatever else it is."""
    return _acts(lower)


def participle(lower: str) -> str | None:
    """Return the past participle of a verb in the past tense, None where it is no past tense."""
    if lower == "got":
        return lower
    if lower in IRREGULAR:
        return _PARTICIPLES[IRREGULAR[lower]]
    if not lower.endswith("ed"):
        return None
    return _PARTICIPLES.get(lower[:-2]) or _PARTICIPLES.get(lower[:-1]) or lower


def past(verb: str) -> str:
    """Return the past tense of a verb in its base form."""
    if verb in _PASTS:
        return _PASTS[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _SHORT.fullmatch(verb) else f"{verb}ed"


def gerund(verb: str) -> str:
    """Return the form of a verb in its base form that names what is done: "swimming"."""
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _SHORT.fullmatch(verb) else f"{verb}ing"


def present(verb: str) -> str:
    """Return the third person of a verb in its base form."""
    if verb in ("have", "be"):
        return {"have": "has", "be": "is"}[verb]
    if verb.endswith(("s", "x", "ch", "sh", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"
