"""Whether evidence contradicts what a question takes for granted: another in the row, another speaker, nobody born."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot import makers
from bot.acronyms import expansion
from bot.answerforms import CALENDAR, LASTING, MONEY, QUANTITY, REASON, TIME, measured
from bot.answertype import AFTER
from bot.claims import NUMBER, number_of, ordinals
from bot.english.senses import kinds, senses, singular
from bot.english.wordclass import ANY_AUX, AUX, PREPOSITIONS, WH, base, is_verb
from bot.highlight import SURE, said_of, says_apart, says_no_more
from bot.leaders import FORMER, unchanged
from bot.opposition import opposed, undenied
from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from bot.analysis import Sentence
    from bot.claims import Ordinal
    from bot.indexing.records import Recorded
    from bot.query import Query, Term

_WHY = re.compile(r"\W*why\s+(?:did|does|do|is|was|were|has|have)\b", re.IGNORECASE)
_LOCATED = re.compile(
    r"\bwhere\s+(?:is|are|was|were)\s[^?]{1,80}\s(?:located|based|situated|headquartered)\W*\Z", re.IGNORECASE
)
_LIES = re.compile(
    r"\b(?:locat\w+|based|situat\w+|headquart\w*|seat|offices?|home|li(?:es|ved?)|stands?|stood|near|settled|moved|from)\b",
    re.IGNORECASE,
)
"""What tells that something is somewhere, as a place beside it does: "the museum in Graz"."""
_RIGHT_AT = re.compile(r",? (?:in|at|on|near|of) (?-i:[A-Z])")
_SPEAKS = re.compile(
    r"\b(?:sa(?:y|id)|think|thought|believ|se(?:e|es|en)\b|saw\b|view|stress|underlin|argu|call|want|hop(?:e|ing)|expect|not(?:es|ed)\b"
    r"|warn|claim|according|t(?:ell|old)|aim|need|seek|plan|promis|consider|regard|describ|urg|suggest|explain|recogni"
    r"|emphasi|highlight|envision|interest|wish|ask|demand|fe(?:el|lt)|f(?:ind|ound)|prais|critic|welcom|reject|support|oppos"
    r"|recommend|admit|insist|fear|doubt|prefer|agree|announc|declar|report|propos|advis|worr|concern|opinion)"
    r"|[\"\u201c\u00ab]",
    re.IGNORECASE,
)
"""What tells that somebody says or wants something."""
_SIBLINGS, _SPOUSES = (
    frozenset(("brother", "sister", "sibl")),
    frozenset(("husband", "wife", "spous", "marri", "widow")),
)
_PARENTS, _CHILDREN = frozenset(("father", "mother", "parent")), frozenset(("son", "daughter", "child"))
_OTHER_SIDE = {
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
_GROWTH = re.compile(r"\b(?:doubl|tripl|quadrupl)\w*", re.IGNORECASE)
_SETTING = re.compile(
    r"\W*(?:amid(?:st)?|despite|in spite of|notwithstanding|given|following|after|with)\s"
    r"(?:(?!because|due to|owing to)[^,])*,",
    re.IGNORECASE,
)
"""What a sentence begins with that tells of something as the setting of something else."""
_GROUND = re.compile(r"\b(?:for|as|since|over|about|against|because|due|owing)\b", re.IGNORECASE)
"""What may tell the reason of it there: "With the bridge closed for repairs"."""
_BODY = r"[^\W\d_]+(?:[ -][A-Z]\w*){0,5}"
_LIFE = frozenset(("born", "die", "buri"))
"""Terms, written out: to make one here would load NLTK."""
_BURIED = re.compile(
    r"\b(?:buri|bury|grave|tomb|crypt|cemeter|churchyard|ashes\b|funeral|interr|cremat|laid to rest)", re.IGNORECASE
)
"""What tells where somebody lies, as other words for a death do not."""
_LIVED = re.compile(
    r"\(\D{0,30}(?:1\d|20)\d\d|\b(?:births?|native|baptis|descend|grew up|deaths?|dead|deadly|fatal|kill|murder|execut"
    r"|assassinat|massacr|drown|suicide|buri|funeral|casualt|victim|perish|starv|succumb|demise"
    r"|passed away|toll\b|lives?\b)",
    re.IGNORECASE,
)
"""What tells of a life without saying so: years in brackets after a name, ``(1912-1990)``, and words for its ends."""
_ALONE = re.compile(
    rf"\bthe\s+(?P<number>{NUMBER})(?:st|nd|rd|th)?(?=\W*$|[.,;:!?)]|\s+(?:{ANY_AUX}|of|in|to)\b)",
    re.IGNORECASE,
)
"""A number in a row of what was named before: "Halley was the second, a year later"."""
_FIRST = re.compile(r"\b(?:debut|d\u00e9but|initial|inaugural|maiden|original|earliest|oldest)", re.IGNORECASE)
"""What the first in a row is called as well."""
_UNNAMED = re.compile(rf"\W*$|[.,;:!?)](?!\d)|\s+(?:{ANY_AUX}|in|at|on)\b", re.IGNORECASE)
"""What stands behind a figure that counts what was named before: "a team of 60 had slept"."""
_DWELLERS = re.compile(r"\b(?:people|inhabit\w+|resid\w+|population|citizens?|souls?|home|lived?s?)\b", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"\b(?:here|there|\w+where|home|abroad|upstairs|downstairs|outdoors|indoors|outside|inside|near\w*|ashore|online"
    r"|next door|adjoin\w*|overlook\w*|visit\w*|north\w*|south\w*|east\w*|west\w*)\b",
    re.IGNORECASE,
)
"""What tells a place without naming any."""
_WHITHER = "to|from|into|onto|towards?|via|past"
_AT_REST = (
    r"in|at|on|behind|under|above|between|along\w*|across|over|off|beside|beneath|below|around|round|through|by|opposite"
    r"|beyond|amid|among|upon|aboard|facing|within"
)
_AT = re.compile(
    rf"\b(?:(?P<whither>{_WHITHER})|{_AT_REST})\s+(?P<what>(?:(?!(?:{_WHITHER}|{_AT_REST}"
    rf"|{'|'.join(sorted(PREPOSITIONS | AUX | WH))}|of|but|that|than|as|if)\b)[\w'\u2019-]+ ?){{1,8}})",
    re.IGNORECASE,
)
"""What may stand at a place: "on the quay", but also "in June", "at the meeting"."""
_GOES = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|c[oa]mes?|coming|from|to|sen[dt]s?|mov\w+|travel\w*|head\w*|fl(?:y|ew)|ship\w*|get|got)\b",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ance|ence|ism|ship|omy|acy)s?\Z")
"""How nouns end that mostly name no thing one can be at."""
_MANY = ("hundred", "thousand", "million", "billion", "hundreds", "thousands", "dozens")
_PIECES = ("units", "pieces", "volumes", "copies", "items", "adults", "boys", "girls")
"""What a figure may count instead of naming the things themselves."""
_THOUSANDS = 4
"""Digits of a number that may be of people though it does not say of what it is."""
_QUOTED = re.compile(r"[\"\u201c\u2018\u00ab]\w")
_BEFORE, _BEHIND = 25, 80
"""Characters between those who are named and their names: "her cats, of whom there are two, are Tib and Tab"."""
_SIGNS = ("$", "\u00a3", "\u20ac")
"""What a figure behind it counts: money."""
_NEAR = 0.5
"""How near kin must be to stand for a speaker."""
_ALIKE = 0.7
"""How near kin must be to stand for a group: a company is no industry."""
_ANYONE = frozenset(
    """
    authority boss chief company director executive expert firm group head leader local man manager official organiser
    organizer organisation organization people person representative source specialist speaker spokesman spokesperson
    spokeswoman team woman
    """.split()
)
"""Whom an article hardly calls so, though it lets them speak: "experts" are its analysts, "the manager" its baker."""
_PERSON = frozenset("PB")
"""Kinds of what is born and dies; of an idea or a firm that is but a way to put it."""


def gainsaid(query: Query, sentence: Sentence, passage: Recorded, heading: Container[str], *, formed: bool) -> bool:
    """Tell whether a sentence, or the paragraph around it, cannot answer for what the question takes for granted.

    ``heading`` are the terms of the heading above; ``formed`` tells that the sentence has what looks like a span of
    time or a length.
    """
    claims = query.claims
    return bool(
        (query.kind == "duration" and not formed and _unlasting(sentence))
        or (query.noun and _miscounted(query.noun, query, sentence))
        or (claims.ordinals and _misnumbered(claims.ordinals, passage))
        or (claims.speaker and (_unspoken(query, passage.terms) or _speechless(query, sentence)))
        or (claims.selects and says_no_more(query, sentence))  # "service robots in Singapore" tell no company
        or (query.letters and expansion(query.letters, sentence.text) is None)
        or (claims.office and _misplaced(*claims.office, sentence))
        or (claims.role and _unheld(query, sentence, heading))
        or (claims.names and _unnamed(query, sentence))
        or (not query.asked.isdisjoint(_LIFE) and _unlived(query, passage))
        or (claims.other and _no_other(claims.other, sentence))
        or (claims.succession and unchanged(sentence.text, query.asked))
        or (query.kind == "reason" and (_mere_setting(query, sentence) or _unreasoned(query, passage)))
        or (query.kind == "polar" and says_apart(query, sentence))
        or (claims.maker and not makers.tells(passage.paragraph.text))
        or (claims.group and _no_group(query, sentence))
        or ((claims.level or query.kind == "count") and _only_grows(sentence))
        or (claims.now and _is_over(query, sentence))
        or (claims.named and _nameless(query, sentence))
        or (claims.there and _absent(query, passage.terms, heading))
        or (claims.dimension and not measured(claims.dimension).search(sentence.text))
        or (claims.lasts and not _takes_time(passage.paragraph.text))
        or (claims.stuff and _only_heads(sentence))
        or (claims.soon and claims.soon not in passage.paragraph.text.lower())
        or (claims.negated and undenied(sentence))
        or (query.kind != "polar" and opposed(query, sentence, passage.terms))
        or (claims.dwellers and not _tells_dwellers(sentence))
        or (query.kind == "place" and sentence.places <= query.asked and not _is_somewhere(query, sentence))
        or (
            query.kind == "place" and _LOCATED.search(query.text) is not None and not _locates(query, sentence, passage)
        )
    )


def _misnumbered(asked_for: Iterable[Ordinal], passage: Recorded) -> bool:
    """Tell whether a paragraph speaks of another in the row than the question, and not of that one."""
    text = passage.paragraph.text
    told = list(ordinals(text))
    for asked in asked_for:
        numbers = {other.number for other in told if other.terms & asked.terms}
        if numbers and asked.number not in numbers and not _numbered(asked.number, text):
            return True
    return False


def _numbered(number: int, text: str) -> bool:
    """Tell whether a text speaks of a number in a row without saying of what, or of the first by another word."""
    return any(number_of(found) == number for found in _ALONE.finditer(text)) or (
        number == 1 and _FIRST.search(text) is not None
    )


def _unspoken(query: Query, around: Container[str]) -> bool:
    """Tell whether nothing around speaks of whom the question takes for the speaker."""
    who = [each for each in query.terms if each.term in query.claims.speaker]
    return bool(who) and not any(
        singular(each.lower) in _ANYONE or each.term in around or each.nearest(around) >= _NEAR for each in who
    )


def _speechless(query: Query, sentence: Sentence) -> bool:
    """Tell whether a question asks what a place says, such as a country, and a sentence lets nobody say anything."""
    who = [each.lower for each in query.terms if each.term in query.claims.speaker]
    return bool(who) and all("L" in kinds(word) for word in who) and _SPEAKS.search(sentence.text) is None


def _unreasoned(query: Query, passage: Recorded) -> bool:
    """Tell whether a paragraph has no word of a reason, and none for the deed that one is asked for."""
    if not _WHY.match(query.text) or REASON.search(passage.paragraph.text):
        return False
    from bot.dialogue.clause import parse  # noqa: PLC0415 - 12 ms, and few questions come here

    clause = parse(query.text)
    deed = query.term(term(clause.words[clause.verb].lower)) if clause.verb > 0 else None
    return deed is not None and deed.term not in passage.terms and not deed.nearest(passage.terms)


def _locates(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether a paragraph has a word for where something lies, or a sentence of it a place right behind a name."""
    if not sentence.lists:  # where several places are told, each is another thing's
        return True
    names = [token for token in sentence.tokens if token.term in query.asked]
    start = sentence.span.start
    return _LIES.search(passage.paragraph.text) is not None or any(
        _RIGHT_AT.match(sentence.text, token.end - start) for token in names
    )


