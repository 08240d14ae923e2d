"""All lines of a list, where a question asks for what its heading says and for none of them more than for another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.headings import lines

if TYPE_CHECKING:
    from bot.evidence import Evidence
    from bot.index import Index
    from bot.query import Query


def listed(query: Query, best: Evidence, index: Index) -> list[Evidence]:
    """Return the lines of the list that evidence stands in, in order, where its heading alone says the question.

    "What are the opening hours?" asks for those of each day, "when is it open on Sunday?" for one line. There are none
    where evidence is in no list.
    """
    heading, own = best.heading, index.passage(best.paragraph).terms
    if (
        not heading
        or any(term.is_said(own) for term in query.terms)
        or not all(term.term in heading or term.nearest(heading) for term in query.terms)
    ):
        return []
    return [replace(best, paragraph=line, sentence=0, beside=None) for line in lines(best.paragraph, index)]
