from __future__ import annotations

import pytest

from bot.dialogue.conversation import answer, bare, intent, strip_courtesy
from bot.models import Article, Paragraph

SAID = {
    "greeting": ["hi there!", "Hello", "good morning", "hey", "hello hello", "Nice to meet you"],
    "thanks": [
        "thank you, you're great",
        "you are very smart",
        "I love this bot!",
        "That was great, thank you so much!",
        "thx",
        "thanks!",
        "Thank you very much for your help!",
        "cheers",
        "great answer",
        "cool, thanks",
        "haha thanks",
    ],
    "noted": [
        "ok",
        "Okay, cool.",
        "lol",
        "LOL!",
        "hahaha",
        "hmm",
        "wow",
        "I see",
        "makes sense",
        "never mind",
        "\U0001f44d",
        "\U0001f602\U0001f602",
        ":-)",
    ],
    "goodbye": ["ok thanks bye", "Goodbye!", "see you later", "that's all for now", "have a nice day"],
    "wellbeing": ["how are you?", "How's it going?", "what's up"],
    "identity": [
        "who are you?",
        "Are you a robot?",
        "what's your name",
        "are you human or a machine?",
        "Who made you?",
    ],
    "help": [
        "help",
        "what can you do?",
        "what can I ask",
        "Hi, what can you do for me?",
        "how does this work?",
        "???",
        "please",
        "I don't know what to ask",
        "yes",
    ],
    "unclear": [
        "I don't understand",
        "i dont get it",
        "can you say it simpler?",
        "Could you put that in other words?",
        "that's too complicated for me",
        "explain like I'm five",
        "what do you mean by that?",
    ],
    "doubted": [
        "are you sure?",
        "are you really sure about that",
        "How do you know that?",
        "can I trust you?",
        "Is that true?",
        "is that really so",
        "is it right?",
        "really?",
        "Seriously?!",
        "Are you kidding me?",
        "I doubt that",
        "true?",
    ],
    "shown": [
        "Where does it say that?",
        "where does the article say so?",
        "Where is that written?",
        "show me the passage",
        "Which paragraph is that in?",
        "can you show me the source?",
        "where did you get that from?",
        "prove it",
        "quote?",
        "evidence?",
    ],
    "complaint": [
        "That's wrong",
        "that is not what I asked",
        "no, that's not right!",
        "you are stupid",
        "wrong answer",
        "You didn't answer my question",
        "that doesn't make sense",
        "this is useless, you didnt answer my question",
        "no! that's wrong and it doesn't help",
    ],
    "articles": [
        "Which articles are there?",
        "list the articles",
        "please list all the articles you have",
        "How many articles do you have?",
        "how many texts are there here",
        "What topics do you cover?",
        "which subjects can I ask about?",
        "what are the articles about?",
        "What are the titles of the articles?",
        "show me a list of all articles",
        "Do you have any other articles?",
    ],
    "about": [
        "What is this article about?",
        "whats this about",
        "whats this even about",
        "what's it about",
        "summarise it",
        "Summarize",
        "tl;dr",
        "give me a summary",
        "can you summarize the article please",
        "Could you give me a short overview of this text?",
        "what are the main points?",
        "what's the article's main idea?",
        "What does the article say?",
        "main idea of the text",
        "Give me the main point in one sentence",
        "and what is the main message of this article in a few words?",
        "tell me something interesting",
        "Give me a summary in two sentences",
        "In one sentence, what is the article about?",
        "Summarise the text briefly",
    ],
    "author": [
        "who wrote it?",
        "Who wrote this?",
        "who wrote this op-ed?",
        "who is the author of this article",
        "who's the writer?",
        "the author?",
        "who was it written by",
        "what is the author's name",
        "Who is credited in the byline?",
        "whose name is on the byline?",
        "Under whose name was it posted on this website?",
        "who posted this on the site?",
        "Whose name is in the byline under the title?",
        "Whose name is given in the byline at the top of the article?",
        "byline",
    ],
    "published": ["when was it published?", "When was this article published?", "what's the date of this article?"],
    "length": [
        "how long is it?",
        "how many words does it have?",
        "how long does it take to read?",
        "How many minutes does it take to read the article?",
        "reading time",
        "reading time of article",
        "is it long?",
    ],
    "extract": [
        "Summarise paragraph 3",
        "What does the last paragraph say?",
        "what is the second paragraph about?",
        "What is the first sentence?",
        "last sentence of paragraph 9",
        "and what about paragraph five?",
        "what is said in the 4th paragraph of the article",
        "How does the article begin?",
    ],
    "conclusion": ["What is the conclusion?", "what does the author conclude?", "How does the article end?"],
    "phone": [
        "What's the phone number?",
        "phone number",
        "who do I call?",
        "What number should I call to book a room?",
    ],
    "email": ["what's the email address", "e-mail", "Is there an email address?", "how can I email you"],
    "contact": ["How can I contact them?", "contact", "How do I get in touch with you?", "contact details please"],
    "title": ["what is the title?", "What's the headline of this article?", "what is this article called?"],
    "credit": [
        "whose photo is it?",
        "photo credit?",
        "who owns the photo?",
        "who took or supplied the photo",
        "who gets the photo credit?",
        "What is the source of the photo?",
    ],
    "picture": [
        "what can we see in the picture?",
        "Which company is shown in the photo?",
        "Who is pictured in the photo?",
        "Who is in the photo?",
        "what does the image show",
        "Tell me about the picture",
        "Where was the photo taken?",
        "when was the picture made",
        "Which city is the picture in?",
        "In which country was the photo taken",
        "where is the photo from",
    ],
    "source": [
        "where does it come from?",
        "source?",
        "who published it?",
        "where was this article published?",
        "Which newspaper did this appear in?",
        "Which newspaper first printed this?",
        "In what magazine was this article first published?",
        "which paper printed it?",
        "From which newspaper is the article taken?",
    ],
}
CASES = [(text, name) for name, texts in SAID.items() for text in texts]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_what_is_said_to_the_bot_is_understood(text: str, name: str) -> None:
    assert intent(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Hello, what is Korea doing in Malaysia?",
        "thanks! and in Thailand?",
        "ok, why?",
        "lol, who is Moon?",
        "Interesting facts",
        "\u8c01\u662f\u4e3b\u4eba",
        "good question, but who is Moon?",
        "What is Industry 4.0?",
        "What does the article say about Korea?",
        "Who wrote the AEC 2025 vision?",
        "Who is the author of the plan?",
        "When was the term coined?",
        "What is the point of creative destruction?",
        "How long is the Mekong?",
        "What is the title of the president?",
        "Is there a summary of labor costs?",
        "What are the main points of the vision?",
        "right of way in Korea?",
        "Where does the demand come from?",
        "What is the image of Korea in Asia?",
        "Who took the picture of the bridge?",
        "what's your favourite colour?",
        "why?",
        "help for poor countries",
        "Are you sure that prices rise?",
        "What was the first sentence of the court?",
        "What is the conclusion of the study?",
        "Which paragraph of the law was changed?",
        "Is it wrong to sell tickets twice?",
        "how do you know when bread is done",
        "what do you mean by digital economy",
        "How does the film end?",
        "Who says that prices rise?",
        "tell me something about Korea",
        "what is the main idea behind the plan",
        "Is it true that prices rise?",
        "is it really a lake",
        "Where does the mayor say that?",
        "Where is the word written?",
        "where was it found?",
        "What evidence is there?",
        "Which paragraph of the law says so?",
        "How many articles does the treaty have?",
        "Which articles are exported?",
        "What topics does the summit cover?",
        "How many stories does the tower have?",
    ],
)
def test_real_question_is_never_taken_for_talk(text: str) -> None:
    assert intent(text) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hello, what is Korea doing in Malaysia?", "what is Korea doing in Malaysia?"),
        ("Hi, can you tell me what Korea does?", "what Korea does?"),
        ("please tell me who Moon is", "who Moon is"),
        ("thanks! and in Thailand?", "and in Thailand?"),
        ("ok thanks. so why?", "why?"),
        ("I'd like to know when the term was coined", "when the term was coined"),
        ("Do you know how many countries are in Asean?", "how many countries are in Asean?"),
        ("What is Korea doing in Malaysia, please?", "What is Korea doing in Malaysia?"),
        ("where is the summit? Thanks in advance!", "where is the summit? Thanks in advance!"),
        ("where is the summit? thank you", "where is the summit?"),
        ("What is Industry 4.0?", "What is Industry 4.0?"),
        ("May members vote as they please?", "May members vote as they please?"),
        ("Thanks!", "Thanks!"),
        ("please", "please"),
        ("Right of way in Korea", "Right of way in Korea"),
        ("Well water in Korea", "Well water in Korea"),
        ("If you don't mind, what is Asean?", "what is Asean?"),
        ("What is Asean, if you don't mind?", "What is Asean?"),
        ("Kindly let me know what Asean is", "what Asean is"),
        ("In the text, who is Moon?", "who is Moon?"),
        ("In the text box, who types?", "In the text box, who types?"),
        ("I was wondering if you could tell me what Asean is", "what Asean is"),
        ("I would be grateful if you told me who won", "who won"),
        ("I have a question: who is Moon?", "who is Moon?"),
        ("", ""),
    ],
)
def test_courtesies_around_a_question_are_left_out(text: str, kept: str) -> None:
    assert strip_courtesy(text) == kept


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("tell me when it was built", "when was it built"),
        ("Kindly let me know what Asean is", "what is Asean"),
        ("please tell me who won", "who won"),
        ("when it was built", "when it was built"),
        ("I was wondering since when Orlan has been growing.", "since when has Orlan been growing."),
        ("do you know by whom the bridge was built", "by whom was the bridge built"),
        ("Can you tell me in which year the mill was closed?", "in which year was the mill closed?"),
        ("I'd like to know at what age she died", "at what age she died"),
        ("I wonder in the meantime", "I wonder in the meantime"),
    ],
)
def test_what_is_told_to_be_asked_is_asked_directly(text: str, asked: str) -> None:
    assert bare(text) == asked


