"""Closed classes of English words, and which words are verbs, as far as their form tells."""

from __future__ import annotations

from bot.lexicon import IRREGULAR

WH = frozenset("what which who whom whose when where why how".split())
BE = frozenset("is are was were be been being".split())
AUX = BE | frozenset("do does did has have had will would can could shall should may might must".split())
PLACE = frozenset("in at to from near on into within across inside outside".split())
TIME = frozenset("in by since until till before after during on from".split())
PREPOSITIONS = (
    PLACE
    | TIME
    | frozenset("with for about against between among without towards toward through via under over".split())
)
DETERMINERS = frozenset("the a an this that these those his her its their my our your some any each every no".split())
POSSESSIVES = frozenset("his her its their".split())
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


def _base(lower: str) -> str:
    """Return the base form of a verb, as far as its ending tells."""
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    for ending, replacement in _ENDINGS:
        if lower.endswith(ending) and (stem := lower[: -len(ending)] + replacement) in _VERBS:
            return stem
    return lower


def is_verb(lower: str) -> bool:
    """Tell whether a word is a form of a verb that is seldom a noun."""
    return lower in _VERBS or _base(lower) in _VERBS


def participle(lower: str) -> str | None:
    """Return the past participle of a verb in the past tense, None where it is no past tense."""
    if lower in IRREGULAR:
        return _PARTICIPLES[IRREGULAR[lower]]
    if not lower.endswith("ed"):
        return None
    return _PARTICIPLES.get(lower[:-2]) or _PARTICIPLES.get(lower[:-1]) or lower
