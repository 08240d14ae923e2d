"""What an article is called: the first line of a plain file, the headline below the menus of a page."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from bot.reading import byline, forms
from bot.reading.interface import is_label, is_tool
from bot.reading.kinds import is_caption
from bot.reading.prose import ends_sentence, is_prose

if TYPE_CHECKING:
    from bot.reading.boilerplate import Signs

LONGEST_TITLE = 150
_TOP = 80
"""A headline stands above the text within so many lines at most, most of them a menu's."""
_FOOT = 20
_MENUS = 3
"""So many names of sections are a page's menu, and what stands above or among them belongs to it."""
_SHORT = 15
"""A headline with fewer characters may well stand in another line by chance."""
_WORDS = 4
"""A headline above an article mostly has so many words; the name of a site or a section mostly has fewer."""
_LONGEST_NAME = 6
_OPENINGS, _OPENING = 8, 1_000
"""So many paragraphs, and so much of each, show what an article is about."""
_ECHO = 0.4
"""A headline shares this part of its words, or more, with the article."""
_LEAST = 0.35
"""It shares so much, or more, of what the line beside it does that shares most: a summary, mostly."""
_STEM = 5
_WORD = re.compile(r"(?!(?:from|with|that|this|have|what|when|will|your|their|they|into|about)\b)\b[^\W\d_]{4,}")
_UNFINISHED = re.compile(r" (?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$")
"""How a headline ends that was wrapped."""
_CELLS = re.compile(r" ?[|·•\t] ?")
_WEATHER = re.compile(r".*\d ?°")
_TAB = re.compile(r" [-–—|:·] .{2,40}|.{2,60} [|›»>→] ")
_CRUMBS = re.compile(r" [/›»>→▸] ")
_CONTACT = re.compile(
    r".*(?:@|\bwww\.|https?:|\d{3}[-. ]\d{3,4}\b)|(?:\w+ )?(?:contacts?|from|date|tel|phone) ?:", re.IGNORECASE
)


