"""Whether a sentence says the opposite of what a question takes for granted: "high" for "low", or no "not" at all.

Both were found on the first half of the SQuAD 2.0 articles, a good part of whose questions without an answer were made
so. A question that is answered by yes or no is not among them: "was it cheap?" is answered by what says it was dear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.exclusives import exclusives
from bot.english.opposites import opposites
from bot.query import SURE

if TYPE_CHECKING:
    from collections.abc import Container

    from bot.analysis import Sentence
    from bot.indexing.records import Recorded
    from bot.query import Query

_DENIES = re.compile(
    r"n['\u2019]t\b|less\b|\b(?:not|never|cannot|no|none|nor|neither|nobody|nothing|nowhere|without|only|few|little"
    r"|hardly|scarcely|rarely|seldom|barely|unless|instead|rather|far from|free|against|(?:out|away|hidden) (?:of|from)"
    r"|in place of|g[ai]ve up|stay\w* (?:out|away)|ban(?:s|ned)?|miss(?:es|ed)?|(?:lack|fail|refus|reject|except|exempt"
    r"|exclu|den[iy]|declin|prevent|avoid|absen|stop|forb|prohibit|oppos|reluct|doubt|abandon|los[est]|abstain|skip"
    r"|cancel|ceas|clos|end(?=s|ed|ing)|quit|shut|withdr|warn|danger|illeg|ined|inacc|inval|blind|mistak|bewar|resist|un|dis|non-?)[a-z]*)\b",
    re.IGNORECASE,
)
"""What may deny, or hold back from, what is said around it: more than do is no harm."""
_TURNED = re.compile(
    r"\b(?:than|not|never|no|nor|neither|without|less|los[est]\w*|lack\w*|fail\w*|far from)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""What turns the opposite around: what is smaller is told by what is larger than it, or not large."""
_NOT = re.compile(r"\b(?:not|never|cannot|no longer)\b|n['\u2019]t\b", re.IGNORECASE)
"""What does so in a question: what is not open is closed."""
_OPPOSES = re.compile(
    r"\b(?:against|no|not|without|war|petition|despite|versus|v|drew|(?:oppos|object|critic|reject|protest|fight|fought|anti"
    r"|resist|complain|concern|warn|argu|block|halt|ban|beat|defeat|los[et]|prevent|protect|charge|sue|claim|attack|condemn"
    r"|disagree|doubt|dissent|refus|fac(?:e|ing)|play)\w*)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""What may tell of those who are against something, or of what is done against somebody."""
_FAVOURS = re.compile(
    r"\b(?:for|yes|pro|(?:favou?r|support|back|approv|accept|welcom|agree|vot|endors)\w*)\b", re.IGNORECASE
)
"""What may tell of those who are for it."""
_FROM, _TO = re.compile(r"\bfrom\b", re.IGNORECASE), re.compile(r"\b(?:to|until|till)\b", re.IGNORECASE)
_FAULTS = frozenset("disadvantag downsid drawback pitfal risk shortcom".split())
"""Terms of what speaks against something, which a paragraph on nothing of the kind does not tell."""
_LIKE = 0.5
"""How near kin must be to tell that."""
_NEAR, _AROUND = (1, 2), (2, 4)
"""Words on either side that tell what a word of the question, and of a sentence, is said of: of what is opposed, and of
what leaves another out, for that is hardly ever said of the same at once."""


def denied(query: Query, sentence: Sentence, passage: Recorded, heading: Container[str]) -> bool:
    """Tell whether a sentence says the opposite of what a question takes for granted.

    ``heading`` are the terms of the heading above its paragraph.
    """
    claims, around, polar = query.claims, passage.terms, query.kind == "polar"
    if claims.negated and undenied(sentence):
        return True
    lacking = not query.asked <= sentence.terms  # of most the answer lacks none
    if lacking and (claims.there or not polar) and _left_out(query, sentence, around, heading):
        return True
    return not polar and (
        (lacking and _opposed(query, sentence, around))
        or _faultless(query, around)
        or (claims.side != "" and _on_one_side(query, sentence, passage))
    )


def turned(query: Query, sentence: Sentence, around: Container[str]) -> bool:
    """Tell whether a sentence says the opposite of a word of the question that another sentence beside it has.

    Not so where it tells from when until when something is so, for then it begins and ends.
    """
    if query.kind == "polar" or query.asked <= sentence.terms or not _opposed(query, sentence, around, near=True):
        return False
    begins = _FROM.search(sentence.text)
    return begins is None or not _TO.search(sentence.text, begins.end())


def _opposed(query: Query, sentence: Sentence, around: Container[str], *, near: bool = False) -> bool:
    """Tell whether a sentence says of the same the opposite of a word of the question that nothing around has.

    With ``near`` something around has it, but not the sentence.
    """
    for place, asked in enumerate(query.terms):
        if (asked.term in around) != near or asked.term in sentence.terms or asked.name:
            continue
        other = (opposites(asked.term) - query.asked) & sentence.terms
        back = other and (_TURNED.search(sentence.text) or _NOT.search(query.text))
        if other and not back and _of_the_same(query, place, sentence, other, _NEAR):
            return True
    return False


def _left_out(query: Query, sentence: Sentence, around: Container[str], heading: Container[str]) -> bool:
    """Tell whether a sentence says of the same what leaves a word of the question out, which nothing around has."""
    for place, asked in enumerate(query.terms):
        if asked.term in around or asked.term in heading:
            continue
        left_out = exclusives(asked.term)
        other = (left_out - query.asked) & sentence.terms
        if not other or any(near >= SURE and kin in around for kin, near in asked.kin if kin not in left_out):
            continue
        if _of_the_same(query, place, sentence, other, _AROUND):
            return True
    return False


def _of_the_same(query: Query, place: int, sentence: Sentence, other: Container[str], reach: tuple[int, int]) -> bool:
    """Tell whether a sentence says one of some other terms of what a question says the term at a place of.

    That is told by so many words beside it in the question, of which one stands so near in the sentence.
    """
    beside, near = reach
    terms = [each.term for each in query.terms]
    same = {*terms[max(place - beside, 0) : place], *terms[place + 1 : place + 1 + beside]}
    said = [token.term for token in sentence.tokens]
    return any(
        not same.isdisjoint(said[max(at - near, 0) : at + near + 1]) for at, each in enumerate(said) if each in other
    )


def _on_one_side(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether a sentence, or the paragraph around it, has nothing of the side that a question asks about."""
    if query.claims.side == "for":
        return _FAVOURS.search(sentence.text) is None
    return _OPPOSES.search(sentence.text if query.kind == "person" else passage.paragraph.text) is None


def _faultless(query: Query, around: Container[str]) -> bool:
    """Tell whether a question asks what speaks against something, and nothing around says anything like that."""
    faults = [asked for asked in query.terms if asked.term in _FAULTS]
    return any(asked.term not in around and asked.nearest(around) < _LIKE for asked in faults)


def undenied(sentence: Sentence) -> bool:
    """Tell whether a sentence denies nothing, so that what did not happen is not told by it."""
    return _DENIES.search(sentence.text) is None
