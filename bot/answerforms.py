"""What answers of a kind look like: ages, sums, spans of time, measures, and words that tell a reason or a way.

Every repetition has a bound, so that no text makes a search take long.
"""

from __future__ import annotations

import re
from functools import cache

from bot.english.lexicon import ANY_MONTH

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = (
    r"(?:\d+(?:[.,]\d+){0,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    rf"|sixteen|seventeen|eighteen|nineteen|(?:{_TENS})(?:-[a-z]{{3,5}})?|hundred|thousand|several|few|half|couple|dozens?)"
)
_FIGURE = r"\d+(?:[.,]\d+){0,4}"
_MORE = rf"(?:[ -](?:and a half|more|full|to|or|about|nearly|of|million|billion|hundred|thousand|{_FIGURE})){{0,4}}"
TIMES = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))"
LENGTHS = (
    r"(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|km|cm|mm|m|ft|yd|fathoms?|light-years?"
)
WEIGHTS = r"(?:kilo|milli)?grams?|kg|mg|g|kilos?|tons?|tonnes?|pounds?|lbs?|ounces?|oz|stone"
DEGREES = r"degrees?|°[CF]?"
SOUNDS = r"decibels?|dBA?|sones?"
_MEASURES = (
    rf"(?:(?:(?:square|cubic|nautical)[ -])?(?:{LENGTHS})|{WEIGHTS}|{DEGREES}|years?|acres?|hectares?|lit(?:re|er)s?"
    r"|mph|km/h|percent|per cent|%)"
)
_CURRENCIES = (
    r"(?:dollars?|euros?|pounds?|yen|won|rupees?|francs?|kron(?:er|or)|cents?|pence|pesos?|yuan|dirhams?|shillings?"
    r"|krona|kr|crowns?|lir[ae]|rand|baht|ringgit|rupiah|zlotys?|forints?|shekels?|riyals?|dinars?|roubles?|rubles?|naira"
    r"|cedis?|reais|quid|bucks?|K\u010d|z\u0142)"
)
_CODES = "USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|KRW|SGD|HKD|AUD|NZD|CAD|NOK|SEK|DKK|ISK|PLN|CZK|HUF|TRY|ZAR|BRL|MXN|AED|SAR"
"""Currencies as ISO 4217 writes them, those that an article is likely to name a sum in."""
_DURATION = re.compile(
    # "200 stitches a minute" tells how often, not how long.
    r"\b(?!(?<=[s\d%] )(?<!takes )(?<!lasts )(?<!is )(?<!was )an? |(?<=ce )an? |an? second [a-z])"
    rf"{_NUMBER}{_MORE}[ -]{TIMES}\b"
    rf"|\b{_FIGURE}{_MORE}[ -]?{_MEASURES}(?!\w)"
    rf"|\b(?:since|until|between|from) (?:\w+ ){{0,2}}?(?:1\d|20)\d\d(?: (?:and|to|until) (?:1\d|20)\d\d)?\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    rf"\b{_FIGURE}{_MORE}[ -]?(?:{_MEASURES}|{SOUNDS})(?!\w)|\bas \w+ as (?:an?|the) \w+"
    r"|\bat an? \w+ (?:pace|speed|rate)\b",
    re.IGNORECASE,
)
_SIGN = r"[$£€¥₹]"
_SCALED = rf"{_FIGURE}(?:[ -](?:million|billion|trillion|thousand|m|bn))?"
_NATION = r"(?:(?-i:[A-Z])\w{1,12} )?"
MONEY = re.compile(
    rf"(?:US|A|C|NZ|HK|S)?{_SIGN}\s?{_FIGURE}(?:\s?(?:million|billion|trillion|thousand|m|bn|k)\b)?"
    rf"|\b{_SCALED}[ -]{_NATION}{_CURRENCIES}\b"
    rf"|\b(?!an? ){_NUMBER}{_MORE} {_NATION}(?!won\b){_CURRENCIES}\b|\b{_FIGURE}(?:\s?{_SIGN}|p\b)"
    rf"|\b(?:(?-i:{_CODES})|Rs\.?)\s?{_FIGURE}(?:\s?(?:million|billion|trillion|m|bn|k)\b)?"
    rf"|\b{_SCALED}\s(?-i:{_CODES})\b"
    r"|\bfree of charge\b|\b(?:for|is|are) free\b|\b(?:a (?:fiver|tenner)|gratis|complimentary|costs? nothing)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?<![\d.,]){_FIGURE} ?(?:%|per ?cent\b)"
    r"|\b(?:(?<!\band )an?|one|two|three|four)[ -](?:quarters?|thirds?|fifths?|sixths?|eighths?|tenths?|half)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(rf"{MONEY.pattern}|{_SHARE.pattern}", re.IGNORECASE)
QUANTITY = re.compile(
    r"\b(?:half|quarters?|doubl\w*(?! as\b)|tripl\w*|dozens?|hundreds?|thousands?"
    r"|millions?|billions?|several|(?<!as )many|few|most|majority|minority|all|both|each|none|little|single|once|twice"
    r"|one|percent\w*)\b",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(QUANTITY.pattern.replace("|little", ""), re.IGNORECASE)
"""What tells how many: little is none."""
_MADE = "built|founded|opened|established|erected|constructed|planted"
_THEN = r"(?:(?:1\d|20)\d\d|century)"
_OLD = (
    r"\b(?:age[ds]?(?: of)? \w+|[\w-]{1,30}[ -]years?[ -]old|born [^,.;]{0,40}\d{4}|turn(?:s|ed) \d{1,3})\b"
    r"|(?<=, )\d{1,3}(?=,(?!\d))"
    r"|(?:(?<=\bis )|(?<=\bwas )|(?<=\bwere ))\d{1,3}(?= (?:when|at|and)\b|[.,;]|$)|\b\d+ years of age\b"
    rf"|\b(?:(?:re)?(?:{_MADE})|dat(?:es?|ed|ing)(?: back)? (?:from|to))\b[^,.;]{{0,30}}\b{_THEN}\b"
    r"|\bdat(?:es?|ed|ing) back (?:[\w-]+ ){1,3}(?:years|decades|centuries)\b"
    rf"|\bin (?:1\d|20)\d\d\b(?=[^.;]{{0,40}}\bw(?:as|ere) (?:{_MADE})\b)"
)
_AGE = re.compile(rf"{_OLD}|\bat \d{{1,3}}\b(?![,.]\d| \w+s\b)", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:every|each)(?: \w+){1,2}"
    r"|(?<![\d.,])\b(?:once|twice|[a-z]+ times|\d[\d.,]* times)(?: (?:an?|every|per|each) (?:\w+ )?\w+)?"
    r"|\b(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|always|never|rarely|usually)\b",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?:following|upon|when|whenever|every|each|annual\w*|previous\w*|original\w*|initial\w*|after|before|during|until|since|today|yesterday|tomorrow|tonight|now|recent\w*|current\w*"
    r"|(?:next|last|this|coming|first|second|third|fourth) (?:week|month|quarter|year|season)"
    r"|ago|later|earl\w+|once|soon|winter|spring|summer|autumn|\w+days?|night|noon|midnight|morning|evening"
    r"|century|centuries|decades?)\b|\b\d{1,2}[.:]\d\d\b|\b\d{0,2}\s?[ap]\.?m\b",
    re.IGNORECASE,
)
LASTING = re.compile(
    r"\b(?:since|until|till|always|forever|permanent\w*|still|ever|brief\w*|overnight|long\w*|decades?|centur\w+"
    r"|immediate\w*|instant\w*|whole|entire\w*|throughout|lifetime|generations?|(?:from|between)\s+(?:\w+\s+){0,2}(?:1\d|20)\d\d"
    r"|(?:year|season|winter|spring|summer|autumn|month|week|weekend|day|night|hour|minute|second)s?)\b",
    re.IGNORECASE,
)
"""What tells how long something lasts, or may."""
CALENDAR = re.compile(
    rf"(?-i:\b(?:{ANY_MONTH})\b)|\b(?:1\d|20)\d\d"
    r"|\b(?:h|hrs?|mins?|secs?|fortnights?|millenni\w+|life|ages?|terms?)\b|\d(?:h|min)\b",
    re.IGNORECASE,
)
"""What tells a day or a time by its name alone."""
_YEAR = re.compile(
    r"(?:1\d|20)\d\ds?|\d{1,2}(?:st|nd|rd|th)[ -]century|\b[a-z-]{2,12}(?:st|nd|rd|th)[ -]century", re.IGNORECASE
)
REASON = re.compile(
    r"\b(?:because|due to|since|owing to|as a result|in order to|so that|therefore|thus|reasons?|caused?"
    r"|leads? to|led to|thanks to|so as to|for fear|prevent\w*|avoid\w*|explain\w*|aim(?:s|ed)?|purpose|goals?"
    r"|d(?:ied|ies|ie|ying) (?:of|from))\b",
    re.IGNORECASE,
)
MANNER = re.compile(r"\b(?:by|through|via|using|with|means of|used?)\b", re.IGNORECASE)

ADDRESS = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}")
"""What mail is sent to."""
_CONTACT = re.compile(rf"{ADDRESS.pattern}|(?<!\w)\+?\d(?:[ ()/-]?\d){{6,15}}\b", re.IGNORECASE)

