"""Questions that leave out what the last one said: "why?", "and in Thailand?", "what about Brunei?", "to rent?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.asking import ask
from bot.dialogue.clause import parse
from bot.dialogue.ones import fill
from bot.dialogue.phrase import Phrase
from bot.dialogue.pronouns import replace
from bot.dialogue.substitution import put_in
from bot.english.wordclass import AUX, POSSESSIVES, PREPOSITIONS, PRONOUNS, WH, base, is_verb, may_be_verb, mostly_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause

_AND = r"(?:(?:and|but|or|so|also|then|now|ok|okay)\b[\s,]*)*"
_ASIDE = r"(?:[\s,]+(?:then|too|as well|instead|though|exactly|precisely|again|please))?"
_END = r"[\s?!.]*$"
_THAT = "(?:this|that|it)"
_PREPOSITION = (
    "since|until|till|by|from|with|for|to|in|at|on|of|about|through|against|under|after|before|into|between|during"
)
_BARE = re.compile(
    rf"{_AND}(?P<asked>(?:(?:{_PREPOSITION}) )?"
    r"(?:why(?: not)?|where(?: to| from| else)?|when(?: else)?|whom?|who else"
    r"|how(?: (?:long|often|much|many|far|fast|soon|come|so|big|high|old|deep|late|early))?|what(?: for)?|which"
    r"|(?:which|what) ones?))"
    # What only says once more that it is the last question that is meant.
    rf"(?: there| (?:is|was) (?:this|that)| (?:is|was) {_THAT} so| did {_THAT} happen"
    r"| (?:is|are|was|were|does|do|did|has|have|will|would) (?:he|she|it|they)"
    rf"(?: (?:want|plan|need|have|going) to)? (?:do|doing|done) (?:{_THAT}|so))?{_ASIDE}{_END}",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"(?:really|seriously|what|pardon|come again|are you (?:sure|certain)|is {_THAT} (?:so|true|right|correct)"
    r"|(?:(?:tell|show) me |some )?more(?: details| information| info)?(?: please)?|go on|continue|explain|elaborate"
    rf"|explain {_THAT} (?:again|in other words|differently|more simply|better|in more detail)"
    rf"|(?:can|could) you (?:explain|elaborate|repeat|tell me more)(?: (?:on |about )?{_THAT}| again)?"
    r"|(?:and )?(?:(?:are|is|were|was) there )?any (?:other|more|further|additional)(?: [a-z]+)?"
    rf"|(?:and )?(?P<else>what|anything|who|where) else|like what|such as|for example|e\.g){_END}",
    re.IGNORECASE,
)
_ECHO = re.compile(
    r"(?:(?:and|but|so) )?(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could)(?:n['\u2019]?t)?"
    rf" (?:he|she|it|they|there)(?: (?:ever|yet|really|too|also|before|since|again|still|now|actually)){{0,2}}{_END}",
    re.IGNORECASE,
)
"""What asks a question of yes or no once more: "and did it?"."""
_CORRECTED = re.compile(
    r"(?:(?:no|nope|sorry|oops|wait|wrong \w+|not (?:that|this|him|her|them|those)(?: one)?)\b[\s,.!-]*)*"
    r"(?:(?:i|we) (?:mean|meant|am asking about|was asking about)|i['\u2019]m asking about|rather|make that)\b[\s,:]*"
    r"(?P<phrase>\S.*)\Z"
    r"|(?:(?:no|sorry)\b[\s,]*)*(?P<before>\S.{0,60}?),? i (?:mean|meant)\Z",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"(?:no[\s,]+)?not (?:the )?(?P<no>[\w' \u2019-]{1,40}), (?:but )?(?:the )?(?P<but>[\w' \u2019-]{1,40})\Z",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    rf"(?:{_AND}(?:(?P<about>(?:wh?at|how)s? about|what of|what with|as for)"
    rf"|(?:is {_THAT} )?(?:the )?same(?: question| thing)?(?: (?:for|with|about))?"
    rf"|does (?:the same|{_THAT}) (?:go|hold|apply)(?: (?:for|to))?)|(?P<and>(?:(?:and|but|or|also|then)\b,? ?)+)) "
    rf"(?P<phrase>\S.*?){_ASIDE}{_END}",
    re.IGNORECASE,
)
# "which bank", "how much more", "from which bank", "when in Portugal", "by using what".
_WITH_NOUN = re.compile(
    rf"{_AND}(?P<asked>(?:(?:{_PREPOSITION}) )?"
    r"(?:(?:which|what|whose)(?: (?:kinds?|sorts?|types?) of)?(?: [\w-]+){1,2}"
    rf"|how (?:many|much)(?: [\w-]+){{1,2}}|how [\w-]+))?{_ASIDE}{_END}",
    re.IGNORECASE,
)
_WHEN_IN = re.compile(
    rf"{_AND}(?!(?:what|how) about)(?P<asked>when|where|why|how(?: (?:much|many|long|often|far|fast))?|who|what) "
    rf"(?P<phrase>(?:{_PREPOSITION}) \S.*?){_ASIDE}{_END}",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(
    rf"{_AND}(?P<asked>(?:by|for|in|to|made|on|with) [\w -]{{2,40}}\b(?:what|whom|which|where)){_END}", re.IGNORECASE
)
_WHEN = re.compile(
    r"(?:(?:the )?(?:year|month|week|day)s? (?:before|after)|before|after|earlier|later|now|today|nowadays|yesterday"
    r"|tomorrow|currently|previously|(?:last|next|this) \w+|back then|in the past|at the moment)"
    r"(?: that)?",
    re.IGNORECASE,
)
_KIND = re.compile(
    rf"{_AND}(?:what|which) (?:kind|sort|type)s?(?P<rest>(?: (?:for|in|from|at|on) \S.{{0,60}}?)?){_ASIDE}{_END}",
    re.IGNORECASE,
)
_KIND_OF = re.compile(r"(?:what|which) (?:kind|sort|type)s? of \w+", re.IGNORECASE)
_IN_TURN = re.compile(rf"{_AND}(?P<order>(?P<when>before|after) (?:that|him|her|them)){_END}", re.IGNORECASE)
"""What asks for another at another time: of who it was, before him."""
_THOSE = re.compile(rf"^(?:those|the (?:one|ones|other|others)) (?=(?:{_PREPOSITION})\b)", re.IGNORECASE)
"""What stands for the thing of the last question: "and those in York?"."""
_OWNED = re.compile(r"['\u2019]s?$")
_LONGEST = 8
"""Words of a fragment: what is longer has a verb."""
_LONGEST_NAME = 3
_NOT_FRAGMENT = WH | AUX | (PRONOUNS - POSSESSIVES)


def complete(question: str, earlier: Sequence[Clause]) -> str | None:
    """Return the question with what it leaves out, "" where that cannot be told, None where it leaves out nothing."""
    last = earlier[-1]
    if again := _again(question, last) or _corrected(question, earlier) or _of_kind(question, last):
        return again
    if asked := _asked(question):
        return ask(asked, last)
    if (found := _WHEN_IN.match(question)) and _short(found["phrase"]) and not _says(found["phrase"]):
        return _ask_in(found["asked"], found["phrase"], last)
    if found := _IN_TURN.match(question):
        return f"{last.body} {found['when'] if last.who else found['order']}?"
    phrase = _fragment(question)
    if phrase is None:
        return None
    named = _of_the_same(phrase.text, last) or replace(fill(phrase.text, earlier), earlier)
    named = _OWNED.sub("", named) or named  # "and the men's?"
    if named != phrase.text:  # "and his predecessor?", "the second one?"
        phrase = Phrase(named, phrase.start, phrase.start + len(named), phrase.preposition)
    return put_in(phrase, earlier)


def _of_kind(question: str, last: Clause) -> str:
    """Return "what kind of cheese in York?" of "what kind in York?", where the last question asked for one."""
    found, asked = _KIND.match(question), _KIND_OF.search(last.text)
    return f"{asked[0]}{found['rest']}?" if found and asked else ""


def _again(question: str, last: Clause) -> str:
    """Return the last question, where no more than that is asked once more: "really?", "and did it?"."""
    if found := _AGAIN.match(question):
        return _more(found["else"], last)
    return last.text if last.form == "polar" and _ECHO.match(question) else ""


def _corrected(question: str, earlier: Sequence[Clause]) -> str:
    """Return the last question with what the reader meant: "no, I mean the brother", "not the Alpha, the Beta"."""
    last = earlier[-1].text
    question = question.rstrip(" ?!.")
    if found := _NOT_BUT.match(question):
        said = re.search(rf"(?<!\w){re.escape(found['no'])}(?!\w)", last, re.IGNORECASE)
        return last[: said.start()] + found["but"] + last[said.end() :] if said else ""
    found = _CORRECTED.match(question)
    phrase = _phrase((found["phrase"] or found["before"]).strip()) if found else None
    return put_in(phrase, earlier) if phrase and _short(phrase.text) else ""


def _of_the_same(text: str, last: Clause) -> str:
    """Return "the area of Rome" of "its area", where the last question asked for another thing of Rome's."""
    about = last.complement.text.partition(" of ")[2] if last.complement else ""
    return f"the {text[4:]} of {about}" if about and text.lower().startswith("its ") else ""


