"""Questions that leave out what the last one said: "why?", "and in Thailand?", "what about Brunei?", "to rent?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.antecedent import meant
from bot.dialogue.asking import ask
from bot.dialogue.clause import parse
from bot.dialogue.fragment import AND, ASIDE, END, LEADING, acts, fragment, phrase_of, says, short, when
from bot.dialogue.ones import fill
from bot.dialogue.phrase import Phrase
from bot.dialogue.pronouns import replace
from bot.dialogue.sought import statement
from bot.dialogue.substitution import put_in
from bot.dialogue.turns import in_turn
from bot.english.wordclass import (
    ANY_AUX,
    AUX,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    PLACE,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    WH,
    base,
    is_verb,
    participle,
    past,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause

_THAT = "(?:this|that|it)"
_BARE = re.compile(
    rf"{AND}(?P<asked>(?:(?:{LEADING}) )?"
    r"(?:why(?: not)?|(?:when|where|how|why) (?:exactly|precisely)|where(?: to| from)?|when"
    r"|whom?|(?:who|where|when|how|why) else"
    r"|how(?: (?:long|often|much|many|far|fast|soon|come|so|big|high|old|deep|late|early))?|what(?: for)?|which"
    r"|(?:which|what) ones?))"
    # What only says once more that it is the last question that is meant.
    rf"(?: there| (?:is|was) (?:this|that)| (?:is|was) {_THAT} so| (?:did|does|do|will|would|can|could) {_THAT} happen"
    r"| (?:is|are|was|were|does|do|did|has|have|will|would) (?:he|she|it|they)"
    rf"(?: (?:want|plan|need|have|going) to)? (?:do|doing|done) (?:{_THAT}|so))?{ASIDE}{END}",
    re.IGNORECASE,
)
_WHY_SO = re.compile(
    rf"{AND}(?:(?P<asked>why) (?:{ANY_AUX})(?P<no>n['\u2019]?t)? (?:he|she|it|they|that|this)(?P<not> not)?"
    r"|(?P<how>when|where|how) (?:do|does|did|will|would|has|have|had) (?:he|she|it|they)"
    rf"|(?P<was>when|where) (?:is|was|were|will) it(?: be)?){ASIDE}{END}",
    re.IGNORECASE,
)
"""What says no more than "why?" either: "why did they?", "why isn't it?"."""
_REASONS = re.compile(
    rf"{AND}(?:(?:can|could) you )?"
    r"(?:(?:name|list|state|mention|give(?: me)?|tell me) (?:the|some|any|its|their) reasons?"
    rf"(?: (?:for|behind) {_THAT})?|what (?:is|are|was|were) the reasons? (?:for|behind) {_THAT}"
    rf"|for (?:what|which) reasons?|(?:because|on account|as a result) of what|(?:thanks|due|owing) to what|how so"
    rf"|the reasons?(?: (?:for|behind) {_THAT})?){ASIDE}{END}",
    re.IGNORECASE,
)
_CAUSE = re.compile(r"why\b|what (?:makes?|made|causes?|caused|leads?|led)\b", re.IGNORECASE)
_HOW_MANY = re.compile(
    rf"{AND}how many(?: of (?:them|these|those))?(?: (?P<are>are|were) (?:there|they))?"
    rf"(?P<when> (?:now|today|before|originally|in total|altogether))?{ASIDE}{END}",
    re.IGNORECASE,
)
_HOW_MANY_DO = re.compile(
    rf"{AND}how many(?: of (?:them|these|those))? (?P<aux>have|had|do|did|can|could|will|would){ASIDE}{END}",
    re.IGNORECASE,
)
_HOW_MANY_CAN = re.compile(
    rf"{AND}(?P<asked>how many) (?P<rest>(?:can|could|may|do|did|does|will|would|should|must|has|have)"
    rf" (?:I|we|you|he|she|one|they) [a-z]+){END}",
    re.IGNORECASE,
)
_ANOTHER = re.compile(rf"{AND}(?:(?:give|tell|show) me )?another(?: one| example)?{ASIDE}{END}", re.IGNORECASE)
_AN_EXAMPLE = re.compile(r"\ban(?=(?: \w+)? (?:example|instance)\b)", re.IGNORECASE)
_THOSE_THAT = re.compile(
    rf"{AND}(?:(?:what|how) about )?(?:the ones|those) (?:that|which|who) (?P<said>\S[^,]{{0,60}}?){END}", re.IGNORECASE
)
_THE_ONE = re.compile(
    rf"{AND}(?:(?:what|how) about )?the (?:one|ones) (?P<which>(?:{LEADING}) [\w ]{{2,40}}?){ASIDE}{END}", re.IGNORECASE
)
_AGAIN = re.compile(
    r"(?:what|pardon|come again|(?:and )?(?:then(?: what)?|what next|what happened (?:next|then))|and"
    r"|(?:(?:tell|show) me |some )?more(?: details| information| info)?(?: please)?|go on|continue|explain|elaborate"
    rf"|explain {_THAT} (?:again|in other words|differently|more simply|better|in more detail)"
    rf"|(?:can|could) you (?:explain|elaborate|repeat|tell me more)(?: (?:on |about )?{_THAT}| again)?"
    r"|(?:and )?(?:(?:are|is|were|was) there )?any (?:other|more|further|additional)(?: [a-z]+)?"
    rf"|(?:and |so )?(?:is {_THAT} (?:all|everything|it|the only (?:one|thing|reason))|(?:only|just) (?:one|{_THAT}))"
    r"|(?:and )?(?P<else>what|who|where|when|any(?:thing|one|body|where)) else"
    rf"|like what|such as|for example|e\.g){END}",
    re.IGNORECASE,
)
_ECHO = re.compile(
    r"(?:(?:and|but|so) )?(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could)(?:n['\u2019]?t)?"
    rf" (?:he|she|it|they|there)(?: (?:ever|yet|really|too|also|before|since|again|still|now|actually)){{0,2}}{END}",
    re.IGNORECASE,
)
"""What asks a question of yes or no once more: "and did it?"."""
_CORRECTED = re.compile(
    r"(?:(?:no|nope|sorry|oops|wait|wrong \w+|not (?:that|this|him|her|them|those)(?: one)?)\b[\s,.!-]*)*"
    r"(?:(?:i|we) (?:mean|meant|am asking about|was asking about)|i['\u2019]m asking about|rather|make that)\b[\s,:]*"
    r"(?P<phrase>\S.*)\Z"
    r"|(?:(?:no|sorry)\b[\s,]*)*(?P<before>\S.{0,60}?),? i (?:mean|meant)\Z"
    r"|(?:(?:no|nope|sorry|oops|wait|not (?:that|this)(?: one)?)\b[\s,.!-]*){1,3}"
    r"(?P<rather>(?:(?:in|at|on|for|from|to|of|with) )?(?:the \w|[A-Z])[^,.!?]{0,40})\Z",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"(?:no[\s,]+)?not (?:the )?(?P<no>[\w' \u2019-]{1,40}), (?:but )?(?:the )?(?P<but>[\w' \u2019-]{1,40})\Z",
    re.IGNORECASE,
)
# "which bank", "how much more", "from which bank", "when in Portugal", "by using what".
_WITH_NOUN = re.compile(
    rf"{AND}(?P<asked>(?:(?:{LEADING}) )?"
    r"(?:(?:which|what|whose)(?: (?:kinds?|sorts?|types?) of)?(?: [\w-]+){1,2}"
    rf"|how (?:many|much)(?: [\w-]+){{1,2}}|how [\w-]+))?{ASIDE}{END}",
    re.IGNORECASE,
)
_WHEN_IN = re.compile(
    rf"{AND}(?!(?:what|how) about|what (?:of|with))"
    r"(?P<asked>when|where|why|how(?: (?:much|many|long|often|far|fast))?|who|what) "
    rf"(?P<phrase>(?:{LEADING}) \S.*?){ASIDE}{END}",
    re.IGNORECASE,
)
_AT_THEEND = re.compile(
    rf"{AND}(?P<asked>(?:by|for|in|to|made|on|with) [\w -]{{2,40}}\b(?:what|whom|which|where)){END}", re.IGNORECASE
)
_KIND = re.compile(
    rf"{AND}(?:what|which) (?:kind|sort|type)s?(?P<rest>(?: (?:for|in|from|at|on) \S.{{0,60}}?)?){ASIDE}{END}",
    re.IGNORECASE,
)
_KIND_OF = re.compile(r"(?:what|which) (?:kind|sort|type)s? of \w+", re.IGNORECASE)
_ANY = {"anything": "what", "anyone": "who", "anybody": "who", "anywhere": "where"}
_TOLD = {"where": PLACE, "when": TIME}
"""With which prepositions a question tells what another is asked for by "where else?" and "when else?"."""
_RECENT = 2
"""Questions back to which "what else?" may go."""
_OWNED = re.compile(r"['\u2019]s?$")
_KIN_OWNED = re.compile(r"(?:his|her|its|their) (?P<kin>[\w-]+)['\u2019]s?", re.IGNORECASE)
_OWNED_BY = re.compile(
    r"(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}|\b(?:the|a) [\w-]+(?: [\w-]+){0,3}?)['\u2019]s (?P<kin>[\w-]+)"
    r"(?P<of_kin>(?=['\u2019]s? ))?"
)
"""Whose something is, or whose kin's."""
_WHO_THEN = re.compile(
    rf"(?:(?:and|but|so|then|no)\b[\s,]*){{0,2}}(?:who|which(?: one)?)"
    rf" (?:is|was|did|does|has|will|would|can|could)(?: it)?(?: then| instead)?{END}"
    rf"|(?:and |but )?if not (?:him|her|them|it|(?:the )?[\w-]+(?: [\w-]+)?),? (?:then )?(?:who|by whom)(?: then)?{END}"
    rf"|who then{END}",
    re.IGNORECASE,
)
_OR = re.compile(
    rf"{AND}(?P<offered>(?:[\w'\u2019-]+ ){{1,4}}or (?:[\w'\u2019-]+ ){{0,3}}[\w'\u2019-]+){END}", re.IGNORECASE
)
"""What offers two things to choose from: "air or ground?"."""
_NO_CHOICE = ((AUX | WH | PRONOUNS) - {"may"}) | frozenset("yes no not true false right wrong so more less".split())
"""Words that neither of two things to choose from has."""


