"""What is said to the bot rather than asked of the articles: courtesies, and questions about the article itself."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, get_args

from bot.answerforms import ADDRESS
from bot.dialogue import wordings
from bot.dialogue.extract import body, extract, summary
from bot.english.sentences import sentences
from bot.models import Span
from bot.text import MEMORISED, RECENT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from bot.dialogue.wordings import Chat, Intent
    from bot.models import Article, Paragraph, Passage, Status


MOST_WORDS = 16
"""Longer texts are questions, whatever they begin with."""
WORDS_A_MINUTE = 240
"""Reading speed for English prose: Brysbaert, "How many words do we read per minute?" (2019), 238 words."""


# Apostrophes vanish, every other mark is a space.
_MARKS = str.maketrans(dict.fromkeys(string.punctuation + "\u201c\u201d\u2018\u2013\u2014\u2026\xa1\xbf", " ")) | {
    ord("'"): None,
    0x2019: None,
}
_SHORT = {f"{word}s": f"{word} is" for word in ("what", "who", "where", "how", "when")}
# Questions that begin so have no courtesy before them.
_PLAIN = re.compile(rf"(?:{wordings.ASKING}|is|are|was|were|does|did)\b", re.IGNORECASE)
_POLITE_ENDS = tuple(
    """
    please pls ask way btw thanks you u thx ty tysm cheers appreciated much lot million again help answer info
    information anyway mind possible can know
    """.split()
)
_IT = re.compile(r"\bits?\b", re.IGNORECASE)
_MAY_WRITE = re.compile(r"\bwrote\b|(?:or|er|ist) of th", re.IGNORECASE)
_FILLERS = re.compile(r"\b(?:even|really|actually|exactly|basically|mainly|mostly|just) ")
_READER = re.compile(r"\b(?:summar|sum\b|read\b)", re.IGNORECASE)
CHAT: frozenset[str] = frozenset(get_args(wordings.Chat))
"""What is said to the bot itself."""
_LONGEST_TAIL = 60
_WRITER = re.compile(r"\b(?:writer|author|columnist|reporter|journalist|correspondent|contributor)s?\b", re.IGNORECASE)
_BY = re.compile(
    r"\A\W*(?:(?:(?i:written|words|text|story|report(?:ed|ing)?|posted)\s+)?(?i:by)[:\s]+)?"
    r"(?P<mark>[A-Z][\w.'\u2019-]*(?:\s(?:(?:and|de|van|von|der|la|bin)\s)?[A-Z][\w.'\u2019-]*){1,4})"
)
_CREDIT = re.compile(
    r"(?:\((?=[^()]{2,60}\)\W*\Z)|\b(?:photo(?:graph)?|picture|image)s?(?:\s+credit)?(?:\s+by\b|\s*[:/])|\bcredit\s*:)\s*"
    r"(?P<mark>[^()\n.]{2,60})",
    re.IGNORECASE,
)
# Between marks: "a columnist for the Port Herald" may have written for another.
_PUBLICATION = re.compile(
    r"(?:^|[,(/|\u2013\u2014])\s*(?P<mark>(?:[A-Z][\w'\u2019-]* ){1,3}(?:Bulletin|Chronicle|Courier|Daily|Examiner"
    r"|Express|Gazette|Globe|Guardian|Herald|Independent|Journal|Magazine|Monitor|News|Observer|Post|Press|Review|Standard|Telegraph"
    r"|Times|Tribune|Weekly))(?=\s*(?:[,()/|.\u2013\u2014]|$))"
)
_TOLD = re.compile(
    r"(?P<wh>(?:(?:by|for|from|since|to|until|with) )?"
    r"(?:when|where|why|whom?|what|how(?: (?:old|long|big|far|high|deep|much|often))?)"
    r"|(?:at|by|for|from|in|on|since|to|with) (?:what|which)(?: [a-z]+){1,2}?) "
    r"(?P<subject>(?:(?:the|an?|his|her|its|their) |(?:he|she|it|they)\b|[A-Z])[^,?]{0,60}?)\s*\b"
    r"(?P<aux>is|are|was|were|can|could|will|would|should|has|have|had)\b(?P<rest>.*)"
)
_NUMBER = re.compile(
    r"\b(?:call\w*|(?:tele)?phon\w*|tel|contact\w*|ring|dial\w*|helpline|hotline|mobile|text)\b"
    r"\D{0,60}\d(?:[ ()/.-]?\d){5,15}\b"
    r"|(?<!\w)(?:\+\d|\(0\d|0\d)(?:[ ()/.-]?\d){6,15}\b",
    re.IGNORECASE,
)
"""A number to call: one that a word for calling stands before, or that begins as such do."""
_FACE = re.compile(r"\s*(?:[:;=]['-]?[()\[\]/|*]\s*)+")
_MOST_COURTESIES = 6
_TITLES = 5
"""Titles that are named of many articles."""


def _lines(text: str) -> str:
    """Return the lines as one regular expression that takes any of them; one that was folded is one again."""
    return "|".join(re.sub(r"\s{2,}", "", line) for line in text.strip().splitlines())


# The patterns are compiled when they are first needed: a plain question needs none of them.
@cache
def _wording(name: Intent) -> re.Pattern[str]:
    wording = _lines(wordings.INTENTS[name])
    for part in ("ABOUT_IT", "EXTRACT", "BRIEFLY", "PICTURE", "MEDIUM", "GIVE_ME", "TEXTS", "ARTICLE", "NOUN"):
        wording = wording.replace(part, getattr(wordings, part))
    if name == "complaint":  # they come in a row: "this is useless, you didn't answer my question"
        wording = rf"(?:{wording})(?: (?:(?:and|but|so|because) )?(?:{wording}))*"
    return re.compile(wording)


def _courtesies() -> str:
    return "|".join(f"(?P<{name}>{_lines(text)})" for name, text in wordings.COURTESIES.items())


@cache
def _courtesy() -> re.Pattern[str]:
    return re.compile(rf"(?:{_courtesies()})(?: |$)")


@cache
def _lead() -> re.Pattern[str]:
    # Before a comma or a stop a courtesy is one for sure; before a mere space only where a question begins.
    end = rf"(?:\s*[,.!:;\u2013\u2014-]+\s*|\s+(?=(?:{wordings.ASKING}|{wordings.BEGINNINGS})\b))"
    return re.compile(rf"(?:{_lines(wordings.LEADS)})|(?:{_courtesies()}){end}", re.IGNORECASE)


@cache
def _who_wrote() -> re.Pattern[str]:
    someone = "guy|man|woman|lady|person|one|author|writer|journalist|reporter|columnist"
    noun = rf"{wordings.NOUN}\b(?! (?:of|about|on)\b)"
    who = rf"(?:{someone}) (?:who|that) wrote|(?:author|writer|journalist|reporter|columnist) of"
    return re.compile(rf"\bthe (?:{who}) {noun}", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    thanks = _lines(wordings.COURTESIES["thanks"])
    return re.compile(rf"[\s,.!;\u2013\u2014-]+(?:{wordings.TAILS}|{thanks})$", re.IGNORECASE)


def strip_courtesy(text: str) -> str:
    """Return the question without the courtesies around it; what is all courtesy stays as it is."""
    rest = text.strip()
    for _ in range(_MOST_COURTESIES):
        found = None if _PLAIN.match(rest) else _lead().match(rest)
        if not found or not rest[found.end() :].strip(" ?!.,"):
            break
        rest = rest[found.end() :]
    end = rest.rstrip("?.! ")
    if end.lower().endswith(_POLITE_ENDS) and (tail := _tail().search(end, max(0, len(end) - _LONGEST_TAIL))):
        kept = end[: tail.start()]
        return kept + rest[len(end) :] if kept.strip(" ,.!?") else rest
    return rest


def bare(question: str) -> str:
    """Return the question without courtesies, and asked directly: "tell me when it was built"."""
    plain = strip_courtesy(question)
    if plain == question.strip() or not (found := _TOLD.match(plain)):
        return plain
    return f"{found['wh']} {found['aux']} {found['subject']}{found['rest']}"


def call_writer(text: str) -> str:
    """Return the question with "the man who wrote this article", or its author, called the writer."""
    return _who_wrote().sub("the writer", text) if _MAY_WRITE.search(text) else text


@lru_cache(maxsize=RECENT)
def intent(text: str) -> Intent | None:
    """Return what is said to the bot or asked about the article itself, or None for a question to look up."""
    if _PLAIN.match(text) and not any(map(_signed, text.split(" "))):
        return None
    spoken = text.lower().translate(_MARKS).split()
    if len(spoken) > MOST_WORDS:
        return None
    words = " ".join([_SHORT.get(word, word) for word in spoken])
    said: set[str] = set()
    while words and not _PLAIN.match(words) and (found := _courtesy().match(words)):
        said.add(found.lastgroup or "")
        words = words[found.end() :]
    if not words:
        return "noted" if _FACE.fullmatch(text) else _wanted(said)
    if wordings.SIGNS.isdisjoint(spoken):
        return None if any(map(str.isalnum, words)) else "noted"  # a picture
    words = _FILLERS.sub("", words.removeprefix("and ").removesuffix(" please").removesuffix(" bot"))
    for name in wordings.INTENTS:
        needed = wordings.NEEDED.get(name)
        if (needed is None or not needed.isdisjoint(spoken)) and _wording(name).fullmatch(words):
            return name
    return None


@lru_cache(maxsize=MEMORISED)
def _signed(piece: str) -> bool:
    """Tell whether a piece of a text, between two spaces, has a word of those that an intent cannot be without."""
    return not wordings.SIGNS.isdisjoint(piece.lower().translate(_MARKS).split())


def points_back(text: str) -> bool:
    """Tell whether a question about an article speaks of "it", which may be what was last asked about."""
    return _IT.search(text) is not None and _READER.search(text) is None


def _wanted(said: set[str]) -> Chat:
    """Return what a text of nothing but courtesies wants."""
    names: tuple[Chat, ...] = ("goodbye", "thanks", "greeting")
    for name in names:
        if name in said:
            return name
    return "thanks" if "praise" in said else "noted" if "noted" in said else "help"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot says of itself or of an article, and the paragraphs that show it."""

    status: Status
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    part: Span | None = None
    """What of the first paragraph shows it, if not the whole."""
    mark: Span | None = None
    """The words of it that answer, if not all do."""


