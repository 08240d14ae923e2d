"""From the text of a file to its paragraphs: white space tidied, wrapped lines joined, nothing judged yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.reading import boxes, byline, extent, forms, kinds, wrapping
from bot.reading.forms import LONGEST
from bot.reading.interface import MAYBE, SURELY, is_heading, rate
from bot.reading.prose import ends_sentence, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_LIST = 100
"""A menu, a byline or a form has no more lines than this."""
_NARROW = 100
"""Text wrapped by hand or by an editor is mostly no wider than this."""
_LONGEST_CAPTION = 3
"""A caption has no more lines than this."""
_LONGEST_PARAGRAPH = 10_000
"""What is longer was not written as a paragraph but lacks its line ends; it is too much to look through at once."""

# Marks that cannot be seen: controls, soft hyphens, zero-width spaces, byte order marks. Joiners (they shape letters
# and emoji) and the marks that turn the direction of writing stay.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff]+")
_WORD = re.compile(r"[^\W_]")
_GAP = re.compile(r"\s{2,}|\t")


def tidy(line: str) -> str:
    """Return a line with each run of white space as one space and without marks that cannot be seen."""
    if line.isprintable():
        return " ".join(line.split()) if "  " in line else line.strip()
    return " ".join(_UNSEEN.sub("", line).split())


def shown(line: str) -> str:
    """Return a line as readers see it: without the tabs that part the items of a row."""
    return line.replace("\t", " ")


def parts(paragraph: str) -> Iterator[str]:
    """Part what is too long for a paragraph at the end of a sentence, else between words, else wherever it must be."""
    start = 0
    while len(paragraph) - start > _LONGEST_PARAGRAPH:
        stop = start + _LONGEST_PARAGRAPH
        ends = (paragraph.rfind(mark, start, stop) for mark in (". ", " "))
        end = next((at + 1 for at in ends if at > start), stop)
        yield paragraph[start:end].strip()
        start = end
    yield paragraph[start:].strip()


def _row(raw: str) -> str:
    """Return a tidy line, a tab between the items of a row: ``Home    News    Sport``; words spread out are no row."""
    if "  " in raw or "\t" in raw:
        items = [tidy(item) for item in _GAP.split(raw.strip())]
        if len(items) > 1 and not any(item[:1].islower() or ends_sentence(item) for item in items):
            return "\t".join(filter(None, items))
    return tidy(raw)


def split(text: str) -> tuple[list[str], bool]:
    """Return the paragraphs, which blank lines part, the title as the first; ``False`` where a text has no title.

    The first line is the title, unless it runs on into the next one in the middle of a sentence.
    """
    blocks = list(_blocks(text))
    if not blocks:
        return [], False
    first, *rest = blocks[0]
    titled = True
    if rest and rest[0][:1].islower() and len(first) > len(rest[0]) / 2 and not byline.read(rest[0]):
        titled = not ends_sentence(rest[-1])
    elif rest and not _is_of_page([first], sure=False):
        blocks[:1] = [[first], rest]
    alone = len(blocks) == 2  # noqa: PLR2004 (a title and one block: no blank line parts the paragraphs)
    wrap = wrapping.width(blocks)
    return [each for block in blocks for each in _paragraphs(block, wrap=wrap, alone=alone)], titled


def split_page(text: str) -> list[str]:
    """Return the paragraphs of what surely is a page: above and below the text each line stands for itself."""
    blocks = list(_blocks(text))
    wrap = wrapping.width(blocks)
    joined = [_paragraphs(block, wrap=wrap, sure=True) for block in blocks]
    apart = [_apart(block, lines, wrap) for block, lines in zip(blocks, joined, strict=True)]
    lines = [(line, at) for at, each in enumerate(apart) for line in each]
    start = _begin([line for line, _ in lines])
    if start is None:
        return [line for line, _ in lines]
    start = lines[start][1]
    box = [at > start and boxes.is_box(block) for at, block in enumerate(blocks)]
    # An article goes on after several boxes in a row, but not after the comments or the copyright in one.
    below = [(line, at) for line, at in lines if at >= start and (not box[at] or extent.is_closing(line))]
    end = below[_end([line for line, _ in below])][1]
    inside = [boxes.captions(blocks[at]) if box[at] else joined[at] for at in range(start + 1, end + 1)]
    return [line for each in (*apart[: start + 1], *inside, *apart[end + 1 :]) for line in each]


def _begin(lines: list[str]) -> int | None:
    ratings = [rate(line) for line in lines]
    first = next((at for at, line in enumerate(lines) if not ratings[at] and is_prose(line)), None)
    return None if first is None else extent.begin(lines, ratings, first)


def _end(lines: list[str]) -> int:
    return extent.end(lines, [rate(line) for line in lines], 0)


def _apart(block: list[str], paragraphs: list[str], wrap: int) -> list[str]:
    """Return the lines of a block as a page has them; what is wrapped or a caption stays together."""
    whole = len(block[0]) == 1 or wrapping.is_wrapped(block, wrap) or _is_caption(block)
    return paragraphs if whole else block


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the tidy lines between blank lines; one without a letter or digit (``=====``) parts as well."""
    block: list[str] = []
    for raw in text.splitlines():
        line = (tidy(raw) if len(raw) > LONGEST else _row(raw)) if raw else raw
        if line and (line[0].isalnum() or _WORD.search(line)):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _paragraphs(block: list[str], *, wrap: int, alone: bool = False, sure: bool = False) -> list[str]:
    if len(block) == 1:
        return block
    if len(block[0]) == 1 and block[0].isupper() and block[1][:1].islower() and _is_cut(block[0], block[1]):
        return _paragraphs([block[0] + block[1], *block[2:]], wrap=wrap, alone=alone, sure=sure)
    if _is_caption(block):
        return [" ".join(block[block[0].isdigit() :])]
    if not _is_joined(block, wrap, sure=sure):
        return block
    width = max(map(len, block))
    paragraphs = [[block[0]]]
    for line, (before, fits) in zip(block[1:], zip(block, wrapping.full(block, width), strict=False), strict=True):
        if alone and ends_sentence(before) and not (fits and width <= _NARROW):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return [" ".join(paragraph) for paragraph in paragraphs]


def _is_joined(block: list[str], wrap: int, *, sure: bool) -> bool:
    if max(map(len, block)) > wrapping.WIDEST or not wrapping.is_one(block, wrap):
        return False
    return len(block) > _LONGEST_LIST or wrapping.is_wrapped(block, 0) or not _is_of_page(block, sure=sure)


def _is_caption(block: list[str]) -> bool:
    """Tell whether lines are what stands below a picture, perhaps with its number above and its owner at the end."""
    if len(block) > _LONGEST_CAPTION or any(is_prose(line) for line in block[1:]):
        return False
    return kinds.is_caption(block[0]) or kinds.is_caption(" ".join(block))


def _is_of_page(block: list[str], *, sure: bool) -> bool:
    """Tell whether lines that follow each other may be parts of a page: a menu, a byline, a form, a list of links."""
    ratings = [rate(line) for line in block]
    return (
        SURELY in ratings
        or ratings.count(MAYBE) + sure > 1
        or any(
            is_heading(line) or forms.matches(forms.EDGE, line) or forms.is_menu(line, sure=False) or byline.read(line)
            for line in block
        )
        or any(forms.matches(over, block[0]) for over in (forms.RELATED_OF_PAGE, forms.CONTENTS))
    )


def _is_cut(capital: str, rest: str) -> bool:
    """Tell whether a large first letter was parted from its word; ``A`` and ``I`` may be words themselves."""
    return capital not in "AI" or rest[1:2] == " "
