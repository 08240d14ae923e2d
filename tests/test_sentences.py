"""Where a sentence's end is clear Punkt is not asked; what comes out is what Punkt would say."""

from __future__ import annotations

import pytest
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from bot.english.sentences import _ABBREVIATIONS, _STARTERS, sentences
from bot.models import Span

TEXTS = [
    "One. Two! Three? Four.",
    'He said "Go." She went. "Why?" he asked. Nobody knew.',
    "\u201cYes!\u201d he said. \u2018No.\u2019 Then it rained.",
    "Dr. Smith met Mr. Jones of Acme Inc. in Washington D.C. on Jan. 5. They spoke.",
    "The U.S. economy grew 3.5 percent. Growth was fast in the U.S. Exports rose.",
    "Wait... What? It cost $1,000.50. Really?! Yes.",
    "See p. 5. See fig. 2. The end (at last). [Note.] More.",
    "John F. Kennedy spoke. J. R. R. Tolkien wrote. I. Then more.",
    "It ended.\u00a0Next began.  Two spaces. \n A new line.",
    "no capitals here. none at all. still none.",
    "\u0395\u03bd\u03b1. \u0394\u03cd\u03bf. \u041e\u0434\u0438\u043d. \u0414\u0432\u0430. Stop.",
    "A.B. Smith! B. C. D. e. F? g",
    "It was _his_. He said (so). She can't. That\u2019s all it\u2019s. In 1912. See (5). What 'that'? _Him_! Here.",
    "...",
    "?",
]


def by_punkt(text: str) -> list[Span]:
    """Return the sentences as NLTK's own Punkt has them, what begins small joined to what is before it."""
    parameters = PunktParameters()
    parameters.abbrev_types.update(_ABBREVIATIONS)
    parameters.sent_starters.update(_STARTERS)
    spans: list[Span] = []
    for start, end in PunktSentenceTokenizer(parameters).span_tokenize(text):
        if spans and text[start].islower():
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_are_those_of_punkt(text: str) -> None:
    assert sentences(text) == by_punkt(text)


def test_an_empty_text_has_no_sentence() -> None:
    assert sentences("") == []


def test_no_sentence_begins_with_a_dash() -> None:
    text = "HOLM, Okla. \u2014 June 3 \u2014 The mills open. \u2013 It rained."
    assert len(sentences(text)) == 1


def test_each_item_of_a_list_is_a_sentence() -> None:
    text = "- Repair it - cheaply (\u00a32 million) - Replace it. At once. - 3 new lanes"
    told = [text[span.start : span.end] for span in sentences(text)]
    assert told == ["Repair it - cheaply (\u00a32 million)", "Replace it.", "At once.", "3 new lanes"]
