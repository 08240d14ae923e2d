"""What is no word of a question is left out, wherever it may be nothing else."""

from __future__ import annotations

import pytest

from bot.dialogue.noise import quiet


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("um what is Asean again", "what is Asean again"),
        ("Hmm, who wrote it?", "who wrote it?"),
        ("can you uh tell me who won", "can you tell me who won"),
        ("what is, uh, the plan?", "what is, the plan?"),
        ("hey so ummm what is this", "hey so what is this"),
        ("okay and like who wrote it", "okay and who wrote it"),
        ("what is Asean, like, exactly?", "what is Asean, exactly?"),
        ("I mean, who is Moon?", "who is Moon?"),
        ("you know, what did it cost", "what did it cost"),
        ("hmm", "hmm"),
        ("like what?", "like what?"),
        ("What is it like?", "What is it like?"),
        ("Do you know who won?", "Do you know who won?"),
        ("Who works in the ER?", "Who works in the ER?"),
        ('What does "um" mean?', 'What does "um" mean?'),
        ("uh-oh", "uh-oh"),
        ("no, I mean Beta", "no, I mean Beta"),
        ("", ""),
    ],
)
def test_what_speakers_put_between_their_words_is_left_out(text: str, kept: str) -> None:
    assert quiet(text, lambda _sound: 0) == kept


def test_a_sound_that_the_articles_write_of_is_a_word() -> None:
    assert quiet("why do people say um or uh", lambda sound: sound == "um") == "why do people say um or "[:-1]