def slug(name: str) -> str:
    """Return a name as an id: lower case, ``-`` for each run of other characters than letters and digits."""
    name = unicodedata.normalize("NFC", name).lower()
    return re.sub(" +", "-", "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in name))


def take(lines: list[str], article_id: str, found: Signs) -> tuple[str | None, list[str], list[str]]:
    """Return the title, the lines above it that are not surely the page's, and the lines below it.

    There is no title where the first line is too long to be one.
    """
    head = _head(lines, found)
    if not head or len(lines[0]) > 2 * LONGEST_TITLE or (len(lines[0]) > LONGEST_TITLE and ends_sentence(lines[0])):
        return None, [], lines
    at = _named(lines, head, article_id, found)
    if at is None:
        at = _below_menus(lines, head, found)
    title = lines[at]
    known = _known(lines, found) if at and found.sure else set()
    above = [line for line in lines[:at] if not _is_of_page(line, title, known, sure=found.sure)]
    again = {title, *lines[:at]} if found.sure else set()
    below = [line for line in lines[at + 1 :] if line not in again or is_prose(line)]
    if below and _UNFINISHED.search(title) and len(title) + len(below[0]) < LONGEST_TITLE and not byline.read(below[0]):
        title = f"{title} {below.pop(0)}"
    return title.removeprefix("# "), above, below


def _is_of_page(line: str, title: str, known: set[str], *, sure: bool) -> bool:
    """Tell whether a line above the title is the page's: a menu, the browser's tab, a name of the site."""
    if byline.SOURCE.fullmatch(line):
        return False
    if forms.is_menu(line, sure=True) or forms.matches(forms.EDGE, line) or _is_tab(line, title):
        return True
    return sure and not byline.read(line) and not (is_prose(line) and _share(line, known) >= _ECHO)


def _is_tab(line: str, title: str) -> bool:
    """Tell whether a line is the title as a browser's tab or a breadcrumb has it, with the site's name."""
    return len(title) > _SHORT and _TAB.fullmatch(line.replace(title, "", 1)) is not None


def _head(lines: list[str], found: Signs) -> list[int]:
    """Return where the lines above the text stand, addresses aside; a long headline may itself look like text."""
    end = min(found.first, len(lines), _TOP)
    long = end < len(lines) and len(lines[end]) <= LONGEST_TITLE and not ends_sentence(lines[end])
    if long and not any(len(line.split()) >= _WORDS and not byline.read(line) for line in lines[:end]):
        end += 1
    return [at for at in range(end) if not byline.SOURCE.fullmatch(lines[at])]


def _named(lines: list[str], head: list[int], article_id: str, found: Signs) -> int | None:
    """Find the title by the file's name, by the browser's tab ("TITLE - SITE") or by the last item of a breadcrumb."""
    for at in head:
        if slug(lines[at]) == article_id:
            return at
    first = lines[head[0]]
    for at in head[1:]:
        if _is_tab(first, lines[at]):
            return at
    return _at_end_of_trail(lines, head, found)


def _at_end_of_trail(lines: list[str], head: list[int], found: Signs) -> int | None:
    """Find a title of a few words that a trail of sections above it ends with, where no headline stands below it."""
    for place, at in enumerate(head):
        crumbs = _CRUMBS.split(lines[at])
        if len(crumbs) == 1 or " " not in crumbs[-1]:
            continue
        title = next((each for each in head[place + 1 :] if lines[each] == crumbs[-1]), None)
        if title is not None:
            known = _known(lines, found)
            rest = (lines[each] for each in head if each > title)
            if not any(len(line.split()) >= _WORDS and _share(line, known) >= _ECHO for line in rest):
                return title
    return None


def _below_menus(lines: list[str], head: list[int], found: Signs) -> int:
    """Find the headline: the first long line of those between two menus that say most of what the text says.

    Above a menu stands the name of the site, above a byline the title and perhaps a summary, the title first.
    """
    text = _opening(lines, found)
    written = [at for at in head if at and byline.read(lines[at])]
    signed = [at for at in written if _names_writer(lines[at])]
    foot = lines[found.last + 1 :][-_FOOT:]
    subject = next(
        (at for at in head if _is_subject(lines[at], text) and not found.ratings[at] and not _owns(lines[at], foot)),
        None,
    )
    menus = _menus(lines, head, found, written=bool(written)) - {subject}
    free = [at for at in head if at not in menus and at not in written and not _is_said(lines[at])]
    free = [at for at in free if not (found.sure and found.ratings[at]) and not _is_text(lines[at])]
    if not free:
        return head[0]
    if not menus and not found.sure:
        return free[0]
    known = _known(lines, found)
    groups: list[list[int]] = [[]]
    for at in head:
        if at in menus:
            groups.append([])
        elif at in free and len(lines[at].split()) >= _WORDS and (groups[-1] or not signed or at < signed[-1]):
            groups[-1].append(at)
    shares = {at: _share(lines[at], known) for group in groups for at in group}
    best = _best(lines, [group for group in groups if group], shares, signed)
    most = max((shares[at] for at in best), default=0)
    if subject is not None and most < _ECHO:
        return subject
    short = [at for at in best if not (is_prose(lines[at]) or _CRUMBS.search(lines[at]))] or best
    if short:
        likely = [at for at in short if shares[at] >= most * _LEAST] or short
        return _below_kicker(lines, likely, shares)
    likely = [at for at in head if found.sure and _echoes(lines[at], known) and not _is_text(lines[at])]
    likely = [at for at in likely if not _is_said(lines[at]) and not _owns(lines[at], foot)]
    return likely[-1] if likely else next((at for at in free if at > min(menus, default=-1)), free[0])


def _best(lines: list[str], groups: list[list[int]], shares: dict[int, float], signed: list[int]) -> list[int]:
    """Return the lines between two menus one of which says most of what the text says."""
    if any(shares[at] >= _ECHO for group in groups[1:] for at in group):
        # The name of a site may well be that of whom the article is on, and say most.
        groups[0] = [at for at in groups[0] if not _is_title_case(lines[at])]
    best = max(filter(None, groups), key=lambda group: (max(map(shares.__getitem__, group)), group), default=[])
    if any(shares[at] >= _ECHO for at in best):
        return best
    # A title that only plays on words is told by the byline right below it.
    return next((group for group in groups if group[-1] + 1 in signed and not is_prose(lines[group[-1]])), best)


def _is_title_case(line: str) -> bool:
    """Tell whether a few words may be a name: all but the shortest begin with a capital."""
    words = line.split()
    return len(words) <= _LONGEST_NAME and not any(word[0].islower() and len(word) >= _WORDS for word in words)


def _names_writer(line: str) -> bool:
    found = byline.read(line)
    return found is not None and found.writer is not None


def _is_text(line: str) -> bool:
    """Tell whether a line is more of the article's text than any headline: long, and whole sentences."""
    return is_prose(line) and ends_sentence(line)


def _below_kicker(lines: list[str], likely: list[int], shares: dict[int, float]) -> int:
    """Return the first line, or the next where the first stands apart from it and says less in fewer words."""
    first, *others = likely
    if others and others[0] > first + 1 and shares[others[0]] >= shares[first]:
        return max(first, others[0], key=lambda at: len(lines[at]))
    return first


def _is_subject(line: str, text: list[str]) -> bool:
    """Tell whether a page on one subject says this first: ``Northport harbour is …``."""
    at = text[0][:LONGEST_TITLE].find(line) if text and len(line) > _STEM else -1
    return at >= 0 and not text[0][at + len(line) :][:1].isalnum() and (at == 0 or not text[0][at - 1].isalnum())


def _menus(lines: list[str], head: list[int], found: Signs, *, written: bool) -> set[int]:
    """Return which lines are the site's: its menus, its name above a copyright, what leads to an account."""
    sure = found.sure or written
    foot = lines[found.last + 1 :][-_FOOT:]
    edge = [line for line in foot if forms.matches(forms.EDGE, line)]
    menus = {
        at
        for at in head
        if (forms.is_menu(lines[at], sure=sure) and not byline.read(lines[at]))
        or (found.sure and found.ratings[at] and not is_tool(lines[at]))
        or forms.matches(forms.EDGE, lines[at])
        or (len(lines[at]) > 1 and any(lines[at] in line for line in edge))
        or _owns(lines[at], foot)
    }
    row: list[int] = []
    for at in [*head, len(lines)]:
        if at < len(lines) and (at in menus or _is_item(lines[at])):
            row.append(at)
            continue
        known = sum(1 for each in row if found.ratings[each] or is_label(lines[each])) if found.sure else 0
        if len(row) >= _MENUS and (known >= _MENUS or not menus.isdisjoint(row)):
            menus.update(row)
        row = []
    return menus


def _owns(name: str, foot: list[str]) -> bool:
    """Tell whether a line at the foot says whose page it is: ``The Harbour Museum, 12 Quay Street``."""
    return len(name) > _STEM and any(line.startswith(f"{name}, ") and not is_prose(line) for line in foot)


def _is_said(line: str) -> bool:
    """Tell whether a line says what no headline does: a day, whom to ask, the weather, what a picture shows."""
    if is_caption(line) or any(form.match(line) for form in (byline.DAY, _CONTACT, _WEATHER)):
        return True
    return any(byline.DATE.fullmatch(part) for part in _CELLS.split(line))


def _is_item(line: str) -> bool:
    return len(line.split()) < _WORDS and not ends_sentence(line) and not byline.read(line)


def _opening(lines: list[str], found: Signs) -> list[str]:
    """Return the first paragraphs of the text, which show what it is about."""
    text = (lines[at] for at in range(found.first, len(lines)) if not found.ratings[at] and is_prose(lines[at]))
    return [line[:_OPENING] for line in islice(text, _OPENINGS)]


def _known(lines: list[str], found: Signs) -> set[str]:
    """Return the stems of the words that the first paragraphs have."""
    return {word[:_STEM] for line in _opening(lines, found) for word in _WORD.findall(line.lower())}


def _echoes(line: str, known: set[str]) -> bool:
    """Tell whether the text says two words of a line again, or more, and most of its words."""
    words = {word[:_STEM] for word in _WORD.findall(line.lower())}
    return len(words) > 1 and len(words & known) > 1 and _share(line, known) > 1 / 2


def _share(line: str, known: set[str]) -> float:
    words = _WORD.findall(line.lower())
    return sum(word[:_STEM] in known for word in words) / max(1, len(words))