def complete(question: str, earlier: Sequence[Clause]) -> str | None:
    """Return the question with what it leaves out, "" where that cannot be told, None where it leaves out nothing."""
    last = earlier[-1]
    again = _again(question, earlier) or _corrected(question, earlier) or _of_kind(question, last)
    again = again or _several(question, earlier) or _either(question, last) or _who_then(question, last)
    if found := again or in_turn(question, earlier):
        return found
    if asked := _asked(question) or _why_so(question, earlier):
        return ask(asked, last)
    if (when := _WHEN_IN.match(question)) and short(when["phrase"]) and not says(when["phrase"]):
        return _ask_in(when["asked"], when["phrase"], last)
    return _put_in(question, earlier)


def _put_in(question: str, earlier: Sequence[Clause]) -> str | None:
    """Return the question that a fragment makes of the last one, None where it is no fragment."""
    last = earlier[-1]
    if found := _THE_ONE.match(question):  # which of several that are told apart so
        for told in last.phrases:
            whole = last.whole(told)
            if not told.name and whole.end > told.end and told.start >= len(last.wh):
                return f"{last.body[: told.end]} {found['which']}{last.body[whole.end :]}?"
    phrase = fragment(question)
    if phrase is None:
        return None
    if of_kin := _kin_owned(phrase.text, last):
        return of_kin
    named = _of_the_same(phrase.text, last) or (
        phrase.text if when(phrase.text) else replace(fill(phrase.text, earlier), earlier)
    )
    named = _OWNED.sub("", named) or named  # "and the men's?"
    if named != phrase.text and _of_nobody_there(phrase, last):
        return f"what about {named}?"
    if named != phrase.text:  # "and his predecessor?", "the second one?"
        phrase = Phrase(named, phrase.start, phrase.start + len(named), phrase.preposition)
    return put_in(phrase, earlier)


