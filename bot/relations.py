"""What few words tell: who owns a thing is said by what tells of owning, when somebody died by what tells of death.

A date, a sum or a name beside the right noun answers nothing where what is asked of that is not there. Of most verbs
nobody can list what else may say the same; for those here it is done, so that a sentence without any is no answer. Each
line was tried on the first half of the SQuAD 2.0 articles and on the tuning half of ``tests/questions``: it refuses
hardly any right answer there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.english.lexicon import ANY_MONTH
from bot.english.senses import senses
from bot.text import MEMORISED

if TYPE_CHECKING:
    from collections.abc import Collection

_DATE = "when|(?:what|which) (?:year|date|day|month|century)"
_LIFE = rf"{_DATE}|where|how old|at what age|(?:what|which) (?:city|town|country|place|village)"
_MUCH = "how much|what"
_MANY = "how many"
_TABLE = (
    (
        f"{_DATE}|who|how old",
        "founded|established|set up",
        """
        found* establish* set* start* began begin* begun launch* since open* first creat* form* born dat*
        built build* introduc* inaugurat* origin* institut* charter* incorporat* old year-old made organi*
        settle* anniversary
        """,
    ),
    (
        f"{_LIFE}|who|how long",
        "marry|marries|married|wedding",
        """
        marr* wed* wife wives husband* spouse* bride* groom* couple*
        """,
    ),
    (
        _LIFE,
        "die|dies|died|passed away|pass away|death",
        """
        die* death* dead dying late kill* murder* execut* assassin* buried funeral perish* pass* widow* until
        fell shot drown* crash* lost fatal* suicide succumb* – †
        """,
    ),
    (
        _LIFE,
        "born|birth|birthplace|birthday",
        """
        born birth* native rais* grew grow* age aged year-old years-old old hail* son daughter child* –
        debut* start* began origin* emerg* creat* invent*
        """,
    ),
    (
        "who",
        "owns?|owned|owner",
        """
        own* belong* propert* possess* parent bought buy* subsidiar* hold* held acqui* propriet* stake*
        shareholder* landlord* trust division unit sold sell* hand* inherit* estate part control* run runs
        landowner*
        """,
    ),
    (
        _MUCH,
        "earns?|earned|salary|wages?|get paid|gets paid",
        """
        earn* salar* pay* paid wage* income* make* made revenue* profit* remunerat* reward* prize* get gets
        hour month
        """,
    ),
    (
        _DATE,
        "appointed|become|became|take over|took over|promoted|take office|took office",
        """
        appoint* become* became took take* taking promot* name* elect* since succe* join* head* made sworn
        serv* led chosen replac* elevat* assum* until first turn* been inaugurat* start* began begin* begun
        return* ratif* declar* grant* convert* chang* develop* form* establish* introduc* mov* transfer* recogni*
        designat* proclaim* crown* admit* incorporat* reach* transform* unif* merg* emerg* rise rose grew grow* accept*
        adopt* sign* enter*
        """,
    ),
    (
        f"{_DATE}|who|which|how many times|how often",
        "won|win|wins",
        """
        won win* victor* beat* defeat* champion* title* gold triumph* prize* award* receiv* lift* crown* first
        secur* clinch* took score* elect* gain* lost success* held holder*
        prevail* trophy medal* overc* outscor* finish* eliminat* claim* captur* earn* honor* honour* nobel laureat*
        given present* nam* obtain* achiev* got final* advanc* defend* swept sweep*
        """,
    ),
    (
        f"{_DATE}|who|how many|how|which",
        "scored?|scores|scorer",
        """
        scor* goal* head* shot* net* penalt* struck strik* convert* ahead equal* level* hat-trick twice
        touchdown* point* minute lead opener winner try tries finish* turn* pounc* tap*
        """,
    ),
    (
        "how long|how many years|what sentence|what",
        "jailed|sentenced?|imprisoned|in prison|in jail",
        """
        jail* prison* sentenc* bars imprison* serv* term* custod* detention suspended probation life community
        """,
    ),
    (
        _MANY,
        "killed|die|died|dead|deaths|lost their lives",
        """
        kill* die* dead death* dying fatal* casualt* victim* life lives toll perish* drown* lost murder*
        massacr* execut* slain slaughter* bodies
        """,
    ),
    (
        _DATE,
        "elected",
        """
        elect* vot* won win* ballot* poll* since become* became chosen office inaugurat* select*
        """,
    ),
    (
        _MANY,
        "sold|sell|sells",
        """
        sold sell* sale* bought buy* copy copies customer* ship* deliver* order* export*
        """,
    ),
    (
        "how much",
        "spend|spends|spent|invest|invested|invests",
        """
        spen* cost* invest* pay* paid budget* put fund* financ* money price* worth allocat* aside expend*
        grant* contribut* devot* $ £ €
        """,
    ),
    (
        _DATE,
        "end|ends|ended|finish|finished|finishes",
        """
        end* finish* over clos* until till last* complet* ceas* conclu* final* stop* through surrender*
        collaps* fell fall* expir* abolish* dissol* by to between from
        lift* sign* treat* peace armistice withdr* died death* defeat* victor* captur* left lost cancel* retire* replac*
        halt* disband* revok* repeal* resolv* settle*
        """,
    ),
    (
        _MANY,
        "employs?|employed|work(?:s|ed)? (?:for|at|in)|working (?:for|at|in)|on the payroll",
        """
        employ* work* staff* job* headcount workforce payroll personnel strong team* crew* labour* labor*
        hands
        """,
    ),
    (
        "how high|how much|what",
        "interest rate|rate of interest",
        """
        interest rate* percent cent %
        """,
    ),
    (
        "",
        "in total|altogether|in all|overall",
        """
        total* altogether all overall sum* combined whole entire* together far number* million billion thousand
        hundred more some about cost worth [0-9.,]{3,} $ £ €
        """,
    ),
    (
        "",
        "(?:last|next|this) (?:year|month|week|weekend|season|summer|winter|spring|autumn)",
        f"""
        last next this year* month* week* season* summer winter spring autumn 1[0-9]{{3}} 20[0-9]{{2}} {ANY_MONTH} *day
        *days since soon recent* now ago latest current* previous* annual* coming upcoming future
        """,
    ),
    (
        "",
        "expected|predicted|forecast|estimated|projected",
        """
        expect* predict* forecast* estimat* project* will would could may might should likely plan* due anticipat*
        believ* think* thought by going to calculat* about around approximat* guess* hop* suppos* set aim* over under
        roughly more next target* foresee* ready before if said say* possib* potential* envis* intend* need* can up
        """,
    ),
)
"""The question words, the verbs and nouns that ask, and what tells it; a star stands for more letters."""
_MOST = """
    most least best worst first only top lead* main chief major primar* more less than
    exceed* outstrip* record* peak* maximum minimum never ever unique princip* domin* half popular favo* large* great*
    high* vast huge
