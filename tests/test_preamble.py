"""What is told before or after a question is left out, where the question says itself what it is about."""

from __future__ import annotations

import pytest

from bot.dialogue.preamble import strip_preamble


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("What is The Frame?", "What is The Frame?"),
        ("I am 74. Could you tell me what the picture is called?", "Could you tell me what the picture is called?"),
        ("what does industry 4.0 mean? i need two sentences for school", "what does industry 4.0 mean?"),
        ("Dear Mr. Smith, where is the new bridge?", "Dear Mr. Smith, where is the new bridge?"),
        ("My son asked me.\nwho built the first robot", "who built the first robot"),
        ("I sell robots in Hanoi. Is there anything for me?", "I sell robots in Hanoi. Is there anything for me?"),
        ("Moon won the election. What did he promise voters?", "Moon won the election. What did he promise voters?"),
        ("I read a lot. Did Moon say what he promised?", "Did Moon say what he promised?"),
        ("I do business in Lyon, what did they offer for Malta?", "what did they offer for Malta?"),
        ("My boss met Moon, what did he promise voters?", "My boss met Moon, what did he promise voters?"),
        ("In Lyon, what did they offer?", "In Lyon, what did they offer?"),
        ("Who wrote this book? Where was the book printed?", "Who wrote this book? Where was the book printed?"),
        ("Big words. A small town.", "Big words. A small town."),
        ("what is it made of. i need it for school. thx", "what is it made of. i need it for school. thx"),
        ("what do the robots make. i need it for school. thx", "what do the robots make."),
        ("what do robots do in korea vs. japan", "what do robots do in korea vs. japan"),
        ("what does st. albans cathedral show. thx", "what does st. albans cathedral show."),
        ("Have you read it? What do the robots make?", "What do the robots make?"),
        ("As a driver in Lyon I want to know which bridges are closed.", "which bridges are closed."),
        ("My pupils ask what drives the mill. What does the article say?", "what drives the mill."),
        ("I'd like to know how it works.", "I'd like to know how it works."),
        ("What does the article say?", "What does the article say?"),
        ("...", "..."),
        ("", ""),
    ],
)
def test_the_sentence_that_asks_is_kept(text: str, kept: str) -> None:
    assert strip_preamble(text) == kept
