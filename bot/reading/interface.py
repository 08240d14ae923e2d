"""How much a line speaks the language of buttons, boxes and forms: share, sign in, newsletter, cookies, comments.

No phrase is looked for but the few in `forms`: a line is rated by how many of its words are those of an interface, how
many only stand beside such words, and how many are neither, as an article's words are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from bot.reading import forms
from bot.reading.forms import LONGEST

Rating = Literal[0, 1, 2]
NO: Rating = 0
MAYBE: Rating = 1
"""It may be a heading or an item of a list as well: a part of the page only where there is other evidence of one."""
SURELY: Rating = 2

_TOOLS = frozenset(
    "bluesky bookmark cancel clap comment comments e-mail email emails facebook favorite favourite flipboard follow "
    "followers following gift instagram like likes linkedin listen mastodon messenger permalink pin pinterest print "
    "react recommend reddit replies reply republish reuse rss save saved share shares telegram tiktok tumblr tweet "
    "tweets twitter views whatsapp youtube "
    "drucken empfehlen kommentar kommentare kommentieren merken teilen "
    "commentaire commentaires commenter imprimer partager réagir".split()
)
"""What a reader may do with an article: stands by its title or its end."""
_SITE = frozenset(
    "accessibility account advertise advertisement advertisements advertising affiliate akismet app apps cookie "
    "cookies copyright donate e-edition e-paper eedition epaper homepage inbox javascript log-in login logout menu "
    "navigation newsletter newsletters password paywall privacy register registered search sign-in sign-up signin "
    "signup sitemap spam sponsored subscribe subscribed subscriber subscribers subscription subscriptions "
    "unsubscribe username "
    "abmelden abo abonnement abonnieren agb anmelden datenschutz impressum konto registrieren warenkorb "
    "abonner abonnez cgu cgv compte confidentialité connecter connexion déconnexion inscription inscrire "
    "inscris panier".split()
)
"""What belongs to the whole site: stands above the title or at the foot."""
_ACTS = _TOOLS | _SITE
_BESIDE = frozenset(
    "a about above accept access account ad address advert affiliate ago agree alert alerts all already also an and "
    "any apple are article articles as at audio available back be become becoming been below best browser by can "
    "careers choices click close conditions consider contact content continue conversation cookies copied copy "
    "correction corrections could create credit daily data day days delivered digital disclaimer disclaimers "
    "disclosure discussion do don't download edit edition email emails enjoy enjoying enter essential every exclusive "
    "external feedback field fields first font for forgot form formerly free from full get go google has have help "
    "here hide history hour hours how in information is it its join journalism keep know language languages last "
    "later latest learn leave legal limited link links load loading make manage marked may me min mins minute minutes "
    "miss month monthly more most must my name need never new newsroom next no not notice notifications now of off "
    "offer offers on online only open opens opt optional options or our out page pages paid pdf personal play player "
    "please policies policy post posted posts preferences previous problem processed processing product profile "
    "publication published publishing rate rating ratings read reader reader-supported readers reading receive recipe "
    "reduce reject remember remove report reporting required responses rights save see sell send service services "
    "settings show site sites size skip some staff start status stories story straight submit suggest support switch "
    "tab talk team terms text than thank thanks that the these this tip to today toggle tools top topics unlimited up "
    "update updates us use used useful user using version via video view visit votes want watch we website websites "
    "week weekday weekly will window with work would write x year yes you your yourself "
    "alle artikel auch auf diesen diesem hier ihr ihre inhalt jetzt kündigen kostenlos lesen mehr mein sie springen "
    "thema und weiter zum zur "
    "accéder article ce cet contenu cookies de gérer gratuit je l'article la les lire légales m' mentions mes mon "
    "plus politique s' se votre vos".split()
)
_INVITES = frozenset(("subscribe", "sign up", "sign in", "log in", "register"))
_KNOWN = _ACTS | _BESIDE
_OPENERS = frozenset(
    "already be become click continue did do don't download enjoy enjoyed enjoying enter follow for get if join keep "
    "leave like log never please rate read receive register save share sign subscribe support tap thank thanks this "
    "to try want we you your".split()
)
"""What a sentence that asks the reader for something begins with."""
_ADDRESS = frozenset("you your us our we me my sie ihr ihre vous votre vos".split())
_HINTS = _ACTS | frozenset(
    "read min mins minute minutes skip jump back top more continue story continues previous next newer older "
    "prev scroll load show view see ends end release free editing first link useful helpful later related share-tweet "
    "now download lesezeit lecture springen aller".split()
)
_FIRST = _OPENERS | _ACTS
_LAST = _SITE | {"commission", "commissions"}
_ENDS = ".!?\"'”’,;…"
_MARKS = "([¿¡“*-–—"
_WORDS = re.compile(
    r"[sm]'(?=\w)|"  # s'abonner
    r"(?:sign|log)(?:ged|ned|ed)?[ -](?:in|up|on|out)\b|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[£$€₹]?\d[\d.,:]*(?:[km%]\b)?"
)
_SIGNS = re.compile(r"(?:sign|log)(?:ged|ned|ed)?[ -](?:in|up|on|out)")
_CELLS = re.compile(r"[\t|·•∙]| > | / ")
_TELLS = re.compile(r"\w: ?[£$€₹]?\d")
"""A figure with what it is of: "online share of sales: 34%"."""
_DENSE, _DENSER, _DENSEST = 0.7, 0.8, 0.9
_SEVERAL, _FEW = 3, 5
_HEADING = re.compile(f"{forms.RELATED.pattern}|{forms.COMMENTS.pattern}")
_SENTENCE = 40
"""So many characters that end like a sentence may be one of the article's."""


