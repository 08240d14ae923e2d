import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.english.sentences import bounds
from bot.indexing.content import content

PIECES = (
    "the He Mr. Dr. Mrs. St. Smith Smith. J. J.R. U.S. e.g. etc. etc.) 3.5 5. No. no. said. said.\u201d said.') "
    "said.\u201d) said.--And said?! What? What?\u201d \u201cYes \u2018J. (The \u2018A \u2014 \u2026 - * \u2022 ... "
    'end... : ; . ! ? \u00e9t\u00e9. \u00c9t\u00e9 10 [He _She (and sun. Smith? Smith?" It. '
    "a\u00a0b end.\u00a0The x. \u4e2d. A I it's. c's. him_. him_! (so). 5). _. yo'. 1912."
).split(" ")


def _together(texts: list[str]) -> list[list[tuple[int, int]]]:
    found = content(texts)
    spans = list(zip(*(column.tolist() for column in found.sentences()), strict=True))
    starts = found.offsets.tolist()
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    return [
        [(first - start, last - start) for first, last in spans if start <= first < end]
        for start, end in zip(starts, ends, strict=True)
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["He said it. Then he left."],
        ["Mr. Smith left. He came back."],
        ["I saw Mr. Smith", "Then he left."],
        ["It is by J. Smith. He wrote it.", "J. Smith"],
        ["- One is here. It stays - Two is there.", "Here it ends."],
        ["One.", "Two.", "three"],
        ["He spoke to the U.S. Congress. It met at 5 p.m. It was late."],
        ["\u201cYes!\u201d he said. \u201cNo?\u201d She left."],
    ],
)
def test_sentences_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    assert _together(texts) == list(map(bounds, texts))


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4))
def test_no_way_to_begin_or_end_a_chunk_makes_another_sentence(texts: list[str]) -> None:
    assert _together(texts) == list(map(bounds, texts))
