"""What the lines around an article look like on a web page: buttons, menus, forms, notices, links to other pages.

Each pattern must match a whole line, in lower case. A line is left out only where its form, and mostly its place
as well, speaks for it: to keep a stray line costs little, to lose a line of the article costs an answer.
"""

from __future__ import annotations

import re

LONGEST = 200
"""A line with more characters than this is text; no button or menu is so long."""


def _lines(*forms: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(forms) + ")")


_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|instagram|messenger|tumblr|threads|bluesky"
    r"|mastodon|pocket|flipboard|e-?mail|print|share|tweet|save|copy link)"
)
_PIECE = (
    r"(?:articles?|stor(?:y|ies)|posts?|entry|entries|news|page|links|reading|coverage|content|topics|videos?"
    r"|headlines|recipes)"
)

ANYWHERE = _lines(
    rf"share this(?: {_PIECE})?(?: (?:on|via|with) .{{0,40}})?:?",
    rf"(?:share (?:on|via) {_NETWORK} ?(?:\(.{{0,40}}\))?)+",
    r"click to (?:share|e-?mail|print)\b.{0,80}",
    r"[<~]? ?\d+[ -]min(?:ute)?s?\.?(?: of)?[ -]read(?:ing time)?[ >»]*",
    r"(?:estimated )?read(?:ing)? time:? .{0,12}\d+ ?min[a-z]*",
    r"(?:lesezeit|(?:temps de )?lecture) ?:? ?(?:de )?\d+ ?min[a-z.]*|zum inhalt springen|aller au contenu\b.{0,40}",
    r"(?:story|article|content) continues below(?: (?:this )?ad(?:vert(?:isement)?)?)?",
    r"advertisement\W+(?:continue|story|scroll|article)\b.{0,40}",
    rf"(?:follow|like|find|join) us on {_NETWORK}\b.{{0,60}}",
    r"(?:subscribe|sign up|register)(?: now| here| today)? (?:to|for) our (?:[\w-]+ ){0,3}"
    r"(?:newsletters?|mailing list|bulletin|e-?mails?)(?: .{0,60})?[!:»>→]?",
    rf"share ?tweet(?: ?(?:pin|send|share))*|{_NETWORK}(?: ?{_NETWORK}){{1,9}}",
    rf"(?:read more|also read|read also|read next|related {_PIECE}) ?: .{{4,160}}[^.]",
    rf"(?:read|view|show|see|load) (?:more|all|full)(?: (?:comments|{_PIECE}))?\W*",
    r"continue reading(?: the main story| below)?\W*",
    r"(?:skip|jump) to (?:(?:main|primary) )?(?:content|navigation|search|footer|main|recipe)\b.{0,60}",
    r"back to top|toggle navigation|main menu|cookie (?:settings|preferences)|(?:accept|manage) (?:all )?cookies",
    r"listen to (?:this )?(?:article|story)(?: ?\(.{0,20}\))?",
    r"(?:is|was) this (?:page|article|information) (?:useful|helpful)\W*",
    r"view image in full ?screen|open in app|purchase licensing rights.{0,40}",
    r"(?:read|save|watch)(?: it)? (?:for )?later|(?:book|buy|shop|order|donate)(?: (?:tickets|online))? now\W*",
    r"download (?:(?:this|the|full|report|article|paper|as|a) )*\(?pdf\b.{0,30}",
    r".{0,120}\bwe (?:may |might |can |will )?(?:earn|receive|get) (?:an? )?(?:small )?(?:affiliate )?commissions?\b"
    r".{0,80}",
    r"share or comment on this .{1,190}",
    r"scroll down for .{1,40}",
    r"from wikipedia, the free encyclopedia",
    r"for immediate release\W*",
    r"[-–—#*]+ ?(?:ends?|30) ?[-–—#*]+",
    r"[←«‹<] ?(?:previous|prev|older|back)\b.{0,120}|(?:next|newer)\b.{0,120}[→»›>]",
    r"(?:previous|next) (?:post|article|story|entry) ?:.{1,150}",
    r"be the first to comment\W*|no comments yet\W*",
    r"(?:your )?e-?mail (?:address )?(?:\()?will not be (?:published|shared)\b.{0,80}|required fields are marked\W*",
    r"save my name, e-?mail\b.{0,120}|notify me of .{0,60}by e-?mail\W*",
)
"""Phrases that no article holds: left out wherever they stand, and a sign that the file is a page from the web."""