_SAYINGS: dict[Intent, str] = {
    "greeting": "Hello! Ask me something about {it}.",
    "thanks": "You are welcome. Ask me anything else about {it}.",
    "goodbye": "Goodbye, and thank you for asking.",
    "noted": "What would you like to know about {it}?",
    "wellbeing": "I am fine, thank you. What would you like to know about {it}?",
    "identity": (
        "I am a small program that looks things up in {it}. I answer in the words I find there, and say so when there "
        "is no answer. No language model makes anything up."
    ),
    "help": (
        "Ask me a question about {it}: who, what, when, where, why, how many. I show the sentence that answers and "
        "where it stands, or say that the answer is not there. You can also ask what the article is about."
    ),
    "unclear": (
        "I can only quote {it}, not put it into other words. Ask about one thing in it: what a word means, who did it, "
        "when, or why."
    ),
    "doubted": (
        "I do not judge what {it} says, I only quote it: every answer stands there word for word, and the link below "
        "it leads to the place. Whether it is what you wanted to know, only you can tell."
    ),
    "shown": (
        "Every answer is quoted from {it}. Below it stands the passage that it was taken from, and a link leads to the "
        "place."
    ),
    "foreign": "I understand questions in English. What would you like to know about {it}?",
    "complaint": (
        "I am sorry. I only look for the words of a question in {it}, and may have found the wrong place. Try other "
        "words, or name the person, the place or the thing that you mean."
    ),
}