"""
"""What tells that something is so more than anything else, or than something."""
_SIGNS = "$£€–†%"


def _told(words: str) -> re.Pattern[str]:
    """Return the pattern of any of some words and signs; a star stands for more letters."""
    spelt = "|".join(word.replace("*", r"\w*") for word in words.split() if word not in _SIGNS)
    signs = "".join(sign for sign in words.split() if sign in _SIGNS)
    return re.compile(rf"\b(?:{spelt})\b" + (f"|[{signs}]" if signs else ""), re.IGNORECASE)


def _asked(wh: str, verb: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wh})\b[^?]{{0,120}}?\b(?:{verb})\b".replace(" ", r"\s+"), re.IGNORECASE)


_RELATIONS = {f"relation {place}": (_asked(*row[:2]), _told(row[2])) for place, row in enumerate(_TABLE)}
PATTERNS = {name: asked for name, (asked, _) in _RELATIONS.items()}
"""What asks for each of them, by name."""
_SUPERLATIVE = re.compile(r"\b(?:the|its|their)\s+(?:most|least)\b(?!\s+of\b)|\b[a-z]{3,14}est\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b[a-z]{3,14}(?:est|er)\b", re.IGNORECASE)
_MORE_OR_LESS = _told(_MOST)


def told_by(text: str, cues: Collection[str]) -> tuple[re.Pattern[str], ...]:
    """Return what must be told to answer a question, a pattern each; ``cues`` tell which of `PATTERNS` it may have."""
    found = []
    for name in PATTERNS.keys() & cues:
        asked, told = _RELATIONS[name]
        if asked.search(text):
            found.append(told)
    return tuple(found)


def asks_most(text: str) -> bool:
    """Tell whether a question asks for what is more so than anything else: "the most dangerous", "the tallest"."""
    return "st" in text and any(map(_compares, _SUPERLATIVE.findall(text)))


def tells_most(text: str) -> bool:
    """Tell whether a paragraph may say that something is more so than anything else, or than something."""
    return _MORE_OR_LESS.search(text) is not None or any(map(_compares, _COMPARED.findall(text)))


@lru_cache(maxsize=MEMORISED)
def _compares(word: str) -> bool:
    """Tell whether a word is "the most", or "taller" or "tallest" of an adjective: "harvest" is none."""
    if " " in word:
        return True
    stem = word.lower().removesuffix("est").removesuffix("er")
    stems = {stem, f"{stem}e"}
    if stem[-1] == stem[-2]:
        stems.add(stem[:-1])
    if stem[-1] == "i":
        stems.add(f"{stem[:-1]}y")
    return any("a" in senses(each) for each in stems)
