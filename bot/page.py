"""From the text of a file to an article: its title, who wrote it, its paragraphs, without the page around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import byline, forms, headline
from bot.about import About
from bot.boilerplate import signs, without_contents, without_page, without_teaser
from bot.lines import parts, shown, split, split_page
from bot.models import Article, Paragraph
from bot.prose import ends_sentence

if TYPE_CHECKING:
    from bot.models import Kind

_LONGEST_CAPTION = 600
_LAST = 3
"""What is said of the writer stands in the last lines."""


def parse(text: str, article_id: str) -> Article:
    """Read an article; a text without one gives an article with no paragraphs.

    The first line is the title, unless it is a menu above one or too long to be one (the id then stands in for it).
    The order is the file's, and only lines whose form and place say that they belong to the page are left out.
    """
    lines, titled = split(text)
    found = signs(lines, titled=titled)
    plain = lines
    if found.sure:  # the lines of a page are read once more, each for itself
        lines = without_contents(split_page(text) if titled else lines)
    lines = without_teaser(lines)
    if lines is not plain:
        found = replace(signs(lines, titled=titled), sure=found.sure)
    title, above, below = headline.take(lines, article_id, found) if titled else (None, [], lines)
    about = About()
    dates = [line for line in above if byline.read(line)]  # above the title only if there is none below it
    above = [line for line in above if line not in dates]
    lines = about.without_head(without_page([*above, *below], found), sure=found.sure)
    lines = about.without_head(dates, sure=found.sure) + lines
    lines = [part for line in about.without_foot(lines) for part in parts(line)]
    last = len(lines) - _LAST
    paragraphs = [
        Paragraph(article_id, number, shown(line), _kind(line, about.writer, at_end=number > last))
        for number, line in enumerate(lines, 1)
    ]
    title = shown(title) if title is not None else _named(article_id)
    return Article(
        article_id,
        title,
        tuple(paragraphs),
        about.writer and shown(about.writer),
        about.published and shown(about.published),
        about.source,
    )


def _named(article_id: str) -> str:
    return article_id.replace("-", " ").strip().capitalize() or article_id


def _kind(line: str, writer: str | None, *, at_end: bool) -> Kind:
    if len(line) <= _LONGEST_CAPTION and (forms.CAPTION.match(line) or _is_credited(line)):
        return "caption"
    return "note" if at_end and (forms.NOTE.match(line) or _is_about(line, writer)) else "body"


def _is_about(line: str, writer: str | None) -> bool:
    """Tell whether a line begins with the writer's name: ``Jane Doe is …``."""
    names = [word for word in (writer or "").replace(",", " ").split() if word.lower() != "by"]
    return len(names) > 1 and line.startswith(f"{names[0]} {names[1]} ")


def _is_credited(line: str) -> bool:
    """Tell whether the owner of a picture is named behind the last sentence: ``… in May. (Jane Doe/Agency)``."""
    if line[-1] in '.!?"”':
        return False
    if line[-1] in ")]":
        start = max(line.rfind("("), line.rfind("["))
        return (
            start > 0 and ends_sentence(line[:start].rstrip(" |")) and forms.CREDIT.fullmatch(line, start) is not None
        )
    start = line.rfind(":", max(0, len(line) - 70))
    start = (
        max(line.rfind(". ", 0, start), line.rfind("| ", 0, start), line.rfind("? ", 0, start)) + 2 if start > 0 else 0
    )
    if start > 1 and forms.CREDIT.fullmatch(line, start) is not None:
        return True
    slash = line.rfind("/", max(0, len(line) - 60))
    stop = max(line.rfind(mark, 0, slash) for mark in (". ", ".” ", '." ')) if slash > 0 else -1
    return stop > 0 and forms.OWNER.fullmatch(line, line.index(" ", stop) + 1) is not None