def _asked(question: str) -> str:
    """Return the question words where a question is nothing else: "why", "from which bank", "by using what"."""
    if found := _BARE.match(question):
        return str(found["asked"])
    if (found := _AT_THE_END.match(question)) and AUX.isdisjoint(question.lower().split()):
        return str(found["asked"])
    found = _WITH_NOUN.match(question)
    asked: str | None = found["asked"] if found else None
    if not asked or not (AUX | PRONOUNS).isdisjoint(asked.lower().split()):
        return ""
    words = asked.lower().split()
    nouns = words[words.index(next(word for word in words if word in WH)) + 1 :]
    if not nouns or nouns[0] in PREPOSITIONS:  # "what about"
        return ""
    nouns = nouns[1 + (nouns[0] in ("many", "much")) :]
    return "" if any(map(_acts, nouns)) else asked


def _acts(word: str) -> bool:
    return is_verb(word) or word.endswith("ed") or (word.endswith("s") and mostly_verb(base(word) or ""))


def _ask_in(asked: str, text: str, last: Clause) -> str:
    """Return what "when in Portugal?" asks of the last question."""
    first = parse(ask(asked, last))
    phrase = _phrase(text)
    if phrase is None:
        return ""
    told = next((one for one in first.phrases if one.time and one.preposition), None)
    if told and asked.lower() == "when":  # what is asked for is not said as well
        first = parse(first.text[: told.anchor].rstrip() + first.text[told.end :])
    return put_in(phrase, [first])


