"""The labels that the product is measured with: are they in the article, and are the two halves alike?"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "corpus" / "shaping-asean-korea-digital-partnership.txt"
NAMES = ("tuning", "heldout", "other_topics")
FIELDS = {
    "question",
    "history",
    "kind",
    "unanswerable",
    "answers",
    "paragraph",
    "standalone",
    "standalone_has",
}

Entry: TypeAlias = dict[str, Any]


def read(name: str) -> list[Entry]:
    lines = (HERE / "questions" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def paragraphs() -> list[str]:
    """Split the file by hand, so that a fault of the reader cannot hide a wrong label."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", ARTICLE.read_text("utf-8"))]
    byline = next(i for i, block in enumerate(blocks) if block.startswith("Written by"))
    return blocks[byline : blocks.index("Leave a Reply")]


def places(entry: Entry) -> list[int]:
    place = entry["paragraph"]
    return place if isinstance(place, list) else [place]


def holds(text: str, answer: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text) is not None


def folded(entry: Entry) -> str:
    turns = " | ".join([*entry.get("history", []), entry["question"]])
    return re.sub(r"[^\w|]+", " ", turns.casefold()).strip()


def mix(entries: list[Entry]) -> Counter[tuple[str, bool]]:
    return Counter((entry["kind"], entry.get("unanswerable", False)) for entry in entries)


def unfit(fits: Callable[[Entry], bool]) -> list[str]:
    """Return which entries of any set are not as they should be; a case for each would cost more than it tells."""
    return [f"{name} {at}: {entry}" for name in NAMES for at, entry in enumerate(read(name), 1) if not fits(entry)]


def test_paragraphs_are_numbered_from_the_byline() -> None:
    texts = paragraphs()
    assert texts[0].startswith("Written by Jurnalis Industri")
    assert texts[1].startswith("Since the term")
    assert texts[16].startswith("Reflecting the potential benefits")
    assert texts[-1] == texts[20]
    assert texts[20].startswith("(Kim Young-sun")


def test_answers_stand_in_the_paragraphs_named() -> None:
    texts = paragraphs()

    def stands(entry: Entry) -> bool:
        if entry.get("unanswerable"):
            return entry["answers"] == [] and "paragraph" not in entry
        named = [texts[number] for number in places(entry)]
        return (
            bool(entry["answers"])
            and all(any(holds(text, answer) for text in named) for answer in entry["answers"])
            and all(any(holds(text, answer) for answer in entry["answers"]) for text in named)
        )

    assert unfit(stands) == []


def test_entries_have_the_form_that_is_described() -> None:
    def is_formed(entry: Entry) -> bool:
        kind = entry["kind"]
        return (
            set(entry) <= FIELDS
            and 1 <= len(entry["question"].strip()) <= 500
            and len(set(entry["answers"])) == len(entry["answers"])
            and (kind == "followup") == bool(entry.get("history"))
            and (
                kind not in {"answerable", "unanswerable"} or entry.get("unanswerable", False) == (kind != "answerable")
            )
            and entry.get("standalone", entry["question"]) == entry["question"]
        )

    assert unfit(is_formed) == []


def test_no_question_is_asked_twice() -> None:
    asked = Counter(folded(entry) for name in NAMES for entry in read(name))
    assert [question for question, times in asked.items() if times > 1] == []


def test_both_halves_have_much_the_same_mix() -> None:
    one, other = mix(read("tuning")), mix(read("heldout"))
    assert one.keys() == other.keys()
    assert all(abs(one[kind] - other[kind]) <= max(5, 0.08 * one[kind]) for kind in one)


def test_both_halves_together_ask_about_every_paragraph() -> None:
    entries = [entry for entry in read("tuning") + read("heldout") if "paragraph" in entry]
    assert {number for entry in entries for number in places(entry)} == set(range(len(paragraphs())))


def test_other_topics_have_no_answer() -> None:
    assert all(entry["kind"] == "unanswerable" for entry in read("other_topics"))