LINK = _lines(
    r"(?:see also|related|watch|more|don['’]t miss|must read|recommended|source|podcast|listen) ?: .{4,160}[^.]",
    r"[←‹] .{1,150}|« [^»]{1,150}|.{1,150} [→›]|[^«]{1,150} »",
)
"""A link to another page; or an item of an article's list, so left out only from a page with surer signs."""

EDGE = _lines(
    r"(?:copyright ?)?(?:©|\(c\)) ?.{0,190}|copyright \d{4}.{0,190}|.{0,120}\ball rights reserved\b.{0,60}",
    r".{1,150}[\t|·•∙] ?© ?.{0,60}",
    r"(?:tags?|tagged(?: with)?|key ?words|topics?|filed under|posted in)(?: ?/ ?\w+)? ?: ?.{1,190}[^.]",
    r"(?:proudly )?powered by [\w.-]+(?: [\w.-]+){0,3}",
    r"this page was last (?:edited|modified) on .{1,120}|text is available under .{1,190}",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.{0,190}",
    r"by (?:continuing|using|browsing)\b.{0,60}\b(?:site|website)\b.{0,120}",
    r"(?:impressum|datenschutz|mentions légales)(?:erklärung)?(?:[ \t|·•].{0,120})?",
    r"(?:(?:about|contact)(?: us)?|privacy(?: policy| notice)?|terms(?: of (?:use|service)| (?:and|&) conditions)?"
    r"|careers|advertise(?: with us)?|cookies?(?: policy)?|help|site ?map|faq|[\t|·•]| )*"
    r"(?:privacy policy|terms of (?:use|service))"
    r"(?:[ \t|·•]+.{1,60})?",
)
"""Notices at the very top or bottom of a page; the same words may well be text between two paragraphs."""

EDGE_OF_PAGE = _lines(
    r"(?:sign up|subscribe|join|get|enter your e-?mail|never miss)\b.{0,120}"
    r"\b(?:newsletters?|inbox|mailing list|updates)\b.{0,60}",
    r"(?:categor(?:y|ies)|topics?|posted in|filed under|more on|in this (?:story|article))\b ?:? ?.{1,150}[^.]",
    r"source:? .{2,80}|tags|.{0,60}\bagree\b.{0,120}\bprivacy policy\W*",
)
"""As `EDGE`, but only of a page with surer signs."""

RELATED = _lines(
    rf"(?:related|recommended|similar|suggested) (?:internet )?{_PIECE}:?",
    r"(?:you|we think you) (?:may|might|['’]ll|will) (?:also )?(?:like|enjoy|be interested in)\W*",
    r"recommended (?:for you|from .{1,30})|what to read next|people also read|read next:?",
    r"most (?:read|popular|viewed|shared|commented)(?: (?:in|on|this) .{1,40})?",
    rf"around the web|(?:explore )?more on (?:this|these) (?:topics?|subjects?|{_PIECE})",
    r"(?:previous|next) (?:post|article|story|entry)",
    r"lesen sie auch:?|mehr zum thema|auch interessant|das könnte sie auch interessieren|meist ?gelesen.{0,20}",
    r"(?:à )?(?:lire|voir) (?:aussi|également) ?:?|sur le même (?:sujet|thème)",
    r"(?:les )?(?:articles )?(?:les )?plus lus",
)
"""What stands over a list of links to other pages."""

RELATED_OF_PAGE = _lines(
    rf"(?:more|recent|latest|popular|trending|top|other|sponsored) {_PIECE}:?|more (?:from|in|on) .{{1,40}}",
    r"(?:related|recommended|trending|popular)(?: now)?:?|up next|editor['’]?s['’]? (?:picks?|choice)|don['’]t miss:?",
    r"archives|categories|tags|(?:read|explore|discover|also|see) (?:more|also|further)(?: (?:on|from|in) .{1,40})?:?",
    r"keep reading|in other news|elsewhere (?:on|in) .{1,40}|services and information",
)
"""As `RELATED`, but only on a page with surer signs."""