def _kin_owned(text: str, last: Clause) -> str:
    """Return "what was Ann's mother's trade?" of "and her mother's?", after "what was Ann's father's trade?"."""
    kin, told = _KIN_OWNED.fullmatch(text), _OWNED_BY.search(last.body)
    if not kin or not told:
        return ""
    other = f"{last.body[: told.end('owner')]}'s {kin['kin']}"
    again = told["of_kin"] is not None  # her father's trade, not her coach
    return f"{other}{last.body[told.end('kin') :]}?" if again else f"{other}'s {last.body[told.start('kin') :]}?"


def _of_nobody_there(phrase: Phrase, last: Clause) -> bool:
    """Tell whether somebody's kin is asked after where the last question is of a thing: "when was the mill built?"."""
    who = last.subject
    kin = phrase.human and not phrase.preposition and phrase.text.lower().startswith(("his ", "her "))
    if not kin or who is None or who.text.startswith(("the person who ", "the people who ")):
        return False
    return not who.human and (who.determined or not who.name)


def _of_kind(question: str, last: Clause) -> str:
    """Return "what kind of cheese in York?" of "what kind in York?", where the last question asked for one."""
    found, asked = _KIND.match(question), _KIND_OF.search(last.text)
    return f"{asked[0]}{found['rest']}?" if found and asked else ""