def _article(**known: str) -> Article:
    paragraphs = (
        Paragraph("a", 1, "The river rose by a metre."),
        Paragraph("a", 2, "Two bridges were closed."),
        Paragraph("a", 3, "The writer is an engineer.", "note"),
    )
    return Article("a", "High Water", paragraphs, **known)


@pytest.mark.parametrize(
    ("name", "known", "status", "words"),
    [
        ("about", {}, "answered", "The river rose by a metre."),
        ("author", {"byline": "By Ann Lee"}, "answered", "By Ann Lee"),
        ("author", {}, "answered", "The writer is an engineer."),
        ("published", {"published": "3 May 2021"}, "chat", "3 May 2021"),
        ("published", {}, "unanswered", "does not say when"),
        ("source", {"source": "https://news.example/water"}, "chat", "https://news.example/water"),
        ("source", {}, "unanswered", "does not say where"),
        ("source", {"byline": "By Ann Lee, The Port Herald"}, "answered", "The Port Herald"),
        ("source", {"byline": "By Ann Lee, who writes for The Port Herald"}, "unanswered", "does not say where"),
        ("length", {}, "chat", "15 words in 3 paragraphs: about a minute"),
        ("length", {"reading": "2 min read"}, "chat", "this reading time: 2 min read"),
        ("title", {}, "chat", "High Water"),
        ("picture", {}, "unanswered", "does not say what a picture shows"),
        ("credit", {}, "unanswered", "does not say whose picture it is"),
        ("greeting", {}, "chat", "High Water"),
        ("noted", {}, "chat", "High Water"),
        ("unclear", {}, "chat", "High Water"),
        ("doubted", {}, "chat", "High Water"),
        ("shown", {}, "chat", "High Water"),
        ("complaint", {}, "chat", "High Water"),
        ("conclusion", {}, "answered", "Two bridges were closed."),
        ("phone", {}, "unanswered", "does not say what number to call"),
        ("email", {}, "unanswered", "does not say where to write to"),
    ],
)
def test_article_itself_is_answered_from_what_is_known(
    name: str, known: dict[str, str], status: str, words: str
) -> None:
    said = answer(name, [_article(**known)])  # type: ignore[arg-type] # the table holds intents
    assert said.status == status
    assert words in said.text