CONTENTS = _lines(
    r"(?:table of )?contents(?: ?\[?(?:hide|show)\]?)?:?|(?:in|on) this (?:article|page|guide):?|jump to:?"
)
"""What stands over the list of an article's own headings."""

COMMENTS = _lines(
    r"(?:.{0,80}[?.!] )?(?:leave|post|add|write) a (?:reply|comment|response)(?: ?cancel reply)?",
    r"join the (?:conversation|discussion)",
    r"\d+ (?:comments?|replies|responses?)(?: (?:on|to) .{1,150})?|\d+ thoughts? on .{1,150}",
    r"(?:reader )?comments?(?: ?\(\d+\))?:?|reader interactions|discussion about this post",
    r"(?:kommentare|(?:vos )?commentaires)(?: ?\(\d+\))?|\d+ (?:kommentare?|commentaires?)",
)
"""What stands over the readers' comments or the form for them."""

CLOSING = _lines(
    COMMENTS.pattern,
    r"(?:(?:view|show|read|see|add|post|leave|submit|write) (?:an? |all |your |the |\d+ )*)?comments?\b"
    r"(?:$|:| [(\d]| on | are | have | is ).{0,100}",
    r"(?:leave|write|add) (?:a|your) (?:review|comment|reply)|reviews? ?\([\d.,]+\).{0,40}",
    r"how would you rate\b.{0,100}|(?:did|have) you (?:ma[dk]e|tr(?:y|ied)|use[ds]?) (?:this|it)\b.{0,60}",
    r"(?:have your|your) say\b.{0,60}|what do you think\?.{0,80}|what (?:others|readers) are saying.{0,40}",
)
"""What stands over the readers' comments or reviews, and below all of the text."""

BOX = _lines(
    r"(?:promoted|sponsored|partner|paid|featured|from our (?:partners|sponsors))\b.{0,60}",
    rf"(?:more|others?|further|latest|recent|new|top|popular|trending|related|similar|recommended)\b.{{0,30}} {_PIECE}"
    r"(?: .{0,40})?:?|(?:others?|people) also (?:read|like|ask|watch|search).{0,20}",
    r"most (?:read|popular|viewed|watched|shared|commented|recent|discussed)\b.{0,40}",
    r"(?:found|spotted|seen?) an? (?:mistake|error|typo)\b.{0,80}|report an? (?:problem|error|mistake|typo)\b.{0,60}",
    r"(?:media|press) (?:contacts?|office|enquir(?:y|ies)|inquir(?:y|ies))\b.{0,60}",
    r"contacts? for (?:the )?(?:media|press|journalists|editors|more information)\b.{0,40}|newsletters?\b.{0,40}",
    r"(?:also|more|next|new) (?:from|in|on|by|about) .{1,60}|(?:read|see|watch|listen)(?: also| next| more| on)?:?",
    r"[^.]{0,60}\bnewsletters?\W*",
    r"(?:get|receive|set up|turn on|manage|create)\b.{0,40}\balerts?\b.{0,60}",
    r"(?:follow|explore|browse|see all)\b.{0,60}\b(?:topics?|tags?|authors?|stor(?:y|ies)|articles?|us)\b.{0,40}",
    r"(?:topics?|tags?|key ?words?|sections?|share|about(?: us)?|contact us|help|(?:useful|quick) links|follow us"
    r"|get in touch|download (?:the|our) app|legal|company|archive|previous|next|older|newer)\W*",
    r"(?:support|donate to|join|become a|subscribe|sign up|register|try) .{1,80}",
    r"(?:do|did|have|has|are|were|is|know|got) .{1,120}\?.{1,60}@.{1,60}",
)
"""What stands below the text and begins something else; the same words may well be a heading above prose."""