_DEATH = re.compile(
    r"\bd(?:ied|ies|ie|ying)\b(?:(?!\b(?:is|are|was|were|has|had)\b)[^.;!?]){0,60}?"
    r"\b(?P<how>(?:of|from|after|when|while|in an?)\b[^,.;!?]{1,60})"
    r"|\b(?:killed|murdered|executed|drowned|shot|stabbed|poisoned|strangled|beheaded|hanged|starved|suffocated|choked"
    r"|crushed|run over|(?:hit|struck) by|fell|fallen|crash(?:ed)?|accident|explosion|succumbed|suicide|heart|cancer"
    r"|stroke|pneumonia|fever|illness|disease|infection|tumou?r|plague|wounds?|battle)\b"
    r"|\bdeath (?:from|by)\b|\bcause (?:of death )?was\b",
    re.IGNORECASE,
)
"""What somebody died of, or how; of a day alone none."""
_COLOUR = re.compile(
    r"\b(?:(?:dark|light|pale|bright|deep)[ -])?(?:amber|azure|beige|black|blue|bronze|brown|burgundy|charcoal|copper"
    r"|cream|crimson|emerald|gold(?:en)?|gr[ae]y|green|indigo|ivory|khaki|lavender|lilac|magenta|maroon|mauve|mint|navy"
    r"|ochre|olive|orange|pink|purple|red|rose|ruby|rust|salmon|scarlet|silver|teal|turquoise|violet|white|yellow"
    r"|(?:multi)?colou?r(?:s|ed|less)?)\b",
    re.IGNORECASE,
)