def rate(line: str) -> Rating:
    """Tell whether a line is a part of the page around an article and not of the article."""
    return NO if len(line) > LONGEST else _rate(line)


@lru_cache(maxsize=1024)  # the lines of a page are rated again at each step that leaves some of them out
def _rate(line: str) -> Rating:
    ends = line[-1] in _ENDS
    if ends and len(line) >= _SENTENCE:  # most lines of most files: decided before anything is looked for in them
        first, last = line.split(" ", 1)[0], line[line.rfind(" ") + 1 :]
        if first.strip(_MARKS).lower() not in _FIRST and last.rstrip(_ENDS).lower() not in _LAST:
            return NO
    lower = line.lower().replace("’", "'")
    words = _WORDS.findall(lower)
    acts = {word for word in words if word in _ACTS or (word[:3] in "signlog" and _SIGNS.fullmatch(word))}
    if (acts or len(words) == 1 or not _HINTS.isdisjoint(words)) and forms.ANYWHERE.fullmatch(lower):
        return SURELY
    if not acts:
        return NO
    other = sum(
        word not in _BESIDE and word not in acts and not word[-1].isdigit() and word[0].isalpha() for word in words
    )
    return _sentence(line, words, acts, other) if ends else _label(lower, words, acts, other)


def _label(line: str, words: list[str], acts: set[str], other: int) -> Rating:
    cells = [cell for cell in _CELLS.split(line) if cell.strip()]
    if other == 0:
        each = len(cells) > 1 and all(any(act in cell for act in acts) for cell in cells)
        return SURELY if each or len(acts) >= _SEVERAL else MAYBE
    dense = 1 - other / len(words)
    if words[0] in _INVITES and len(line) < _SENTENCE * 2:
        return MAYBE
    if _TELLS.search(line):
        return NO
    if dense < _DENSE or len(words) < _FEW:
        return NO
    return SURELY if len(acts) > 1 and not _ADDRESS.isdisjoint(words) else MAYBE


def _sentence(line: str, words: list[str], acts: set[str], other: int) -> Rating:
    dense = 1 - other / len(words)
    if dense < _DENSER or _ADDRESS.isdisjoint(words):
        return MAYBE if other == 0 and len(line) < _SENTENCE else NO
    if words[0].split()[0] not in _FIRST and (dense < _DENSEST or acts.isdisjoint(_SITE)):
        return NO
    return SURELY if len(acts) > 1 or (dense >= _DENSEST and not acts.isdisjoint(_SITE)) else MAYBE


def is_heading(line: str) -> bool:
    """Tell whether a line stands over a list of links, the readers' comments or the form for them."""
    return line[-1] not in _ENDS and len(line) <= LONGEST and _HEADING.fullmatch(line.lower()) is not None


def is_tool(line: str) -> bool:
    """Tell of a rated line whether it only says what may be done with the article: share, print, comment."""
    words = _WORDS.findall(line.lower())
    return not _TOOLS.isdisjoint(words) and _SITE.isdisjoint(words) and not _SIGNS.search(line.lower())


def is_label(line: str) -> bool:
    """Tell whether all words of a line are those of an interface: ``Edit``, ``View history``, ``No, not useful``."""
    words = _WORDS.findall(line.lower()) if len(line) < _SENTENCE else []
    return bool(words) and all(word in _KNOWN or word[-1].isdigit() for word in words)