@pytest.mark.parametrize(
    ("name", "text", "kind", "marked"),
    [
        ("author", "Written by Ann de Lee, The Port Herald", "byline", "Ann de Lee"),
        ("author", "(Ann Lee, The writer is an engineer.)", "note", "Ann Lee"),
        ("author", "The writer is an engineer.", "note", None),
        ("source", "By Ann Lee, The Port Herald", "byline", "The Port Herald"),
        ("credit", "The harbour of Holm in June. (Port Herald/File)", "caption", "Port Herald/File"),
        ("credit", "The harbour of Holm. Photo: Ida Krag", "caption", "Ida Krag"),
        ("credit", "The harbour (left) of Holm.", "caption", None),
    ],
)
def test_what_answers_is_marked_in_what_is_known_of_the_article(
    name: str, text: str, kind: str, marked: str | None
) -> None:
    said = answer(name, [Article("a", "Water", (Paragraph("a", 1, text, kind),))])  # type: ignore[arg-type] # as above
    assert (said.text[said.mark.start : said.mark.end] if said.mark else None) == marked


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("phone", "Call 01632 960 415 to book."),
        ("email", "Write to hall@holm.example."),
        ("contact", "Write to hall@holm.example."),
    ],
)
def test_how_to_get_in_touch_is_told_by_the_sentence_that_has_it(name: str, told: str) -> None:
    text = "The hall of 1907-2019 has 1200 200 seats. Write to hall@holm.example. Call 01632 960 415 to book."
    said = answer(name, [Article("a", "Hall", (Paragraph("a", 1, text),))])  # type: ignore[arg-type] # as above
    assert said.text == told
    assert said.part is not None
    assert text[said.part.start : said.part.end].strip() == told


