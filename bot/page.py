"""From the text of a file to an article: its title, who wrote it, its paragraphs, without the page around it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot import byline, forms
from bot.boilerplate import HEAD, is_prose, without_page, without_teaser
from bot.lines import ends_sentence, split
from bot.models import Article, Paragraph

if TYPE_CHECKING:
    from bot.models import Kind

_LONGEST_TITLE = 150
_LONGEST_CAPTION = 600
_MENUS = 3
"""So many names of sections are a page's menu, and what stands above or among them belongs to it."""
_SHORT = 15
"""A headline with fewer characters may well stand in another line by chance."""
_TAB = re.compile(r" [-–—|:·] .{2,40}|.{2,60} [|›»>→] ")


def slug(name: str) -> str:
    """Return a name as an id: lower case, ``-`` for each run of other characters than letters and digits."""
    name = unicodedata.normalize("NFC", name).lower()
    return re.sub(" +", "-", "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in name))


def parse(text: str, article_id: str) -> Article:
    """Read an article; a text without one gives an article with no paragraphs.

    The first line is the title, unless it is a menu above one or too long to be one (the id then stands in for it).
    The order is the file's, and only lines whose form and place say that they belong to the page are left out.
    """
    lines, titled = split(text)
    lines, sure = without_page(without_teaser(lines))
    title, lines = _title(lines, article_id, sure=sure) if titled else (_named(article_id), lines)
    about = byline.About()
    top = next((at for at, line in enumerate(lines[:HEAD]) if is_prose(line)), HEAD)
    head = [line for line in lines[:top] if line != title]
    lines = about.without_foot(about.without_head(head, lines[top:]))
    last = len(lines) - 3  # what is said of the writer stands at the end
    paragraphs = [
        Paragraph(article_id, number, line, _kind(line, at_end=number > last)) for number, line in enumerate(lines, 1)
    ]
    return Article(article_id, title, tuple(paragraphs), about.writer, about.published, about.source)


def _title(lines: list[str], article_id: str, *, sure: bool) -> tuple[str, list[str]]:
    """Return the title and the other lines; what stands above the title is left out only where it is a menu."""
    head: list[str] = []
    written = False
    for line in lines[:HEAD]:
        written = bool(head) and byline.read(line) is not None
        if written or (head and is_prose(line)):
            break
        if not byline.SOURCE.fullmatch(line):
            head.append(line)
    if not head or len(head[0]) > 2 * _LONGEST_TITLE or (len(head[0]) > _LONGEST_TITLE and ends_sentence(head[0])):
        return _named(article_id), lines
    title = next((line for line in head if slug(line) == article_id), None)
    if title is None:  # it stands again in the browser's tab, "TITLE - SITE", or at the end of "Home > TITLE" above it
        title = next(
            (line for line in head[1:] if len(line) > _SHORT and _TAB.fullmatch(head[0].replace(line, "", 1))), None
        )
        if title is not None:
            lines = [line for line in lines if line != head[0]]
    if title is None:
        sure = sure or (written and "," in head[0])
        menus = [at for at, line in enumerate(head[:-1]) if forms.is_menu(line, sure=sure)]
        if len(menus) >= _MENUS:
            lines, head = lines[lines.index(head[menus[-1]]) :], head[menus[-1] :]
        title = next((line for line in head[:-1] if not forms.is_menu(line, sure=sure)), head[-1])
    at = lines.index(title)
    above = [line for line in lines[:at] if not forms.is_menu(line, sure=True)]
    return title.removeprefix("# "), above + lines[at + 1 :]


def _named(article_id: str) -> str:
    return article_id.replace("-", " ").strip().capitalize() or article_id


def _kind(line: str, *, at_end: bool) -> Kind:
    if len(line) <= _LONGEST_CAPTION and (forms.CAPTION.match(line) or _is_credited(line)):
        return "caption"
    return "note" if at_end and forms.NOTE.match(line) else "body"


def _is_credited(line: str) -> bool:
    """Tell whether the owner of a picture is named behind the last sentence: ``… in May. (Jane Doe/Agency)``."""
    if line[-1] in ")]":
        start = max(line.rfind("("), line.rfind("["))
        return start > 0 and ends_sentence(line[:start].rstrip()) and forms.CREDIT.fullmatch(line, start) is not None
    start = line.rfind(":", max(0, len(line) - 70))
    start = line.rfind(". ", 0, start) + 2 if start > 0 else 0
    return start > 1 and forms.CREDIT.fullmatch(line, start) is not None
