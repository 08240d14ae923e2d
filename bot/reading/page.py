"""From the text of a file to an article: its title, who wrote it, its paragraphs, without the page around it."""

from __future__ import annotations

from bot.models import Article, Paragraph
from bot.reading import byline, headline
from bot.reading.about import About
from bot.reading.boilerplate import signs, without_contents, without_page, without_teaser
from bot.reading.kinds import tell
from bot.reading.lines import parts, shown, split, split_page


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
        found = signs(lines, titled=titled, sure=found.sure)
    title, above, below = headline.take(lines, article_id, found) if titled else (None, [], lines)
    about = About()
    dates = [line for line in above if byline.read(line)]  # above the title only if there is none below it
    above = [line for line in above if line not in dates]
    lines = about.without_head(without_page([*above, *below], found), sure=found.sure)
    about.without_head(dates, sure=found.sure)
    lines = [part for line in about.without_foot(lines, sure=found.sure) for part in parts(line)]
    paragraphs = [
        Paragraph(article_id, number, shown(line), kind)
        for number, (line, kind) in enumerate(tell(lines, about.writer, sure=found.sure), 1)
    ]
    title = shown(title) if title is not None else _named(article_id)
    return Article(
        article_id,
        title,
        tuple(paragraphs),
        about.writer and shown(about.writer),
        about.published and shown(about.published),
        about.source,
        about.reading and shown(about.reading),
    )


def _named(article_id: str) -> str:
    return article_id.replace("-", " ").strip().capitalize() or article_id
