"""Whether a line is text that somebody wrote out: a whole sentence, or longer than any headline."""

from __future__ import annotations

_LONGEST_HEADLINE = 120
_SENTENCE = 40
"""So many characters that end as a sentence does are one."""
_ENDS = tuple(".!?…。！？।؟")
_QUOTES = "\"'”’»)]"


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, closing quotes and brackets aside."""
    return line.endswith(_ENDS) or line[-8:].rstrip(_QUOTES).endswith(_ENDS)


def is_prose(line: str) -> bool:
    """Tell whether a line can only be text: too long for a headline, or a whole sentence."""
    return len(line) > _LONGEST_HEADLINE or (len(line) >= _SENTENCE and ends_sentence(line) and line[-1] not in "?!")
