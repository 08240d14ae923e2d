"""What has the property that a question names: after "population of Lyon?", "it" is Lyon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.clause import parse
from bot.dialogue.phrase import WORD, Phrase

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.dialogue.clause import Clause


def bearer(text: str, strange: Collection[str] = ()) -> Clause:
    """Return a question as one of which "it" is what has a property, where the property cannot be what is meant.

    That is so where the question is nothing but the property ("price of a ticket?"), and where the articles have no
    word for it: who asks for "the GDP of Korea" and is told that they do not mention it goes on about Korea.
    """
    clause = parse(text)
    for inner in clause.phrases:
        outer = _outer(inner, clause)
        if outer is None or outer.human or not (inner.name or inner.determined):
            continue
        bare = clause.form == "other" and outer.start == 0 and not outer.determined and inner.preposition == "of"
        if bare or (strange and _unknown(outer, inner, strange)):
            return parse(text[: outer.start] + inner.text + text[outer.end :])
    return clause


def _outer(inner: Phrase, clause: Clause) -> Phrase | None:
    """Return "the price of the ticket" for "the ticket" in it, "Korea's GDP" for "Korea"."""
    for other in clause.phrases:
        of = inner.preposition == "of" and other.start < inner.start and other.end == inner.end
        owned = other.start == inner.start and other.text[len(inner.text) :].startswith(("'s ", "\u2019s "))
        if of or owned:
            return other
    return None


def _unknown(outer: Phrase, inner: Phrase, strange: Collection[str]) -> bool:
    property_ = outer.text.replace(inner.text, "", 1)
    return any(word.lower() in strange for word in WORD.findall(property_)) and not any(
        word.lower() in strange for word in WORD.findall(inner.text)
    )