COMMENT_FORM = _lines(
    r"your e-?mail address will not be published\b.{0,80}|.{0,40}required fields are marked\W*",
    r"save my name, e-?mail\b.{0,120}",
    r"\W*(?:post|submit|send) (?:a |your )?(?:comment|reply)\W*|cancel reply|reply",
    r"(?:your )?(?:full )?(?:name|comment|e-?mail)(?: address)? ?(?:\*|:|\(.{4,40}\):?)",
    r".{1,60} (?:says|said|wrote|writes):|(?:.{0,60} )?\d+ (?:minute|hour|day|week|month|year)s? ago\b.{0,20}",
    r".{0,60}\b\d{4},? at \d{1,2}[:.]\d{2}\b.{0,20}|(?:you must be )?log(?:ged)? ?in .{0,20}(?:comment|reply)\W*",
)
"""What a list of comments or the form for them begins with."""

_SECTION = frozenset(
    "about africa americas analysis art arts asean asia auto automotive banking blog blogs books breaking business "
    "celebrity city climate column commentary companies corporate court crime culture data defence defense design "
    "economics economy editorial editorials education energy entertainment environment europe events fashion "
    "feature features film finance food football gaming global guidance health history home homepage housing india "
    "industry insight insights international interview interviews investing jobs latest law leader letters life "
    "lifestyle local magazine markets media metro money movies music nation national news obituaries obituary "
    "opinion opinions people perspectives photos podcast podcasts politics press property real-estate region "
    "regional religion research reviews science security society sport sports stage stories style tech technology "
    "television top trade transport travel tv uk uncategorized us video videos views weather world "
    "accueil startseite gesellschaft gesundheit kultur lokales meinung panorama politik reise ressort technik "
    "wirtschaft wissen wissenschaft économie environnement france international monde politique santé sciences "
    "société".split()
)
_HERE = "you are here: "
_HOME = frozenset(("home", "startseite", "start", "accueil"))
_ITEMS = re.compile(r"\s*(?:[,|›»>→·•&∙\t]|/(?= )|(?<=\w)/)\s*")
_CRUMBS = re.compile(r"[|›»>→/]")
_STEPS = re.compile(r" [›»>→] ")
_ROW = 3
"""So many short items in a row are a menu."""
_LONGEST_ITEM = 3

CLIPPED = re.compile(r"[ \[(]*(?:\.\.\.|…)[\])]?(?: ?(?:read more|continue reading))?\W*$", re.IGNORECASE)
"""How a text that was cut short ends."""

_CREDIT = r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|file photo|foto|bild)"
CAPTION = re.compile(
    r"(?=[\[(abcefgimpr])"  # rules out most lines before any form is tried
    rf"[\[(]?(?:{_CREDIT}(?: (?:credits?|source))? ?[:©|]|credits? ?: (?-i:[A-Z])"
    rf"|(?:{_CREDIT}|photography) (?:by|courtesy of) (?-i:[A-Z])"
    r"|(?:photo )?caption ?:|pictured ?:|(?:fig(?:ure)?\.?|image|photo|plate) \d+[.:]"
    r"|(?:image|media) (?:source|caption),|(?:getty images|reuters|afp|epa|pa media|ap)(?: (?-i:[A-Z])|$)"
    r"|(?:a|in this) (?:[\w., ]{1,30} )?file (?:photo|picture|image)\b)",
    re.IGNORECASE,
)
"""How the caption of a picture begins."""

CREDIT = re.compile(
    rf"(?:\b(?i:{_CREDIT})(?: [Cc]redit)?|\b(?:Credit|CREDIT|Crédit)) ?: ?[\w©][^.:()]{{1,60}}(?: ?\([^()]*\))?[)\]]?$"
    r"|(?:\b(?:Courtesy of|COURTESY OF)|(?<=[.!?…] )©) [A-Z][^.:()]{1,60}$"
    r"|(?:(?<=[.!?…|] )|(?<=[.!?…][\"”’')] ))(?:"
    r"[(\[](?:[A-Z][^()\[\]/]{0,40}/ ?[A-Z][^()\[\]]{0,40}"
    r"|[A-Z][^()\[\]:.]{1,40}: ?[A-Z][^()\[\]:.]{2,40}"
    r"|(?=.*\b(?i:photo|file|courtesy|image|picture|credit|handout)\b"
    r"|(?:Getty|Reuters|AFP|EPA|AP|Xinhua)\b)[^()\[\]]{2,60})[)\]]"
    rf"|(?i:{_CREDIT}) (?:by|via|from|courtesy of) [A-Z][^.:]{{1,60}}"
    r"|[-–—] ?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}(?: ?/ ?[A-Z][\w .&-]{1,40})?"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3} ?/ ?[A-Z][\w .&-]{1,40}"
    r"|.{0,40}\b(?:REUTERS|AFP|EPA|AP Photo)/[\w ./-]{3,60})$"
)
"""What names the owner of a picture, at the end of its caption: ``… in May. (Jane Doe/Agency)``."""