@pytest.mark.parametrize(("name", "known"), [("published", {}), ("source", {})])
def test_refusal_shows_no_paragraph(name: str, known: dict[str, str]) -> None:
    assert answer(name, [_article(**known)]).paragraphs == ()  # type: ignore[arg-type] # the table holds intents


def test_picture_is_told_by_its_caption() -> None:
    article = Article(
        "a", "High Water", (*_article().paragraphs, Paragraph("a", 4, "A boat in Main Street.", "caption"))
    )
    assert answer("picture", [article]).text == "A boat in Main Street."


def test_author_is_shown_by_the_byline_and_the_note_on_the_writer() -> None:
    said = answer("author", [_article(byline="By Ann Lee")])
    assert [paragraph.number for paragraph in said.paragraphs] == [0, 3]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "I have one article: “High Water”."),
        (2, "I have 2 articles: “High Water” and “High Water”."),
        (3, "I have 3 articles: “High Water”, “High Water” and “High Water”."),
        (
            1200,
            "I have 1,200 articles, among them “High Water”, “High Water”, “High Water”, “High Water”, “High Water”.",
        ),
    ],
)
def test_how_many_articles_there_are_is_told_with_the_titles_of_some(count: int, words: str) -> None:
    said = answer("articles", [_article()] * count)
    assert (said.status, said.paragraphs) == ("chat", ())
    assert said.text.startswith(words)


def test_question_about_the_article_needs_one_article() -> None:
    said = answer("about", [_article(), _article()])
    assert (said.status, said.paragraphs) == ("chat", ())
    assert said.text.startswith("I have 2 articles: \u201cHigh Water\u201d and")


RIVER = (
    Paragraph("a", 1, "A boat in Main Street.", "caption"),
    Paragraph("a", 2, "Nobody slept that night. Few will forget it."),
    Paragraph("a", 3, "The fire brigade of the town had been called long before, from several villages around."),
    Paragraph("a", 4, "High water came at two. Old bridges gave way."),
    Paragraph("a", 5, "It fell at noon, an hour before the second wave. All is dry now."),
    Paragraph("a", 6, "Was this helpful? Yes No"),
    Paragraph("a", 7, "The writer is an engineer.", "note"),
)


@pytest.mark.parametrize(
    ("asked", "numbers", "words"),
    [
        ("paragraph 1", [1], "A boat in Main Street."),
        ("what is the first paragraph about", [2], "Nobody slept that night. Few will forget it."),
        ("What does the last paragraph say?", [5], "It fell at noon, an hour before the second wave. All is dry now."),
        ("Summarise paragraph four", [4], "High water came at two. Old bridges gave way."),
        ("What does the 4th paragraph say?", [4], "High water came at two. Old bridges gave way."),
        ("the first sentence", [2], "Nobody slept that night."),
        ("the second sentence", [2], "Few will forget it."),
        ("the last sentence", [5], "All is dry now."),
        ("the last sentence of paragraph 4", [4], "Old bridges gave way."),
        ("How does the article begin?", [2], "Nobody slept that night. Few will forget it."),
        ("paragraph 8", [], "The article has 7 paragraphs, and no such part."),
        ("the third sentence of paragraph 4", [], "The article has 7 paragraphs, and no such part."),
        ("paragraph 99999999999", [], "The article has 7 paragraphs, and no such part."),
    ],
)
def test_part_is_told_by_its_place(asked: str, numbers: list[int], words: str) -> None:
    said = answer("extract", [Article("a", "High Water", RIVER)], asked)
    assert ([paragraph.number for paragraph in said.paragraphs], said.text) == (numbers, words)


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("High water takes old bridges", [2, 4]),  # of which the opening says nothing
        ("Nobody slept", [2, 3]),
        ("Fire", [2, 3]),
    ],
)
def test_summary_speaks_of_what_the_title_names(title: str, numbers: list[int]) -> None:
    said = answer("about", [Article("a", title, RIVER)])
    assert [paragraph.number for paragraph in said.paragraphs] == numbers
    assert said.text.startswith("Nobody slept")
    assert ("\n" in said.text) == (numbers == [2, 4])
