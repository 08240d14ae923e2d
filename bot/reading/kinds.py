"""What each line of an article is: its text, the caption of a picture, or a note on who wrote it and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reading import forms
from bot.reading.prose import ends_sentence, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.models import Kind

_LONGEST_CAPTION = 600
_LAST = 3
"""What is said of the writer stands in the last lines."""
_NOTES = 16
"""A heading of notes stands so many lines from the end at most."""
_CLOSING_MARKS = "\"'”’)"
_ROW = 3
"""So many pictures may stand in a row, their captions or a heading beside them."""
_WORDS = 9
"""A heading between paragraphs mostly has fewer words."""


def tell(lines: Sequence[str], writer: str | None, *, sure: bool) -> Iterator[tuple[str, Kind]]:
    """Yield the lines of an article, each with what it is; on what surely is a page, captions may lack an end."""
    last = len(lines) - _LAST
    ends = range(max(0, len(lines) - _NOTES), len(lines))
    over = next((at for at in ends if forms.NOTES.fullmatch(lines[at])), len(lines))
    begun = False
    bare = _bare(lines) if sure else set()
    for at, line in enumerate(lines):
        if at == over and sure and forms.WRITER.fullmatch(line):
            continue
        if (at > over and is_prose(line)) or (at >= last and is_note(line, writer or "")):
            yield line, "note"
        elif is_caption(line) or (begun and at < last and at in bare):
            yield line, "caption"
        else:
            begun = begun or is_prose(line)
            yield line, "body"


def is_note(line: str, writer: str) -> bool:
    """Tell whether a line at the end says something of the article or begins with its writer's name."""
    names = line.split(" ", 2)[:2]
    named = len(names) > 1 and " ".join(names) in writer and all(name[:1].isupper() for name in names)
    return named or forms.NOTE.match(line) is not None


def is_caption(line: str) -> bool:
    """Tell whether a line says itself that it stands below a picture."""
    return len(line) <= _LONGEST_CAPTION and (forms.CAPTION.match(line) is not None or _is_credited(line))


def _is_credited(line: str) -> bool:
    """Tell whether the owner of a picture is named behind the last sentence: ``… in May. (Jane Doe/Agency)``."""
    if not (line[-1].isalnum() or line[-1] in ")]") or line[0] in '"“':  # most lines, and what somebody said
        return False
    return forms.CREDIT.search(line, max(0, len(line) - forms.LONGEST)) is not None


def _bare(lines: Sequence[str]) -> set[int]:
    """Return which lines are captions for all we know; more than a few short lines in a row are a list."""
    found: set[int] = set()
    row: list[int] = []
    for at, line in enumerate([*lines, "."]):
        if at < len(lines) and not (ends_sentence(line) or is_prose(line)):
            row.append(at)
            continue
        if len(row) <= _ROW:
            found.update(each for each in row if _is_bare(lines[each]))
        row = []
    return found


def _is_bare(line: str) -> bool:
    """Tell whether a line between paragraphs is too long for a heading and no sentence: ``Jane Doe at home``."""
    return (
        len(line) <= forms.LONGEST
        and line[0].isupper()
        and (line[-1].isalnum() or line[-1] in _CLOSING_MARKS)
        and not ends_sentence(line)
        and line.count(" ") >= _WORDS - 1
        and line.count(": ") <= 1
    )
