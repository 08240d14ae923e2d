"""What is told before or after a question is left out, where the question says itself what it is about."""

from __future__ import annotations

import pytest

from bot.dialogue.hearsay import checked
from bot.dialogue.preamble import of_the_reader, strip_preamble


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
        ("hi! i have to write about Lyon, can you help me?", "can you help me?"),
        ("Can you help me? What does a flat cost in Lyon?", "What does a flat cost in Lyon?"),
        ("How are you? What do the robots make?", "What do the robots make?"),
        ("I am new here. Who is Moon?", "Who is Moon?"),
        ("For my homework: who is Moon?", "who is Moon?"),
        ("Quick question: where is the mill?", "where is the mill?"),
        ("Lyon: where is the mill?", "Lyon: where is the mill?"),
        ("A mill: what is it?", "A mill: what is it?"),
        ("I'm checking a quote: what did the mayor say?", "what did the mayor say?"),
        ("explain the mill to me, I am 14", "explain the mill to me"),
        ("Who wrote this, because we need it for school?", "Who wrote this"),
        ("What did she say, I have no idea, of Lyon?", "What did she say, I have no idea, of Lyon?"),
        ("I have a shop in Lyon, what could be good for me?", "I have a shop in Lyon, what could be good for me?"),
        ("We sell tools. What is planned for our town?", "We sell tools. What is planned for our town?"),
        ("I'd like to write to you. How long may my letter be?", "How long may my letter be?"),
        ("...", "..."),
        ("", ""),
    ],
)
def test_the_sentence_that_asks_is_kept(text: str, kept: str) -> None:
    assert strip_preamble(text) == kept


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I am from Malta. What is planned for my country?", "I am from Malta. What is planned for Malta?"),
        ("We live in New Lyon, is our town affected?", "We live in New Lyon, is New Lyon affected?"),
        ("I'm from the Alps. What grows in my region?", "I'm from the Alps. What grows in the Alps?"),
        ("As a student from Malta, what can my country do?", "As a student from Malta, what can Malta do?"),
        ("What is planned for my country?", "What is planned for my country?"),
        ("I am from Malta. What is planned in my country, Gozo?", "I am from Malta. What is planned in Gozo?"),
        ("I am from Malta. What does my ticket cost?", "I am from Malta. What does my ticket cost?"),
    ],
)
def test_the_place_that_is_the_readers_is_named(text: str, asked: str) -> None:
    assert of_the_reader(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I was wondering, my son told me that prices rose, is that true?", "prices rose?"),
        ("My teacher says Malta was rich. Is this right?", "Malta was rich?"),
        ("I heard that Moon resigned, is it true?", "Moon resigned?"),
        ("Is it true that prices rose?", "Is it true that prices rose?"),
        ("Prices rose, is that true?", "Prices rose, is that true?"),
    ],
)
def test_what_readers_were_told_is_asked(text: str, asked: str) -> None:
    assert checked(text) == asked