def _again(question: str, earlier: Sequence[Clause]) -> str:
    """Return the last question, where no more than that is asked once more: "really?", "and did it?"."""
    last = earlier[-1]
    if found := _AGAIN.match(question):
        return _more(found["else"], earlier)
    if _REASONS.match(question):
        return last.text if _CAUSE.match(last.text) else ask("why", last)
    if _ANOTHER.match(question) and (told := _AN_EXAMPLE.search(last.text)):
        return f"{last.text[: told.start()]}another{last.text[told.end() :]}"
    return last.text if last.form == "polar" and _ECHO.match(question) else ""


def _several(question: str, earlier: Sequence[Clause]) -> str:
    """Return "how many mills are there?" of "how many are there?", "which mills burnt?" of "the ones that burnt"."""
    last = earlier[-1]
    if found := _HOW_MANY.match(question):
        if not found["are"] and (asked := ask("how many", last)).startswith("how many ") and last.form == "polar":
            return asked
        them = meant("them", (last,)) if found["are"] or " of " in question else None
        known = them is not None and them.plural and them.text.startswith("the ") and " who " not in them.text
        return f"how many {them.text[4:]} {found['are'] or 'are'} there{found['when'] or ''}?" if them and known else ""
    if found := _HOW_MANY_CAN.match(question):
        them = meant("them", (last,))
        several = them is not None and them.plural and not them.human
        return f"{found['asked']} {' '.join(them.words)} {found['rest']}?" if them and several else ""
    if (found := _HOW_MANY_DO.match(question)) and last.form == "polar" and last.subject and last.subject.plural:
        return _how_many_do(found["aux"].lower(), last.subject, last)
    if (found := _THOSE_THAT.match(question)) and last.asked and last.asked.plural:
        place = next((one for one in last.phrases if one.start > last.asked.end and one.preposition in PLACE), None)
        where = f" {place.preposition} {place.text}" if place else ""
        return f"which {' '.join(last.asked.words)}{where} {found['said']}?"
    return ""


def _either(question: str, last: Clause) -> str:
    """Return "which pump is louder, air or ground?" of "air or ground?", after "which pump is louder?"."""
    found = _OR.match(question)
    chosen = last.wh.lower().startswith(("which", "what", "who")) or last.wh.lower() in ("where", "when")
    if not found or not chosen or not _NO_CHOICE.isdisjoint(word.lower for word in parse(found["offered"]).words):
        return ""
    offered = found["offered"]
    if offered.partition(" ")[0].lower() in PREPOSITIONS | DETERMINERS | {"only"}:
        offered = offered[0].lower() + offered[1:]
    return "" if says(offered) else f"{last.body.partition(', ')[0]}, {offered}?"


def _who_then(question: str, last: Clause) -> str:
    """Return "who wrote the play?" of "who did then?", "if not her, who?", after "did Ann write the play?"."""
    who = last.subject if last.form == "polar" and _WHO_THEN.match(question) else None
    if who is None:
        return ""
    said = statement(last) if last.verb > 0 else f"{who.text} {last.words[0].lower}{last.body[who.end :]}"
    asked = "which" if "which" in question.lower() else "who"
    return f"{asked} {said[len(who.text) :].strip()}?" if said.startswith(f"{who.text} ") else ""


def _how_many_do(aux: str, who: Phrase, last: Clause) -> str:
    """Return "how many labs have got samples?" of "how many have?", after "can labs get samples?"."""
    verb = base(last.words[last.verb].lower) if last.verb > 0 else None
    if verb is None or last.words[last.aux].lower in BE:
        return ""
    done = participle(past(verb)) if aux in HAVE else past(verb) if aux == "did" else verb if aux == "do" else ""
    does = f"{aux} {done or verb}" if aux not in DO else done
    return f"how many {' '.join(who.words)} {does}{last.body[last.words[last.verb].end :]}?"