NOTES = re.compile(
    r"(?:about the (?:authors?|writers?|contributors?)|notes? (?:to|for) editors?|(?:editor|author)['’]?s?['’]? notes?"
    r"|acknowledge?ments?|corrections?(?: (?:and|&) clarifications?)?|clarifications?)\W*",
    re.IGNORECASE,
)
"""What stands over notes on the writer or the article."""

WRITER = re.compile(r"about the (?:authors?|writers?|contributors?)\W*", re.IGNORECASE)
"""What stands over a note that says itself whom it is on."""

NOTE = re.compile(
    r"[(\[*_– —-]*(?:about the (?:authors?|writers?)\b|(?:additional )?reporting by\b"
    r"|(?:corrections?|clarifications?)\b.{0,30}:|(?:with )?(?:many )?thanks to (?-i:[A-Z])"
    r"|(?:we|i|the authors?) (?:thanks?|(?:am|are|is) grateful|(?:would|wish) (?:like )?to thank)\b"
    r"|\(.{20,}\)$|\*.{20,}\*$"
    r"|(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:is|was|has|writes|covers|reports)\b.{0,80}"
    r"\b(?:writer|author|journalist|columnist|correspondent|reporter|editor|freelance|magazine|newspaper)\b"
    r"|(?:edit|translat)(?:ing|ed|ion) by\b"
    r"|(?:editor|author)['’]?s?['’]? note\b|(?:media |press )?contacts? ?:"
    r"|(?:the )?(?:views|opinions)\b.{0,40}\bexpressed\b"
    r"|(?:this|an? (?:earlier |previous )?version of this) (?:article|story|piece|post|report|essay|column)\b.{0,20}"
    r"\b(?:published|appeare?[ds]|amended|gave|said|stated|misstated|corrected|written|updated|produced)\b"
    r"|.{0,80}\b(?:the|this) (?:writer|author|columnist)s? (?:is|are|was|were|works?|teaches)\b)"
    r"|\(.{1,60} (?:is|was) an? ",
    re.IGNORECASE,
)
"""How a note on the writer, the article or whom to ask begins."""


def matches(forms: re.Pattern[str], line: str) -> bool:
    """Tell whether a line as a whole has one of the forms."""
    return len(line) <= LONGEST and forms.fullmatch(line.lower()) is not None


def is_menu(line: str, *, sure: bool) -> bool:
    """Tell whether a line above the title is a menu: ``Home > World > Asia``, ``Business, News``, ``Opinion``.

    A line of section names alone could be the title of a plain file, so it counts only where the caller is
    ``sure`` that the file is a page; a breadcrumb from the home page or a long row of items needs no other sign.
    """
    line = line[len(_HERE) :] if line.lower().startswith(_HERE) else line
    items = [item for item in _ITEMS.split(line.lower()) if item] if len(line) <= LONGEST else []
    if not items or line[-1] in ".?!":
        return False
    words = line.lower().split()
    known = sum(word in _SECTION for word in words)
    if items[0] in _HOME and _CRUMBS.search(line):
        return True
    if known and len(items) > 1 and _STEPS.search(line) and all(item.count(" ") < _LONGEST_ITEM for item in items):
        return True
    if len(items) >= _ROW and "," not in line and all(item.count(" ") < _LONGEST_ITEM for item in items):
        return sure or known > 0
    if len(words) > _ROW and known * 2 >= len(words) and not any(word.islower() for word in line.split()):
        return True
    short = all(item.count(" ") < _LONGEST_ITEM - 1 for item in items)
    return sure and short and (known == len(words) or not _SECTION.isdisjoint(items))
