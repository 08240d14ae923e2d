"""What of a file is the article: one table of whole pages, one of lines that must stay, and hostile input."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus import shipped
from bot.models import Article
from bot.reading.page import parse

ROW = "Row on, row on, across the silver water of the bay."
ONE = "The harbour was closed for two days while divers searched the wreck for survivors and fuel leaks."
TWO = "Officials said that the cost of the repairs would not be known before the end of the summer season."
THREE = "Fishing boats have since returned, although two of the piers remain out of bounds to the public."


@dataclass(frozen=True)
class Page:
    behaviour: str
    text: str
    title: str
    kept: tuple[str, ...]
    byline: str | None = None
    published: str | None = None
    source: str | None = None
    kinds: str | None = None
    name: str = "some-file"


def lines(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


PAGES = [
    Page("a bare article keeps all", lines("Harbour", ONE, TWO, THREE), "Harbour", (ONE, TWO, THREE)),
    Page(
        "a heading in the body stays a paragraph of its own",
        lines("Harbour", "History", ONE, "Opinion", TWO),
        "Harbour",
        ("History", ONE, "Opinion", TWO),
    ),
    Page("a section's name may be a title", lines("Science", "Early work", ONE), "Science", ("Early work", ONE)),
    Page(
        "a poem keeps its stanzas",
        "The Sea\n\nThe sea is wide\nthe sea is deep\n\nIt sings to me\nwhen I would sleep\n",
        "The Sea",
        ("The sea is wide the sea is deep", "It sings to me when I would sleep"),
    ),
    Page(
        "a refrain is no teaser",
        lines("Song", ROW, ONE, ROW),
        "Song",
        (ROW, ONE, ROW),
    ),
    Page(
        "a list of words that buttons also use keeps all",
        lines("Words to learn", "Home", "Share", "Print", "Comments", "Search", "3 comments"),
        "Words to learn",
        ("Home", "Share", "Print", "Comments", "Search", "3 comments"),
    ),
    Page(
        "questions and answers",
        lines("Ask the mayor", "Q: Will the harbour open?", "A: Yes.", "Q: When?", "A: In May, we hope."),
        "Ask the mayor",
        ("Q: Will the harbour open?", "A: Yes.", "Q: When?", "A: In May, we hope."),
    ),
    Page(
        "short paragraphs",
        lines("End", "He left.", "She stayed.", "The end"),
        "End",
        ("He left.", "She stayed.", "The end"),
    ),
    Page("one paragraph", lines("Harbour", ONE), "Harbour", (ONE,)),
    Page("one long line is text, not a title", ONE + " " + TWO, "Old harbour", (ONE + " " + TWO,), name="old-harbour"),
    Page(
        "an article about newsletters and comments keeps its sentences",
        lines(
            "How newsletters work",
            "Subscribe to our newsletter is what every site says, and few readers do so more than once in a year.",
            "Leave a Reply",
            "Forms of that name stand under most posts; the readers who use them are one in a thousand at best.",
            "We use cookies to count them, says the editor of a small paper in the north of the country.",
            "Read more books, she says. Share this advice with your friends.",
            "By Monday the list had grown to ten thousand names.",
        ),
        "How newsletters work",
        (
            "Subscribe to our newsletter is what every site says, and few readers do so more than once in a year.",
            "Leave a Reply",
            "Forms of that name stand under most posts; the readers who use them are one in a thousand at best.",
            "We use cookies to count them, says the editor of a small paper in the north of the country.",
            "Read more books, she says. Share this advice with your friends.",
            "By Monday the list had grown to ten thousand names.",
        ),
    ),
    Page(
        "a first paragraph that begins with By is no byline",
        lines("Tide", "By noon the water was gone.", "By keeping the gates shut the town saved itself", ONE),
        "Tide",
        ("By noon the water was gone.", "By keeping the gates shut the town saved itself", ONE),
    ),
    Page(
        "paragraphs parted by single line ends",
        f"Harbour\n{ONE} {TWO}\n{TWO} {ONE}\nWhat is next\n{THREE} {TWO}\n",
        "Harbour",
        (f"{ONE} {TWO}", f"{TWO} {ONE}", "What is next", f"{THREE} {TWO}"),
    ),
    Page(
        "short paragraphs parted by single line ends",
        f"Harbour\n{ONE}\n{TWO} More soon.\n{THREE}\n",
        "Harbour",
        (ONE, f"{TWO} More soon.", THREE),
    ),
    Page(
        "wrapped lines are joined, Windows line ends, a byte order mark and an underlined title",
        "\ufeffHarbour\r\n=======\r\n\r\nThe harbour was closed for two days while\r\n"
        "divers searched the wreck for survivors.\r\n\r\n\r\n* * *\r\n\r\nBoats have\r\nreturned.\r\n",
        "Harbour",
        ("The harbour was closed for two days while divers searched the wreck for survivors.", "Boats have returned."),
    ),
    Page(
        "a wrapped text with no blank line but the title's",
        "Harbour\n\nThe harbour was closed for two days while\ndivers searched the wreck for survivors. A\nthird.\n",
        "Harbour",
        ("The harbour was closed for two days while divers searched the wreck for survivors. A third.",),
    ),
    Page(
        "a text without a title is not torn apart",
        "The harbour of the old town was closed for two days\nwhile divers searched the wreck for survivors.\n\n" + TWO,
        "Old town",
        ("The harbour of the old town was closed for two days while divers searched the wreck for survivors.", TWO),
        name="old-town",
    ),
    Page(
        "a news page: breadcrumb, byline, shares, caption, related links, newsletter, copyright",
        lines(
            "Skip to main content",
            "Home > World > Europe",
            "Divers search harbour wreck",
            "By Jane Doe and John Q. Public, Staff Writers",
            "Published 14 March 2024, 10:32 GMT",
            "Share this article\nFacebook\nTwitter\nWhatsApp",
            "Divers at work off the northern pier. (Jane Doe/Daily Planet)",
            ONE,
            "Read more: Why the pier was closed last year",
            TWO,
            "Advertisement",
            THREE,
            "Sign up for our free daily newsletter",
            "Related stories",
            "Pier was closed last year",
            "Mayor visits harbour",
            "© 2024 Daily Planet. All rights reserved.",
        ),
        "Divers search harbour wreck",
        ("Divers at work off the northern pier. (Jane Doe/Daily Planet)", ONE, TWO, THREE),
        byline="By Jane Doe and John Q. Public, Staff Writers",
        published="Published 14 March 2024, 10:32 GMT",
        kinds="caption body body body",
    ),
    Page(
        "a guide: the trail of sections ends with the title, which is short",
        lines(
            "WANDERLEAF GUIDES",
            "Destinations ▸ Northern Seas ▸ Old Harbour",
            "Plan your trip | Where to stay | Eat & drink | Maps | Shop",
            "Old Harbour",
            ONE,
            TWO,
            "© 2024 Wanderleaf. All rights reserved.",
        ),
        "Old Harbour",
        (ONE, TWO),
    ),
    Page(
        "a test of things to buy: the trail says that it is one, and has as many words as the title",
        lines(
            "HomeBench",
            "Kitchen | Laundry | Garden",
            "You are here: Home / Harbour / Small wrecks / Divers",
            "The divers in the harbour wreck, tested",
            "By Jane Doe, senior tester",
            ONE,
            "Online share of repairs: 34%, up from 29%",
            TWO,
            "© 2024 HomeBench. All rights reserved.",
        ),
        "The divers in the harbour wreck, tested",
        (ONE, "Online share of repairs: 34%, up from 29%", TWO),
        byline="By Jane Doe, senior tester",
    ),
    Page(
        "a news page whose section is the end of the trail, in two words",
        lines(
            "Home > News > Old Harbour",
            "Old Harbour",
            "Divers search the harbour wreck for survivors",
            "By Jane Doe",
            ONE,
            TWO,
            "© 2024 Daily Planet. All rights reserved.",
        ),
        "Divers search the harbour wreck for survivors",
        (ONE, TWO),
        byline="By Jane Doe",
    ),
    Page(
        "a blog post: date and writer in one line, tags, neighbours, readers' comments",
        lines(
            "A week at the harbour",
            "Posted on March 14, 2024 by Jane",
            ONE,
            TWO,
            "Tags: harbour, wreck, divers",
            "← Older post\nNewer post →",
            "2 thoughts on “A week at the harbour”",
            "John says:\nMarch 15, 2024 at 10:22 am",
            "I was there as well, and it was not at all as you describe it, but never mind.",
            "Reply",
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked *",
            "Name *",
        ),
        "A week at the harbour",
        (ONE, TWO),
        byline="Posted on March 14, 2024 by Jane",
        published="March 14, 2024",
    ),
    Page(
        "a magazine page: parts of one line, a teaser cut short, a note on the writer",
        lines(
            "Culture | Ideas",
            "What the harbour tells us",
            ONE + " Officials said that the co…",
            "Jane Doe · March 14, 2024 · 12 min read",
            ONE,
            TWO,
            "Jane Doe (@jane) writes on ships. The writer is a former diver.",
        ),
        "What the harbour tells us",
        (ONE, TWO, "Jane Doe (@jane) writes on ships. The writer is a former diver."),
        byline="Jane Doe",
        published="March 14, 2024",
        kinds="body body note",
        name="what-the-harbour-tells-us",
    ),
    Page(
        "a press release",
        lines(
            "FOR IMMEDIATE RELEASE",
            "Acme opens the northern pier",
            "NORTHPORT, March 14, 2024 – " + ONE,
            TWO,
            "###",
            "Media contact: Jane Doe, press@example.com",
        ),
        "Acme opens the northern pier",
        ("NORTHPORT, March 14, 2024 – " + ONE, TWO, "Media contact: Jane Doe, press@example.com"),
        kinds="body body note",
    ),
    Page(
        "an encyclopedia's page",
        lines(
            "Northport",
            "From Wikipedia, the free encyclopedia",
            "Northport harbour[1] is a port in the north of the county, built in 1850 by the railway company.",
            "History[edit]",
            TWO,
            "Retrieved from https://en.wikipedia.example/wiki/Northport",
            "This page was last edited on 3 May 2024, at 10:00 (UTC).",
        ),
        "Northport",
        (
            "Northport harbour[1] is a port in the north of the county, built in 1850 by the railway company.",
            "History[edit]",
            TWO,
        ),
        source="https://en.wikipedia.example/wiki/Northport",
    ),
    Page(
        "an address on top, a browser's title, a cookie notice",
        lines(
            "https://news.example/2024/harbour",
            "Divers search the wreck - Daily Planet",
            "Divers search the wreck",
            "2024-03-14",
            ONE,
            "Photo: Jane Doe/Agency",
            TWO,
            "Accept all cookies",
            "We use cookies to make this site better.",
        ),
        "Divers search the wreck",
        (ONE, "Photo: Jane Doe/Agency", TWO),
        published="2024-03-14",
        source="https://news.example/2024/harbour",
        kinds="body caption body",
    ),
    Page(
        "writer, date and source at the end",
        lines("Harbour", ONE, TWO, "Written by Jane Doe", "Published: 14 March 2024", "Source: https://news.example/h"),
        "Harbour",
        (ONE, TWO),
        byline="Written by Jane Doe",
        published="Published: 14 March 2024",
        source="https://news.example/h",
    ),
    Page(
        "the days of a diary are its headings",
        lines("Diary", "3 May 1915", ONE, "4 May 1915", TWO),
        "Diary",
        ("3 May 1915", ONE, "4 May 1915", TWO),
    ),
    Page(
        "a list of addresses belongs to the text",
        lines("Harbour", ONE, "https://a.example/1", "https://a.example/2"),
        "Harbour",
        (ONE, "https://a.example/1", "https://a.example/2"),
    ),
    Page(
        "a heading after a box of links stays",
        lines("Harbour", ONE, "Related articles", "Pier was closed", "Mayor visits", "Background", TWO),
        "Harbour",
        (ONE, "Background", TWO),
    ),
    Page(
        "white space is tidied, composed and decomposed letters, ligatures and joiners stay",
        "Café\u00a0Ltd\n\nThe\u00a0 cafe\u0301 \t of\u200bﬁces\x07 \u202eabc\u202c 👩\u200d🚀 were\u00ad closed.",
        "Café Ltd",
        ("The cafe\u0301 ofﬁces \u202eabc\u202c 👩\u200d🚀 were closed.",),
    ),
    Page(
        "another script",
        lines("서울의 항구", "항구는 이틀 동안 폐쇄되었다.", "비용은 아직 알 수 없다."),
        "서울의 항구",
        ("항구는 이틀 동안 폐쇄되었다.", "비용은 아직 알 수 없다."),
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.behaviour)
def test_of_a_page_the_article_is_kept(page: Page) -> None:
    article = parse(page.text, page.name)
    assert article.title == page.title
    assert tuple(paragraph.text for paragraph in article.paragraphs) == page.kept
    assert [paragraph.number for paragraph in article.paragraphs] == list(range(1, len(page.kept) + 1))
    assert (article.byline, article.published, article.source) == (page.byline, page.published, page.source)
    assert [paragraph.kind for paragraph in article.paragraphs] == (page.kinds or "body " * len(page.kept)).split()


def test_the_article_that_comes_with_the_bot() -> None:
    (file,) = shipped().glob("*.txt")
    article = parse(file.read_text(encoding="utf-8"), file.stem)
    assert article.title == "Shaping Asean-Korea Digital Partnership"
    assert article.byline == "Written by Jurnalis Industri"
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    assert kinds == ["body", "caption", *["body"] * 17, "note"]
    openings = {
        1: "Since the term",
        2: "Work of art: Samsung",
        16: "Reflecting the potential benefits",
        20: "(Kim Young-sun",
    }
    for number, opening in openings.items():
        assert article.paragraphs[number - 1].text.startswith(opening)
    assert article.paragraphs[0].text.endswith("attention across the globe.")
    assert not any("\xa0" in paragraph.text for paragraph in article.paragraphs)


BYLINES = [
    ("By Jane Doe", "By Jane Doe", None),
    ("BY JANE DOE", "BY JANE DOE", None),
    ("by Jane van der Berg", "by Jane van der Berg", None),
    ("By Jane Doe, March 14, 2024", "By Jane Doe, March 14, 2024", "March 14, 2024"),
    ("By Jane Doe | 14 Mar 2024 | 3 min read", "By Jane Doe", "14 Mar 2024"),
    ("Jane Doe • Daily Planet • 14th March 2024", "Jane Doe • Daily Planet", "14th March 2024"),
    ("Posted by admin", "Posted by admin", None),
    ("Author: Dr. Jane Doe Jr.", "Author: Dr. Jane Doe Jr.", None),
    ("Thursday, March 14, 2024 10:30 AM EST", None, "Thursday, March 14, 2024 10:30 AM EST"),
    ("14 de marzo de 2024", None, "14 de marzo de 2024"),
    ("2024年3月14日", None, "2024年3月14日"),
    ("Published: 2024-03-14T10:30:00Z", None, "Published: 2024-03-14T10:30:00Z"),
    ("Published March 14, 2024; updated March 15, 2024", None, "Published March 14, 2024; updated March 15, 2024"),
    ("5 min read", None, None),
]


@pytest.mark.parametrize(("line", "byline", "published"), BYLINES)
def test_the_line_under_the_title_says_who_and_when(line: str, byline: str | None, published: str | None) -> None:
    article = parse(lines("Harbour", line, ONE, TWO), "some-file")
    assert (article.byline, article.published) == (byline, published)
    assert [paragraph.text for paragraph in article.paragraphs] == [ONE, TWO]


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        ("Written by Jane Doe · 2 min read >", "2 min read"),
        ("By Jane Doe | 14 Mar 2024 | 3 minutes of reading", None),
        ("By Jane Doe | 14 Mar 2024 | 3 minute read", "3 minute read"),
        ("By Jane Doe", None),
    ],
)
def test_the_reading_time_is_kept_as_the_page_tells_it(line: str, reading: str | None) -> None:
    assert parse(lines("Harbour", line, ONE, TWO), "some-file").reading == reading


@pytest.mark.parametrize(
    "line",
    [
        "By hand", "By the sea, in spring.", "Great Fire – 2 September 1666", "The year 2024", "Next week", "14 of 20",
        "Share of the market", "Read more than you write", "More women in work", "Copyright law", "Related work",
        "Next to the river", "Source: the harbour office", "Comments on the plan", "Read: the tide tables", "Follow us",
        "Advertisement", "Further reading", "Sign up", "30", "The end", "Tags", "Minutes to read", "10 minutes",
    ],
)  # fmt: skip
@pytest.mark.parametrize("shape", ["under the title", "between paragraphs", "at the end"])
def test_a_line_that_may_be_the_articles_own_stays(line: str, shape: str) -> None:
    order = {
        "under the title": (line, ONE, TWO),
        "between paragraphs": (ONE, line, TWO),
        "at the end": (ONE, TWO, line),
    }
    article = parse(lines("Harbour", *order[shape]), "some-file")
    assert tuple(paragraph.text for paragraph in article.paragraphs) == order[shape]


CAPTIONS = [
    "The pier at dawn. (Reuters)",
    "The pier at dawn. [Photo/Xinhua]",
    "The pier at dawn. Photograph: Jane Doe/Agency",
    "Photo by Jane Doe",
    "Image credit: Jane Doe",
    "Figure 2: The height of the tide",
    "A file photo of the pier.",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_is_known_by_its_credit(line: str) -> None:
    assert parse(lines("Harbour", ONE, line, TWO), "h").paragraphs[1].kind == "caption"


@pytest.mark.parametrize(
    "line", ["He ran (and won/lost).", "They left. (He did not.)", "Images of war are many.", "It read: No entry"]
)
def test_a_sentence_with_brackets_or_pictures_is_no_caption(line: str) -> None:
    assert parse(lines("Harbour", ONE, line, TWO), "h").paragraphs[1].kind == "body"


@pytest.mark.parametrize(
    "unit",
    [" ", "(", "a", "\u00a0", ".", "By A ", "x\n", "Leave a Reply\n\n", "Related articles\n\n", "1 ", "· ", "a/",
     "Home > ", "March 1, 2024 ", "\u200b", "\u0301", "Photo: ", "http://", ONE + " "],
)  # fmt: skip
def test_hostile_text_is_read_in_one_pass(unit: str) -> None:
    size = 1_000_000
    text = lines("Title", ONE, "x" + unit * (size // len(unit)), TWO)
    assert parse(text, "t").paragraphs[0].text == ONE


def test_a_headline_that_was_wrapped_is_one() -> None:
    article = parse(
        f"Harbour that was shut in the storm to open again in the\nlast week of May\n\n{ONE}\n\n{TWO}\n", "h"
    )
    assert article.title == "Harbour that was shut in the storm to open again in the last week of May"
    assert [paragraph.text for paragraph in article.paragraphs] == [ONE, TWO]


PAGE_LINES = [
    "Share this", "Advertisement", "Read more", "Related articles", "You may also like", "Pier was closed",
    "2 min read", "By Jane Doe", "14 March 2024", "Previous post", "Home > World", "Business, News", "History",
    "Photo: Jane Doe", "https://a.example/1", "Most read", "Sign up for our newsletter", "Facebook Twitter WhatsApp",
]  # fmt: skip
LAST_LINES = [
    "Tags: a, b", "© 2024 Daily Planet", "3 comments", "Leave a Reply", "Comments",
    "We use cookies to make this site better.",
]  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PAGE_LINES), max_size=2), max_size=8),
    st.lists(st.sampled_from(PAGE_LINES + LAST_LINES), max_size=6),
)
def test_no_line_of_a_page_takes_a_paragraph_with_it(between: list[list[str]], below: list[str]) -> None:
    paragraphs = [f"In its year {number} the harbour was shut. {ONE}" for number in range(len(between))]
    page = [line for block, paragraph in zip(between, paragraphs, strict=True) for line in (*block, paragraph)]
    article = parse(lines("Harbour", *page, *below), "some-file")
    assert [each.text for each in article.paragraphs if each.text in paragraphs] == paragraphs


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*"ab .\n(/)", "\n\n", "By A", "…", "Share this\n", ONE, TWO, "\u200b", "« ", "Leave a Reply"])
    ).map("".join)
)
def test_any_text_is_read_and_its_words_stay_in_order(text: str) -> None:
    article = parse(text, "t")
    assert isinstance(article, Article)
    rest = iter(text)
    for letter in "".join("".join(paragraph.text.split()) for paragraph in article.paragraphs):
        assert letter in rest
