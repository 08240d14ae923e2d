"""Boxes in the midst of a text: a promotion, a newsletter's form, a list of links between two paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.reading import forms
from bot.reading.interface import SURELY, is_heading, is_tool, rate
from bot.reading.kinds import is_caption
from bot.reading.prose import ends_sentence, is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.reading.interface import Rating

_LONGEST = 12
"""A box has no more lines than this."""
_FORM = 2
"""So many lines of an interface are a form, whatever stands between them."""
_HEADINGS = (forms.RELATED_OF_PAGE, forms.BOX)
_COUNT = re.compile(
    r"[\d.,]+[km]? (?:people |others )?(?:posts|shares|views|viewing now|likes|reads|replies|reactions|followers|claps)"
    r"|duration\b.{1,30}",
    re.IGNORECASE,
)
"""A line that counts readers, or the minutes of a video."""


def opens(line: str, rating: Rating) -> bool:
    """Tell whether a line may stand over a list of links, a form or a notice; a sentence only by its own words."""
    if (rating and not is_tool(line)) or forms.matches(forms.EDGE_OF_PAGE, line):
        return True
    return not is_prose(line) and (is_heading(line) or any(forms.matches(box, line) for box in _HEADINGS))


def is_box(block: Sequence[str]) -> bool:
    """Tell whether lines that stand together between two paragraphs are no part of the text."""
    if not 1 < len(block) <= _LONGEST or any(len(line) > forms.LONGEST for line in block):
        return False
    ratings = [rate(line) for line in block]
    rated = sum(rating != 0 for rating in ratings)
    if rated >= max(_FORM, sum(not rating and is_prose(line) for line, rating in zip(block, ratings, strict=True))):
        return True
    return not any(ends_sentence(line) for line in block) and (
        opens(block[0], ratings[0]) or SURELY in ratings or any(_COUNT.fullmatch(line) for line in block)
    )


def captions(block: Sequence[str]) -> list[str]:
    """Return what a box has for the text: the caption of its picture, from the first line of it to the last."""
    at = [number for number, line in enumerate(block) if is_caption(line)]
    return [" ".join(block[at[0] : at[-1] + 1])] if at else []
