"""From the text of a file to its paragraphs: white space tidied, wrapped lines joined, nothing judged yet."""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from bot import byline
from bot.forms import is_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST_WRAP = 120
"""No editor breaks lines later than this (in characters): the end of a longer line ends a paragraph."""
_LONGEST_LIST = 100
"""A menu, a byline or a form has no more lines than this."""
_NARROWEST, _NARROW = 40, 100
"""Text wrapped by hand or by an editor is mostly no narrower and no wider than this."""

# Marks that cannot be seen: controls, soft hyphens, zero-width spaces, byte order marks. Joiners (they shape letters
# and emoji) and the marks that turn the direction of writing stay.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff]+")
_WORD = re.compile(r"[^\W_]")
_ENDS = tuple(".!?…。！？।؟")
_QUOTES = "\"'”’»)]"


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, closing quotes and brackets aside."""
    return line.endswith(_ENDS) or line[-8:].rstrip(_QUOTES).endswith(_ENDS)


def tidy(line: str) -> str:
    """Return a line with each run of white space as one space and without marks that cannot be seen."""
    if line.isprintable():
        return " ".join(line.split()) if "  " in line else line.strip()
    return " ".join(_UNSEEN.sub("", line).split())


def split(text: str) -> tuple[list[str], bool]:
    """Return the paragraphs, which blank lines part, the title as the first; ``False`` where a text has no title.

    The first line is the title, unless it runs on into the next one in the middle of a sentence.
    """
    stream = _blocks(text)
    blocks = list(islice(stream, 3))
    if not blocks:
        return [], False
    first, *rest = blocks[0]
    titled = True
    if rest and rest[0][:1].islower() and len(first) > len(rest[0]) / 2 and not byline.read(rest[0]):
        titled = not ends_sentence(rest[-1])
    elif rest and not is_sign(first):
        blocks[:1] = [[first], rest]
    alone = len(blocks) == 2  # noqa: PLR2004 (a title and one block: no blank line parts the paragraphs)
    return [each for block in chain(blocks, stream) for each in _paragraphs(block, alone=alone)], titled


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the tidy lines between blank lines; one without a letter or digit (``=====``) parts as well."""
    block: list[str] = []
    for raw in text.splitlines():
        line = tidy(raw) if raw else raw
        if line and (line[0].isalnum() or _WORD.search(line)):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _paragraphs(block: list[str], *, alone: bool) -> list[str]:
    if len(block) == 1:
        return block
    width = max(map(len, block))
    if width > _WIDEST_WRAP:
        return block
    full = [len(line) + 1 + len(after.partition(" ")[0]) > width for line, after in pairwise(block)]
    wrapped = width >= _NARROWEST and all(full)
    if not wrapped and len(block) <= _LONGEST_LIST and any(is_sign(line) or byline.read(line) for line in block):
        return block
    paragraphs = [[block[0]]]
    for line, (before, fits) in zip(block[1:], zip(block, full, strict=False), strict=True):
        if alone and ends_sentence(before) and not (fits and width <= _NARROW):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return [" ".join(paragraph) for paragraph in paragraphs]