def answer(intent: Intent, articles: Collection[Article], asked: str = "") -> Answer:
    """Return what to say; of several articles, a question about "the article" is answered by asking which it is."""
    if intent in _SAYINGS:
        it = f"\u201c{next(iter(articles)).title}\u201d" if len(articles) == 1 else f"these {len(articles)} articles"
        return Answer("unanswered" if intent == "foreign" else "chat", _SAYINGS[intent].format(it=it))
    if intent == "articles":
        more = "The list of articles has them all." if len(articles) > 1 else "Ask me something about it."
        return Answer("chat", f"{_have(articles)}. {more}")
    if len(articles) != 1:
        return Answer("chat", f"{_have(articles)}. Name the one that you mean, or open it and ask again.")
    article = next(iter(articles))
    return _extract(asked, article) if intent == "extract" else _ABOUT[intent](article)


def _have(articles: Collection[Article]) -> str:
    """Return how many articles there are, and the titles of the first of them."""
    titles = [f"\u201c{article.title}\u201d" for article in islice(articles, _TITLES)]
    if len(articles) == 1:
        return f"I have one article: {titles[0]}"
    if len(articles) > _TITLES:
        return f"I have {len(articles):,} articles, among them {', '.join(titles)}"
    return f"I have {len(articles)} articles: {', '.join(titles[:-1])} and {titles[-1]}"