def _why_so(question: str, earlier: Sequence[Clause]) -> str:
    """Return "why" of "why did they?", and "when" of "when was it?" where that is what was done, not a thing."""
    found = _WHY_SO.match(question)
    if not found:
        return ""
    if found["was"]:
        it = meant("it", earlier)
        return str(found["was"]) if it and it.text.startswith("what ") else ""
    no = " not" if found["no"] or found["not"] else ""
    return f"{found['asked'] or found['how']}{no}"


def _corrected(question: str, earlier: Sequence[Clause]) -> str:
    """Return the last question with what the reader meant: "no, I mean the brother", "not the Alpha, the Beta"."""
    last = earlier[-1].text
    question = question.rstrip(" ?!.")
    if found := _NOT_BUT.match(question):
        said = re.search(rf"(?<!\w){re.escape(found['no'])}(?!\w)", last, re.IGNORECASE)
        return last[: said.start()] + found["but"] + last[said.end() :] if said else ""
    found = _CORRECTED.match(question)
    phrase = phrase_of((found["phrase"] or found["before"] or found["rather"]).strip()) if found else None
    return put_in(phrase, earlier) if phrase and short(phrase.text) else ""


def _of_the_same(text: str, last: Clause) -> str:
    """Return "the area of Rome" of "its area", where the last question asked for another thing of Rome's."""
    about = last.complement.text.partition(" of ")[2] if last.complement else ""
    return f"the {text[4:]} of {about}" if about and text.lower().startswith("its ") else ""


def _asked(question: str) -> str:
    """Return the question words where a question is nothing else: "why", "from which bank", "by using what"."""
    if found := _BARE.match(question):
        return str(found["asked"])
    if (found := _AT_THEEND.match(question)) and AUX.isdisjoint(question.lower().split()):
        return str(found["asked"])
    found = _WITH_NOUN.match(question)
    asked: str | None = found["asked"] if found else None
    if not asked or not (AUX | PRONOUNS).isdisjoint(asked.lower().split()):
        return ""
    words = asked.lower().split()
    nouns = words[words.index(next(word for word in words if word in WH)) + 1 :]
    if not nouns or nouns[0] in PREPOSITIONS | {"of"} or (is_verb(nouns[0]) and base(nouns[0]) != nouns[0]):
        return ""  # "what about", "what happens otherwise"
    nouns = nouns[1 + (nouns[0] in ("many", "much")) :]
    return "" if any(map(acts, nouns)) else asked


def _ask_in(asked: str, text: str, last: Clause) -> str:
    """Return what "when in Portugal?" asks of the last question."""
    first = parse(ask(asked, last))
    phrase = phrase_of(text)
    if phrase is None:
        return ""
    told = next((one for one in first.phrases if one.time and one.preposition), None)
    if told and asked.lower() == "when":  # what is asked for is not said as well
        first = parse(first.text[: told.anchor].rstrip() + first.text[told.end :])
    return put_in(phrase, [first])


def _more(other: str | None, earlier: Sequence[Clause]) -> str:
    """Return the last question again, asking for something else where that is what is asked.

    It is "" where somebody or a place is asked for that it does not ask for.
    """
    word = _ANY.get(other.lower(), other.lower()) if other else ""
    for place in range(len(earlier) - 1, max(-1, len(earlier) - 1 - _RECENT), -1):
        clause = earlier[place]
        if word and clause.wh.lower() == word:
            return f"{clause.text[: len(word)]} else{clause.text[len(word) :]}"
        if word in _TOLD and (elsewhere := _other_than(word, clause)):
            return elsewhere
    return "" if word in ("who", *_TOLD) else earlier[-1].text


def _other_than(word: str, last: Clause) -> str:
    """Return "where else than in Rome was it built?" of "what was built in Rome?", "" where no place is told."""
    asked = parse(ask(word, last))
    told = next((one for one in asked.phrases if one.preposition in _TOLD[word] and one.time == (word == "when")), None)
    if told is None or not asked.body.startswith(word):
        return ""
    rest = f"{asked.body[len(word) : told.anchor].rstrip()}{asked.body[told.end :]}"
    return f"{word} else than {asked.body[told.anchor : told.end]}{rest}?"
