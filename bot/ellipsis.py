"""Questions that leave out what the last one said: "why?", "and in Thailand?", "what about Brunei?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.clause import parse
from bot.phrase import Phrase
from bot.wordclass import AUX, BE, PLACE, POSSESSIVES, PREPOSITIONS, PRONOUNS, TIME, WH, is_verb, participle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.clause import Clause

_AND = r"(?:(?:and|but|or|so|also|then|now|ok|okay)\b[\s,]*)*"
_ASIDE = r"(?:[\s,]+(?:then|too|as well|instead|though|exactly|precisely|again))?"
_END = r"[\s?!.]*$"
_THAT = "(?:this|that|it)"
_BARE = re.compile(
    rf"{_AND}(?P<asked>(?:(?:since|until|till|by|from|with|for|to|in|at|on|of|about|through) )?"
    r"(?:why(?: not)?|where(?: to| from| else)?|when(?: else)?|whom?|who else"
    r"|how(?: (?:long|often|much|many|far|fast|soon|come|so))?|what(?: for)?|which"
    r"|(?:which|what) (?:year|month|day|date|countr(?:y|ies)|cit(?:y|ies)|places?|way|ones?|company)))"
    # What only says once more that it is the last question that is meant.
    rf"(?: there| (?:is|was) (?:this|that)| (?:is|was) {_THAT} so| did {_THAT} happen"
    r"| (?:is|are|was|were|does|do|did|has|have|will|would) (?:he|she|it|they)"
    rf"(?: (?:want|plan|need|have|going) to)? (?:do|doing|done) (?:{_THAT}|so))?{_ASIDE}{_END}",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"(?:really|seriously|what|pardon|come again|are you (?:sure|certain)|is {_THAT} (?:so|true|right|correct)"
    r"|(?:(?:tell|show) me |some )?more(?: details| information| info)?(?: please)?|go on|continue|explain|elaborate"
    rf"|(?:can|could) you (?:explain|elaborate|repeat|tell me more)(?: (?:on |about )?{_THAT}| again)?"
    rf"|(?:and )?(?P<else>what|anything|who|where) else|like what|such as|for example|e\.g){_END}",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    rf"(?:{_AND}(?:(?:what|how) about|what of|as for"
    rf"|(?:is {_THAT} )?(?:the )?same(?: question| thing)?(?: (?:for|with|about))?"
    rf"|does (?:the same|{_THAT}) (?:go|hold|apply)(?: (?:for|to))?)|(?P<and>(?:and|but|or|also)\b,?)) "
    rf"(?P<phrase>\S.*?){_ASIDE}{_END}",
    re.IGNORECASE,
)
_ONES = frozenset(("who", "which", "what", "which one", "which ones"))
_LONGEST = 8
"""Words of a fragment: what is longer has a verb."""
_LONGEST_NAME = 3
_NOT_FRAGMENT = WH | AUX | (PRONOUNS - POSSESSIVES)


def complete(question: str, earlier: Sequence[Clause]) -> str | None:
    """Return the question with what it leaves out, "" where that cannot be told, None where it leaves out nothing."""
    if found := _BARE.match(question):
        return _ask(found["asked"], earlier[-1])
    if found := _AGAIN.match(question):
        return _more(found["else"], earlier[-1])
    phrase = _fragment(question)
    return _replace(phrase, earlier) if phrase else None


def _ask(asked: str, last: Clause) -> str:
    """Return what "why?", "by whom?", "since when?" ask of the last question."""
    asked = {"how come": "why", "how so": "why"}.get(asked.lower(), asked)
    lower = asked.lower()
    if lower in _ONES or lower.endswith(" else"):
        return _ask_which(lower, last)
    body = last.body
    if last.form == "polar":
        rest = body[0].lower() + body[1:]
    elif last.form == "be":
        rest = last.complement.text if last.complement and lower.startswith("why") else body[last.start :]
    elif last.form == "aux":
        rest = _rest(last)
    else:
        rest = _made_passive(last)
    return f"{asked} {rest}?" if rest else f"{body}, and {lower}?"


def _ask_which(asked: str, last: Clause) -> str:
    """Return what "who?", "which ones?", "what else?" ask of the last question."""
    counted = re.match(r"how many (.*)", last.body, re.IGNORECASE)
    if counted and asked in _ONES:
        return f"which {counted[1]}?"
    if asked == "who" and last.form == "aux" and last.words[last.aux].lower in BE and _passive(last):
        return f"by whom {_rest(last)}?"
    return last.text if asked == "what" else f"{last.body}, and {asked}?"


def _passive(last: Clause) -> bool:
    return last.verb > 0 and participle(last.words[last.verb].lower) is not None


def _rest(last: Clause) -> str:
    """Return the last question from its auxiliary on; the thing it asked for is called "this"."""
    body = last.body
    start = last.start
    wh = last.wh.split()
    if wh[0].lower() not in ("what", "which") or last.verb < 0 or _passive(last):
        return body[start:]
    this = " ".join(["this", *wh[1:]])
    end = last.words[last.verb].end
    after = last.words[last.verb + 1] if last.verb + 1 < len(last.words) else None
    if after and after.lower == "to":  # want to double
        end = next((word.end for word in last.words[last.verb + 2 :]), end)
    elif after and after.lower not in PREPOSITIONS:
        return body[start:]
    return f"{body[start:end]} {this}{body[end:]}"


def _made_passive(last: Clause) -> str:
    """Return "was the term coined" of "who coined the term", "" where that is not to be had."""
    if last.form != "subject" or last.aux >= 0 or last.verb < 0:
        return ""
    verb = last.words[last.verb]
    done = participle(verb.lower)
    thing = next((phrase for phrase in last.phrases if phrase.start > verb.end), None)
    if done is None or thing is None or thing.preposition or thing.start != verb.end + 1:
        return ""
    was = "were" if thing.plural else "was"
    return f"{was} {thing.text} {done}{last.body[thing.end :]}"


def _more(other: str | None, last: Clause) -> str:
    """Return the last question again, asking for something else where that is what is asked."""
    word = {"anything": "what"}.get(other.lower(), other.lower()) if other else ""
    if word and last.wh.lower() == word:
        return f"{last.text[: len(word)]} else{last.text[len(word) :]}"
    return last.text


def _fragment(question: str) -> Phrase | None:
    """Return the phrase of a question that is nothing but one: "and in Thailand?", "what about Brunei?", "Vietnam?"."""
    found = _FRAGMENT.match(question)
    text = (found["phrase"] if found else question).strip(" ?!.,")
    if not _NOT_FRAGMENT.isdisjoint(text.lower().split()):
        return None
    clause = parse(text)
    words = [word.lower for word in clause.words]
    if not words or len(words) > _LONGEST or not _NOT_FRAGMENT.isdisjoint(words):
        return None
    if words[0] in PREPOSITIONS:
        start = clause.words[1].start if len(words) > 1 else len(text)
        return Phrase(text[start:], start, len(text), words[0]) if text[start:] else None
    phrase = Phrase(text, 1, len(text))  # not at the start of the question: a capital tells
    if found:
        return None if found["and"] and any(is_verb(word) for word in words) else phrase
    alone = len(words) == 1 or (len(words) <= _LONGEST_NAME and all(word.text[0].isupper() for word in clause.words))
    return phrase if alone and phrase.name and len(text) > _LONGEST_NAME else None


def _replace(phrase: Phrase, earlier: Sequence[Clause]) -> str:
    """Return the latest question that has a place for the phrase, with the phrase in it, "" where none has."""
    for clause in reversed(earlier):
        if slot := _slot(phrase, clause):
            same = not phrase.preposition or slot.preposition == phrase.preposition
            start, put = (slot.start, phrase.text) if same else (slot.anchor, f"{phrase.preposition} {phrase.text}")
            return f"{clause.body[:start]}{put}{clause.body[slot.end :]}?"
        if phrase.preposition and clause.form != "be":
            return f"{clause.body} {phrase.preposition} {phrase.text}?"
    last = earlier[-1]
    return f"{last.body} {phrase.preposition} {phrase.text}?" if phrase.preposition and not last.who else ""


def _slot(phrase: Phrase, clause: Clause) -> Phrase | None:
    """Return the phrase of an earlier question that the new one takes the place of."""
    others = [
        other
        for other in clause.phrases
        if other.year == phrase.year and other.text.lower() != phrase.text.lower() and other.start >= len(clause.wh)
    ]
    if phrase.year and not phrase.preposition:
        found = others
    elif phrase.preposition:
        found = [other for other in others if other.preposition == phrase.preposition] or _alike(phrase, others)
    elif clause.complement and not any(other.preposition == "of" and other.name for other in others):
        found = [] if clause.who and not phrase.name else [clause.complement]
    elif phrase.name:
        named = [other for other in others if other.name]
        found = [other for other in named if other.person == phrase.person] or named
        found = found or [other for other in others if other.preposition in PLACE]
    else:
        found = [other for other in others if not other.name and other != clause.subject]
    return found[-1] if found else None


def _alike(phrase: Phrase, others: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases that say the same kind of thing, a place or a time, with another preposition."""
    group = TIME if phrase.year else PLACE
    if phrase.preposition not in group:
        return []
    return [other for other in others if other.preposition in group and other.name == phrase.name]