def doubt(intent: Intent, shown: Passage | None) -> str:
    """Return what to say where an answer is doubted, or its place asked for: where it stands; None was answered."""
    if shown is None:
        return (
            "I found nothing that answers it. It may be said in other words: name the person, the place or the thing "
            "that you mean."
        )
    number = shown.paragraph.number
    place = f"paragraph {number} of \u201c{shown.title}\u201d" if number else f"the byline of \u201c{shown.title}\u201d"
    if intent == "shown":
        return f"It stands in {place}, word for word."
    return f"I do not judge what is written, I only quote it: this stands in {place}, word for word."


def _summary(article: Article) -> Answer:
    """Return what sums up an article, a paragraph a line."""
    told = summary(article)
    text = "\n".join([paragraph.text for paragraph in told])
    return Answer("answered", text, tuple(told if len(told) > 1 else body(article)[:2])) if told else _title(article)


def _extract(asked: str, article: Article) -> Answer:
    found = extract(asked, article)
    if found is None:
        return Answer("unanswered", f"The article has {len(article.paragraphs)} paragraphs, and no such part.")
    paragraph, part = found
    text = paragraph.text[part.start : part.end] if part else paragraph.text
    return Answer("answered", text, (paragraph,), part)


def _conclusion(article: Article) -> Answer:
    return _shown(body(article)[-1:], "how it ends")


def _author(article: Article) -> Answer:
    return _shown(filter(_names_writer, article.passages), "who wrote it", _BY)


def _captions(article: Article) -> list[Paragraph]:
    return [paragraph for paragraph in article.paragraphs if paragraph.kind == "caption"]


def _picture(article: Article) -> Answer:
    return _shown(_captions(article), "what a picture shows")


def _credit(article: Article) -> Answer:
    return _shown(_captions(article), "whose picture it is", _CREDIT)


def _published(article: Article) -> Answer:
    date = article.published
    return Answer("chat", f"The article gives this date: {date}.") if date else _unknown("when it was published")


def _source(article: Article) -> Answer:
    if article.source:
        return Answer("chat", f"The article was copied from {article.source}.")
    return _shown(filter(_names_publication, article.passages), "where it comes from", _PUBLICATION)


def _reached(form: re.Pattern[str], what: str, article: Article) -> Answer:
    """Return the first sentence that tells whom to write to or to call."""
    for paragraph in article.passages:
        for part in sentences(paragraph.text):
            if form.search(text := paragraph.text[part.start : part.end]):
                return Answer("answered", text, (paragraph,), part)
    return _unknown(what)


def _names_writer(paragraph: Paragraph) -> bool:
    return paragraph.kind == "byline" or (paragraph.kind == "note" and _WRITER.search(paragraph.text) is not None)


def _names_publication(paragraph: Paragraph) -> bool:
    return paragraph.kind in ("byline", "note") and _PUBLICATION.search(paragraph.text) is not None


def _shown(paragraphs: Iterable[Paragraph], what: str, mark: re.Pattern[str] | None = None) -> Answer:
    """Return paragraphs as an answer, the first as its words; that the article does not say it where there are none.

    ``mark`` finds the words that answer, in a group of that name.
    """
    found = tuple(paragraphs)
    if not found:
        return _unknown(what)
    marked = mark.search(found[0].text) if mark else None
    return Answer("answered", found[0].text, found, mark=Span(*marked.span("mark")) if marked else None)


def _unknown(what: str) -> Answer:
    return Answer("unanswered", f"The article does not say {what}.")


def _title(article: Article) -> Answer:
    return Answer("chat", f"The title is \u201c{article.title}\u201d.")


def _length(article: Article) -> Answer:
    words = sum(len(paragraph.text.split()) for paragraph in article.paragraphs)
    minutes = max(1, round(words / WORDS_A_MINUTE))
    time = "a minute" if minutes == 1 else f"{minutes} minutes"
    size = f"The article has {words:,} words in {len(article.paragraphs)} paragraphs"
    if article.reading:
        return Answer("chat", f"The article gives this reading time: {article.reading}. {size}.")
    return Answer("chat", f"{size}: about {time} to read.")


_ABOUT: dict[Intent, Callable[[Article], Answer]] = {
    "about": _summary,
    "author": _author,
    "conclusion": _conclusion,
    "phone": partial(_reached, _NUMBER, "what number to call"),
    "email": partial(_reached, ADDRESS, "where to write to"),
    "credit": _credit,
    "contact": partial(
        _reached, re.compile(f"{_NUMBER.pattern}|{ADDRESS.pattern}", re.IGNORECASE), "how to get in touch"
    ),
    "length": _length,
    "picture": _picture,
    "published": _published,
    "source": _source,
    "title": _title,
}
"""What tells what is known of one article, as the article itself has it where it has it."""