def _unnamed(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence has no name but the question's own, which asks for that of someone or of a place."""
    return all(term in query.asked for *_, terms in sentence.runs for term in terms) or says_no_more(query, sentence)


def _no_other(asked: frozenset[str], sentence: Sentence) -> bool:
    """Tell whether a sentence names the one whom the answer is not, and nobody else."""
    words = map(sentence.word, sentence.tokens)
    if any(word.islower() and senses(singular(word)).startswith("nP") for word in words):
        return False  # "by her brother"
    others = [terms.isdisjoint(asked) and not terms <= sentence.places for *_, terms in sentence.runs]
    return not all(others) and not any(others)


def _mere_setting(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence only begins with what a question asks the reason of: "Amid falling sales, she left"."""
    opening = _SETTING.match(sentence.text)
    if opening is None:
        return False
    end = sentence.span.start + opening.end()
    inside = frozenset(token.term for token in sentence.tokens if token.end <= end)
    after = frozenset(token.term for token in sentence.tokens if token.start >= end)
    said = [each for each in query.terms if not each.name and _says(each, sentence.terms)]
    last = max(
        (
            token.end
            for token in sentence.tokens
            if token.end <= end and any(_says(each, (token.term,)) for each in said)
        ),
        default=end,
    )
    if _GROUND.search(sentence.text, last - sentence.span.start, end - sentence.span.start):
        return False
    return all(_says(each, inside) for each in said) and not all(_says(each, after) for each in said)


def _says(asked: Term, terms: Container[str]) -> bool:
    return asked.term in terms or asked.nearest(terms) >= SURE


def _no_group(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence names nothing but places, nor has the word for the group that is asked for."""
    group = query.term(query.claims.group)
    if group is not None and (group.term in sentence.terms or group.nearest(sentence.terms) >= _ALIKE):
        return False
    said = said_of(query, sentence)
    return not any(
        terms.isdisjoint(query.asked) and any(term in said for term in terms - sentence.places - sentence.dates)
        for *_, terms in sentence.runs
    )


def _is_over(query: Query, sentence: Sentence) -> bool:
    """Tell whether what the question asks about is a role that a sentence says somebody had before."""
    roles = (found["role"].lower() for found in FORMER.finditer(sentence.text))
    return any("P" in kinds(role) and term(role) in query.asked for role in roles)


def _only_grows(sentence: Sentence) -> bool:
    """Tell whether a sentence has no quantity but the factor by which one grows."""
    rest, factors = _GROWTH.subn("", sentence.text)
    return factors > 0 and not sentence.figures and not QUANTITY.search(rest)


def _nameless(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence has no name near the word for those whose names are asked for."""
    whose = query.term(query.claims.named)
    if whose is None or _QUOTED.search(sentence.text):
        return False
    stated = [token for token in sentence.tokens if token.term == whose.term or whose.nearest((token.term,))]
    named = [span for _, span, terms in sentence.runs if query.asked.isdisjoint(terms)]
    return not any(
        token.start - span.end <= _BEFORE and span.start - token.end <= _BEHIND for token in stated for span in named
    )


def _only_heads(sentence: Sentence) -> bool:
    """Tell whether all that a sentence counts are persons or beasts: 2,300 employees are no water."""
    if MONEY.search(sentence.text) or QUANTITY.search(sentence.text):
        return False
    counted = [_counted(sentence, place) for place in _places(sentence, sentence.figures)]
    return bool(counted) and all(kinds(word)[:1] in ("P", "B") for word in counted)


def _tells_dwellers(sentence: Sentence) -> bool:
    """Tell whether a sentence may say how many live in a place."""
    if _DWELLERS.search(sentence.text):
        return True
    for place in _places(sentence, sentence.figures):
        word = _counted(sentence, place)
        if kinds(word)[:1] == "P" or word in _MANY or (not word and len(sentence.tokens[place].term) >= _THOUSANDS):
            return True
    return False


def _places(sentence: Sentence, terms: Container[str]) -> list[int]:
    """Return at which of a sentence's words the terms stand."""
    return [place for place, token in enumerate(sentence.tokens) if token.term in terms]


def _behind(sentence: Sentence, at: int) -> list[str]:
    """Return the words behind a figure, in lower case, among which that stands which it counts."""
    return [sentence.word(token).lower() for token in sentence.tokens[at + 1 : at + 1 + AFTER]]


def _counted(sentence: Sentence, at: int) -> str:
    """Return what a figure counts: the first noun of a person or beast after it, else the next word, or nothing."""
    start, figure = sentence.span.start, sentence.tokens[at]
    if _is_money(sentence.text, figure.start - start):
        return "money"
    if _UNNAMED.match(sentence.text, figure.end - start):
        return ""
    after = _behind(sentence, at)
    return next((word for word in after if kinds(word)[:1] in ("P", "B")), after[0] if after else "")


def _is_money(text: str, at: int) -> bool:
    """Tell whether the figure at a place in a text has a sign before it."""
    return text[max(at - 2, 0) : at].rstrip().endswith(_SIGNS)


def _is_somewhere(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence that names no place may tell one: by its words, or as what something stands at."""
    if _SOMEWHERE.search(sentence.text):
        return True
    goes = _GOES.search(query.text) is not None
    return any(
        _may_be_at(found["what"].split(), query)
        for found in _AT.finditer(sentence.text)
        if goes or not found["whither"]
    )


def _may_be_at(words: Sequence[str], query: Query) -> bool:
    """Tell whether a phrase may name a place: not what the question does, nor a time, nor what none can be at."""
    head = words[-1].lower()
    if any("L" in kinds(word.lower()) and term(word) not in query.asked for word in words):
        return True
    timed = kinds(head).startswith("T") or any(word[0].isdigit() or CALENDAR.fullmatch(word) for word in words)
    doing = words[0].endswith("ing") and is_verb(words[0].lower())
    return not (timed or doing or term(head) in query.asked or _ABSTRACT.search(head))


def _absent(query: Query, around: Container[str], heading: Container[str]) -> bool:
    """Tell whether nothing around speaks of what the question asks whether there is any of."""
    what = query.term(query.claims.there)
    return what is not None and not (what.term in around or what.term in heading or what.nearest(around))


def _misplaced(title: str, body: str, sentence: Sentence) -> bool:
    """Tell whether a sentence gives an office to a body whose name only begins with the one asked about."""
    for found in re.finditer(rf"\b{re.escape(title)}\s+of\s+(?:the\s+)?(?P<body>{_BODY})", sentence.text):
        words = re.split(r"[\s-]+", found["body"].lower())
        if body in words[:-1] and body != words[-1]:
            return True
    return False


def _unheld(query: Query, sentence: Sentence, heading: Container[str]) -> bool:
    """Tell whether nothing in a sentence says what the question wants someone or a place to be."""
    role = query.term(query.claims.role)
    if role is None or role.term in heading or role.nearest(sentence.terms):
        return False
    if not sentence.terms.isdisjoint(_OTHER_SIDE.get(role.term, ())):  # Ann's brother, by "Ben's sister Ann"
        return False
    words = [sentence.word(token).lower() for token in sentence.tokens if token.term == role.term]
    return all(senses(base(word) or word) == "v" for word in words)  # who capitalises on something names no capital


def _unlived(query: Query, passage: Recorded) -> bool:
    """Tell whether the question is about a birth or a death of which nothing around tells."""
    around = passage.terms
    if not any(each.term in _LIFE and each.term not in around and not each.nearest(around) for each in query.terms):
        return False
    told = _BURIED if "buri" in query.asked else _LIVED
    return (query.kind == "person" or any(map(_may_live, query.terms))) and not told.search(passage.paragraph.text)


def _may_live(term: Term) -> bool:
    return term.term not in _LIFE and (term.name or not _PERSON.isdisjoint(kinds(term.lower)))


def _takes_time(text: str) -> bool:
    """Tell whether a text speaks of time in any way."""
    return any(form.search(text) for form in (LASTING, TIME, CALENDAR))


def _unlasting(sentence: Sentence) -> bool:
    """Tell whether a sentence has nothing that lasts or has a length."""
    return not (sentence.figures or sentence.dates) and LASTING.search(sentence.text) is None


def _miscounted(noun: Term, query: Query, sentence: Sentence) -> bool:
    """Tell whether all that a sentence counts is something else than a "how many" asks for."""
    at = _places(sentence, sentence.figures - query.asked)
    if noun.term in sentence.terms:
        several = singular(noun.lower) != noun.lower  # not the "died" of "how many died"
        return several and bool(at) and all(_counts_another(noun, sentence, place) for place in at)
    if not kinds(noun.lower) or noun.nearest(sentence.terms):
        return False
    return bool(at) and not any(_may_count(noun, sentence, place) for place in at)


def _counts_another(noun: Term, sentence: Sentence, at: int) -> bool:
    """Tell whether a figure counts what stands right behind it, if that is something else: "10 countries in stages"."""
    before, figure, token = (next(iter(sentence.tokens[place : place + 1]), None) for place in (at - 1, at, at + 1))
    word = sentence.word(token) if token else ""
    if token is None or figure is None or not (word.isalpha() and word.islower()) or word in _MANY + _PIECES:
        return False
    if token.term == noun.term or noun.nearest((token.term,)) or (at and before and before.term == noun.term):
        return False
    told = sentence.text[: figure.start - sentence.span.start]
    named = set(kinds(word))
    return (
        singular(word) != word
        and "T" not in named
        and named.isdisjoint(kinds(noun.lower))
        and not any(sign in told for sign in ";:")
    )


def _may_count(noun: Term, sentence: Sentence, at: int) -> bool:
    """Tell whether a figure may count what a noun names: that, or one of its kind, or it is left out after it."""
    start, figure = sentence.span.start, sentence.tokens[at]
    if _UNNAMED.match(sentence.text, figure.end - start) and not _is_money(sentence.text, figure.start - start):
        return True
    after = _behind(sentence, at)
    if after and after[0] in _MANY:
        del after[0]
    if not after or after[0].endswith("ed") or is_verb(after[0]):  # "four thousand emigrated"
        return True
    named = set(kinds(noun.lower))
    return any(named & set(kinds(word)) for word in after)