_SIDES = r"(?<![\d.,-])\d{1,3}(?: ?[-\u2013:] ?| to )\d{1,3}(?![\d,:]|\.\d| ?[-\u2013]\d)"
_SCORE = re.compile(
    r"\b(?:w[io]n|winn\w+|beat\w*|defeat\w*|los[et]|losing|drew|draw\w*|victor\w*|triumph\w*|results?|finish\w*|ended|final"
    rf"|thrash\w*|knock\w*|overc[ao]me)\b[^.;!?]{{0,90}}?(?P<told>{_SIDES})"
    rf"|(?P<of>{_SIDES})(?=[^.;!?]{{0,30}}\b(?:wins?|victor\w*|triumph|defeat|loss|draw)\b)",
    re.IGNORECASE,
)
"""How many each of two sides had at the end: "won 3-2", none of "made it 2-1"."""

FORMS = {
    "contact": _CONTACT,
    "death": _DEATH,
    "colour": _COLOUR,
    "score": _SCORE,
    "age": _AGE,
    "old": re.compile(_OLD, re.IGNORECASE),
    "amount": _AMOUNT,
    "price": MONEY,
    "degree": _MEASURE,
    "duration": _DURATION,
    "rate": _RATE,
    "year": _YEAR,
}
"""By the kind of answer, where that can be told by its form alone."""

SIGNS = {
    "amount": _AMOUNT,
    "count": _NUMBER_OF,
    "manner": MANNER,
    "money": MONEY,
    "quantity": QUANTITY,
    "reason": REASON,
    "time": TIME,
}
"""What a sentence is looked through for by name, to know whether it is there."""

_UNITS = {
    "length": (rf"{LENGTHS}|stor(?:e?ys?|ies)|floors?", "tall|deep|wide|thick|high"),
    "distance": (rf"(?:nautical )?(?:{LENGTHS})|{TIMES}|blocks?|drive|walk", "far|nearby|walking distance"),
    "weight": (WEIGHTS, "heavy|light"),
    "heat": (rf"{DEGREES}|[CF]|celsius|fahrenheit|kelvin", "hot|cold|warm|zero|freezing|boiling|room temperature"),
    "sound": (SOUNDS, r"loud\w*|quiet\w*|silent\w*|silence|nois\w+|whisper\w*|volume|din"),
    "time": (TIMES, "(?!)"),
    "speed": (
        rf"mph|km/h|knots|{LENGTHS}|seconds?|minutes?|hours?|days?|weeks?|%|per ?cent|percent|times",
        r"fast\w*|slow\w*|quick\w*|rapid\w*|speed\w*|pace|rate|once|twice|every|each|per|doubl\w+|tripl\w+|time",
    ),
}
"""By what is measured, its units, and the words that tell it without any: of what is "an hour away" how far it is."""


@cache
def measured(what: str) -> re.Pattern[str]:
    """Return what tells how much, of "length", "distance", "weight", "heat", "speed", "sound", "time" or "money"."""
    if what == "money":
        return MONEY
    units, words = _UNITS[what]
    return re.compile(rf"\b(?:{_NUMBER}{_MORE}(?:'s)?[ -]?(?:{units})(?!\w)|(?:{words})\b)", re.IGNORECASE)