def _short(text: str) -> bool:
    words = text.lower().split()
    return len(words) <= _LONGEST and _NOT_FRAGMENT.isdisjoint(words)


def _says(text: str) -> bool:
    """Tell whether a text has a verb of its own."""
    return any(map(_acts, text.lower().split()[1:]))


def _more(other: str | None, last: Clause) -> str:
    """Return the last question again, asking for something else where that is what is asked."""
    word = {"anything": "what"}.get(other.lower(), other.lower()) if other else ""
    if word and last.wh.lower() == word:
        return f"{last.text[: len(word)]} else{last.text[len(word) :]}"
    return last.text


def _fragment(question: str) -> Phrase | None:
    """Return the phrase of a question that is nothing but one: "and in Thailand?", "what about Brunei?", "Vietnam?"."""
    found = _FRAGMENT.match(question)
    text = _THOSE.sub("", (found["phrase"] if found else question).strip(" ?!.,"))
    words = [word.lower for word in parse(text).words]
    if not words or not _short(text) or not _NOT_FRAGMENT.isdisjoint(words):
        return None
    when = _WHEN.fullmatch(text) is not None
    to = words[0] == "to" and len(words) > 1 and may_be_verb(words[1])
    if when or to or (words[0] in PREPOSITIONS and len(words) > 1):
        return _phrase(text)
    phrase = _phrase(text)
    doing = words[0].endswith("ing") and base(words[0]) is not None
    if found:
        acting = found["and"] and not doing and any(is_verb(word) for word in words)
        return None if acting else phrase
    capitals = all(word[0].isupper() for word in text.split())
    alone = len(words) == 1 or (len(words) <= _LONGEST_NAME and capitals)
    plain = phrase is not None and alone and (phrase.year or (phrase.name and len(text) > _LONGEST_NAME))
    return phrase if plain else None


def _phrase(text: str) -> Phrase | None:
    """Return a fragment as a phrase, its preposition apart."""
    words = parse(text).words
    if not words:
        return None
    if (words[0].lower in PREPOSITIONS or words[0].lower == "of") and len(words) > 1 and not _WHEN.fullmatch(text):
        start = words[1].start
        return Phrase(text[start:], start, len(text), words[0].lower)
    return Phrase.apart(text)
