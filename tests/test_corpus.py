"""Which files are read, what each is called, what of a page is the article, and what is said of an unreadable file.

The pages in `tests/pages` are of invented sites, in the shapes that pages have when they are copied as text. The first
character of a line says what it is: ``T`` title, ``B`` byline, ``D`` date, ``+`` paragraph, ``&`` more of it, ``/`` a
letter cut off from it, ``C`` caption, ``N`` note, ``.`` no part of the article, ``?`` no part of it either, but one
that may be taken for it, ``M`` several of these, which the lines below, ``@byline …``, take apart.
"""

from __future__ import annotations

import os
import tracemalloc
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import corpus
from bot.corpus import Skipped, load, read
from bot.errors import CorpusError
from bot.models import Article
from bot.reading.page import parse

TEXT = "Harbour\n\nThe harbour is closed.\n\nIt opens in May.\n"


def write(path: Path, data: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("name", "article_id"),
    [
        ("Shaping Asean_Korea 2018.txt", "shaping-asean-korea-2018"),
        ("UPPER.TXT", "upper"),
        ("a.b--c.txt", "a-b-c"),
        ("Café.txt", "café"),
        ("Cafe\u0301.txt", "café"),
        ("서울 항구.txt", "서울-항구"),
        ("हिन्दी.txt", "हिन्दी"),
        ("???.txt", "-"),
    ],
)
def test_an_id_is_the_name_in_lower_case_with_hyphens(tmp_path: Path, name: str, article_id: str) -> None:
    (article,) = load(write(tmp_path / name).parent).articles
    assert article.id == article_id
    assert [paragraph.id for paragraph in article.paragraphs] == [f"{article_id}#p1", f"{article_id}#p2"]


def test_a_folder_is_read_as_deep_as_it_goes_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c/d/e/f.TXT", "c.txt", "notes.md", "a.txt"):
        write(tmp_path / name)
    assert [article.id for article in load(tmp_path).articles] == ["f", "z", "a", "b", "c"]


@pytest.mark.parametrize("name", [".a.txt", ".git/a.txt", "folder/.a.txt", "folder/.deep/er/a.txt", ".txt"])
def test_what_is_hidden_is_no_article(tmp_path: Path, name: str) -> None:
    write(tmp_path / ".articles" / "b.txt")
    write(tmp_path / ".articles" / name)
    found = load(tmp_path / ".articles")  # but what is named itself is read
    assert ([article.id for article in found.articles], found.skipped) == (["b"], ())


def test_files_with_one_id_are_told_apart_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("a/notes.txt", "b/Notes.txt", "c/notes 2.txt", "d/notes!.txt", "e/notes.txt"):
        write(tmp_path / name)
    write(tmp_path / "a" / "a" / "notes.txt", "")
    ids = [article.id for article in load(tmp_path).articles]
    assert ids == ["notes", "notes--2", "notes-2", "notes-", "notes--3"]


def test_a_file_named_directly_may_have_any_name(tmp_path: Path) -> None:
    (article,) = load(write(tmp_path / "README.md", "# Harbour\n\nIt is closed.\n")).articles
    assert (article.id, article.title) == ("readme", "Harbour")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_its_mark(tmp_path: Path, encoding: str) -> None:
    (article,) = load(write(tmp_path / "a.txt", "Café\n\nNaïve “text”.".encode(encoding))).articles
    assert (article.title, article.paragraphs[0].text) == ("Café", "Naïve “text”.")


UNREADABLE = [
    (b"Caf\xe9\n\nText.", "not UTF-8 (the byte 0xe9 at 3): save it as UTF-8"),
    (b"a\0b\n\ntext", "binary"),
    ("Title\n\nText".encode("utf-16-le"), "UTF-16 without its mark"),
    (b"\xff\xfea", "not UTF-16"),
    (b"", "empty"),
    (b" \r\n\t\n", "empty"),
    (b"Only a title\n", "no paragraph"),
    (b"*****\n\n----\n", "no paragraph"),
    (b"%PDF-1.7\n...", "PDF"),
    (b"{\\rtf1 text}", "rich text"),
    (b"PK\x03\x04....", "ZIP"),
    (b"\n<!DOCTYPE html>\n<p>text", "HTML"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_with_the_reason_and_the_others_are_served(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    bad = write(tmp_path / "bad.txt", data)
    write(tmp_path / "good.txt")
    found = load(tmp_path)
    assert [article.id for article in found.articles] == ["good"]
    assert [skipped.path for skipped in found.skipped] == [bad]
    assert reason in found.skipped[0].reason


def test_with_no_article_left_each_file_is_named_and_what_to_do(tmp_path: Path) -> None:
    write(tmp_path / "one.txt", b"\xff\xff")
    write(tmp_path / "deep" / "two\n\x1b.txt", "")
    with pytest.raises(CorpusError) as raised:
        load(tmp_path)
    message = str(raised.value)
    assert "one.txt: not UTF-8" in message
    assert "two\\n\\x1b.txt': empty" in message
    assert "\x1b" not in message
    assert "UTF-8: a title" in message


def test_of_thousands_of_bad_files_the_first_are_named_and_the_others_counted(tmp_path: Path) -> None:
    for number in range(1234):
        write(tmp_path / f"{number}.txt", "")
    with pytest.raises(CorpusError, match=r"and 1,134 more\n"):
        load(tmp_path)


def test_an_empty_folder_and_a_missing_path_say_so(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"holds no \.txt file"):
        load(tmp_path)
    with pytest.raises(CorpusError, match=r"nowhere\.txt: no such file or folder"):
        load(tmp_path / "nowhere.txt")
    with pytest.raises(CorpusError, match="null"):
        load(Path("a\0b"))


def test_no_permission_is_said_of_a_file_and_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "good.txt")
    write(tmp_path / "locked.txt")
    write(tmp_path / "shut" / "in.txt")
    os_open, scandir = os.open, os.scandir

    def guarded_open(path: Path, flags: int) -> int:
        if path.name == "locked.txt":
            raise PermissionError(13, "denied")
        return os_open(path, flags)

    def guarded_scandir(path: Path | os.DirEntry[str]) -> object:
        if path.name == "shut":
            raise PermissionError(13, "denied")
        return scandir(path)

    monkeypatch.setattr(os, "open", guarded_open)
    monkeypatch.setattr(os, "scandir", guarded_scandir)
    skipped = {each.path.name: each.reason for each in load(tmp_path).skipped}
    assert skipped == {"locked.txt": "no permission to read it", "shut": "no permission to read it"}


def test_links_are_not_followed_and_say_why(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    root = tmp_path / "root"
    write(root / "real" / "a.txt")
    (root / "file.txt").symlink_to(outside)
    (root / "folder").symlink_to(outside.parent)
    (root / "gone.txt").symlink_to(root / "nothing")
    (root / "loop.txt").symlink_to(root / "loop.txt")
    (root / "real" / "up").symlink_to(root)
    (root / "same.txt").symlink_to(root / "real" / "a.txt")
    (root / "picture.png").symlink_to(tmp_path / "outside" / "picture.png")
    found = load(root)
    assert [article.id for article in found.articles] == ["a"]
    reasons = {each.path.name: each.reason.split(":")[0] for each in found.skipped}
    assert reasons == {
        "file.txt": "a link that leads out of the folder",
        "folder": "a link that leads out of the folder",
        "gone.txt": "a link that leads nowhere",
        "loop.txt": "a link that leads nowhere",
        "up": "a link inside the folder",
        "same.txt": "a link inside the folder",
    }


def test_a_link_to_what_is_hidden_in_the_folder_is_followed_once(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    root = tmp_path / "root"
    for name in ("fox.txt", "deep/owl.txt", "notes.md", ".draft.txt", "bare"):
        write(root / "..2024_01" / name)
    (root / "..2024_01" / "deep" / "up").symlink_to(root / "..2024_01" / "deep")
    (root / "..2024_01" / "deep" / "way-out.txt").symlink_to(outside)
    (root / "..2024_01" / "leak.txt").symlink_to(outside)
    (root / "..data").symlink_to("..2024_01")
    for name in ("fox.txt", "deep", "notes.md", "leak.txt"):
        (root / name).symlink_to(Path("..data") / name)
    (root / "fox-again.txt").symlink_to("fox.txt")
    (root / "hare.txt").symlink_to("..data/bare")
    found = load(root)
    assert [article.id for article in found.articles] == ["owl", "fox-again", "hare"]
    reasons = {str(each.path.relative_to(root)): each.reason for each in found.skipped}
    assert {name: reason.split(":")[0] for name, reason in reasons.items()} == {
        "deep/up": "a link inside the folder",
        "deep/way-out.txt": "a link that leads out of the folder",
        "fox.txt": "a link inside the folder",
        "leak.txt": "a link that leads out of the folder",
    }


def test_a_folder_or_a_file_may_be_named_by_a_link(tmp_path: Path) -> None:
    file = write(tmp_path / "real" / "a.txt")
    (tmp_path / "folder").symlink_to(file.parent)
    (tmp_path / "b.txt").symlink_to(file)
    assert [article.id for article in load(tmp_path / "folder").articles] == ["a"]
    assert [article.id for article in load(tmp_path / "b.txt").articles] == ["b"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path / "good.txt")
    (skipped,) = load(tmp_path).skipped
    assert skipped == Skipped(tmp_path / "pipe.txt", "not a file but a device, a pipe or a socket")
    with pytest.raises(CorpusError, match="a device"):
        load(Path(os.devnull))


def test_a_huge_file_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "LARGEST", 1024**2)
    write(tmp_path / "huge.txt", "a" * (1024**2 + 1))
    with pytest.raises(CorpusError, match=r"huge\.txt: larger than 1 MB: split it"):
        load(tmp_path)


def test_a_file_that_vanishes_is_skipped(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    gone = write(tmp_path / "b.txt")
    found = read(tmp_path)
    assert isinstance(next(found), Article)
    gone.unlink()
    assert all(isinstance(each, Skipped) for each in found)


def test_a_folder_read_one_file_at_a_time_takes_the_memory_of_one_file(tmp_path: Path) -> None:
    paragraphs = "\n\n".join(f"Paragraph {number} of the harbour's long, long story." for number in range(200))
    for number in range(40):
        write(tmp_path / f"{number}.txt", f"Harbour\n\n{paragraphs}")

    def peak(files: int) -> int:
        tracemalloc.start()
        for _, _ in zip(range(files), read(tmp_path), strict=False):
            pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(1)
    assert peak(40) < 2 * peak(3)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: text.encode("utf-16", "ignore")))
)
def test_any_bytes_give_an_article_or_a_reason(tmp_path: Path, data: bytes) -> None:
    file = write(tmp_path / "fuzz.txt", data)
    (found,) = read(file)
    if isinstance(found, Skipped):
        assert found.reason
        return
    assert found.title
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    rest = iter(text)
    for paragraph in found.paragraphs:
        assert all(letter in rest for letter in "".join(paragraph.text.split()))


@dataclass
class Marked:
    """A page of the folder: its text, and what is to be read from it."""

    text: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    doubtful: str = ""


def marked(file: Path) -> Marked:
    page = Marked()
    cut = ""
    for line in file.read_text("utf-8").splitlines():
        mark, text = line[:1], " ".join(line[1:].split())
        if mark == "@":
            name, _, page.parts[name] = text.partition(" ")
            continue
        page.text += line[1:] + "\n"
        name = {"T": "title", "B": "byline", "D": "published"}.get(mark)
        kind = {"+": "body", "C": "caption", "N": "note"}.get(mark)
        if name:
            page.parts[name] = ", ".join(filter(None, [page.parts.get(name), text]))
        elif kind:
            page.kept.append((kind, cut + text))
            cut = ""
        elif mark == "&":
            page.kept[-1] = (page.kept[-1][0], f"{page.kept[-1][1]} {text}")
        elif mark == "/":
            cut = text
        elif mark == "?":
            page.doubtful += text + " "
    return page


PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_of_a_page_of_any_shape_the_article_is_read(file: Path) -> None:
    page = marked(file)
    found = parse(page.text, "some-file")
    assert found.title == page.parts["title"]
    assert (found.byline, found.published) == (page.parts.get("byline"), page.parts.get("published"))
    lines = [(each.kind, each.text) for each in found.paragraphs]
    assert [line for line in lines if line in page.kept or line[1] not in page.doubtful] == page.kept


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_the_article_of_a_page_alone_is_a_plain_file_and_stays_as_it_is(file: Path) -> None:
    page = marked(file)
    body = [text for kind, text in page.kept if kind == "body"]
    found = parse("\n\n".join([page.parts["title"], *body]), "some-file")
    assert (found.title, [each.text for each in found.paragraphs]) == (page.parts["title"], body)


BOXES = """
More on this story
The bridge that moved
Ten harbours to see before they silt up

Sign up to our newsletter
The best of the coast, every Friday.
Email
Subscribe
"""
FOOT = """
Promoted content
Five ways to insure a boat

Comments
Comments are closed on this story.

The Coast is published by Coast Media. This website adheres to the code of the press board.
© 2025 The Coast
"""


@pytest.mark.parametrize(
    "last", ["The harbour will open again on the first of May.", "Divers have searched the wreck for a week now."]
)
def test_a_short_last_paragraph_below_boxes_is_kept_and_sentences_in_the_foot_are_not(last: str) -> None:
    text = ["The harbour was closed for two days while divers searched the wreck.", "It had sunk on Monday. " * 10]
    page = "\n\n".join(["Share this article", "Harbour is closed after a wreck", *text, BOXES, last, FOOT])
    found = [paragraph.text for paragraph in parse(page, "some-file").paragraphs]
    assert found == [*(each.strip() for each in text), last]


def test_a_byline_with_a_reading_time_below_a_summary_is_no_box() -> None:
    summary = "Divers searched the wreck for two days, and found nobody in it but a cat that was asleep."
    head = "By Jane Doe, Harbour Correspondent\nThursday 13 March 2025, 07:15\n6 min read"
    page = "\n\n".join(["Home | News | Sport", "Harbour is closed after a wreck", summary, head, "It sank. " * 30])
    found = parse(page, "some-file")
    assert (found.byline, found.published) == (
        "By Jane Doe, Harbour Correspondent",
        "Thursday 13 March 2025, 07:15",
    )


@pytest.mark.parametrize(
    ("block", "joined"),
    [
        (
            "Sunday 5 May, 2 pm: A tour of the quay\nMonday, 6.30 pm: Songs\nFriday, 10 am: How to mend a net",
            False,
        ),
        ("Opening hours: 10 to 5\nAdmission: 4 euros", False),
        ("The boats come in at dawn, when the tide\nis high, and leave\nbefore noon.", True),
        ("The boats come in at dawn, when the tide is\nhigh, and leave", True),
        ("We mend:\n- nets\n- ropes\n- sails", True),
        ("The sea is calm to-night,\nThe tide is full, the moon lies fair", True),
    ],
)
def test_lines_that_nobody_wrapped_are_paragraphs_of_their_own(block: str, joined: bool) -> None:  # noqa: FBT001
    text = f"Harbour\n\n{'It is old. ' * 20}\n\n{block}"
    found = [paragraph.text for paragraph in parse(text, "some-file").paragraphs][1:]
    assert found == ([block.replace("\n", " ")] if joined else block.splitlines())


def test_a_short_paragraph_is_joined_where_the_text_around_it_is_as_wide() -> None:
    wrapped = (
        "The harbour was closed for two days while\ndivers searched the wreck of the ship for\na cat asleep in it."
    )
    short = "On the third day they told the mayor, one\nJane Doe."
    found = [paragraph.text for paragraph in parse(f"Harbour\n\n{wrapped}\n\n{short}", "some-file").paragraphs]
    assert found == [wrapped.replace("\n", " "), short.replace("\n", " ")]


@pytest.mark.parametrize("over", ["HARBOUR & BOATING QUARTERLY", "Institute of Harbour Research"])
def test_the_name_of_a_site_above_its_menu_is_no_title_even_if_the_text_says_all_of_it(over: str) -> None:
    title = "Black water, green light: inside the new dock at Northport"
    text = f"The harbour at Northport has a new dock. {over.title()} has seen it. The water is black. " * 3
    head = f"{over}\nNews\tFeatures\tMarkets\n\nHome › Features\n\n{title}\n\nSpring issue | Words: Jane Doe"
    page = f"{head}\n\n{text}"
    found = parse(page, "some-file")
    assert (found.title, found.byline, len(found.paragraphs)) == (title, "Words: Jane Doe", 1)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("", "Harbour board votes to close three docks"),
        ("", "Board Votes to Close Docks"),
        ("The Town Post\nHome | News | Sport\n\n", "Board Votes to Close Three Docks"),
        (
            "The Town Post\nHome | News | Sport\n\nHarbour / Northern docks board\n\n",
            "Three docks to close after a vote",
        ),
    ],
)
def test_a_title_stands_above_its_summary_whatever_is_between_them(above: str, title: str) -> None:
    text = "The board of the harbour voted on Monday to close three docks in the north after a long debate. " * 3
    head = (
        f"{above}{title}\nPolitics\nMembers backed the plan by 12 votes to 9\n\nBy Jane Doe\n12 March 2024\nShare\nSave"
    )
    assert parse(f"{head}\n\n{text}", "some-file").title == title


def test_a_title_that_plays_on_words_is_told_by_the_byline_below_it() -> None:
    text = "A board votes to close three docks after a long debate about the news. " * 4
    title = "All at sea and rather glad of it"
    head = f"The Tide\nNews for those who get up before the gulls\n\nSubscribe\n\n{title}\n\nBy Jane Doe"
    assert parse(f"{head}\n\n{text}\n\nShare this article", "some-file").title == title


def test_from_when_to_when_something_lasts_is_no_date_of_publication() -> None:
    text = "The museum shows what divers found in the harbour. " * 5
    found = parse(
        f"Home › Shows\n\nThe boats of the old harbour\n\n14 October 2023 – 1 May 2024\n\n{text}", "some-file"
    )
    assert (found.published, found.paragraphs[0].text) == (None, "14 October 2023 – 1 May 2024")


LINES = [line for file in PAGES for line in marked(file).text.splitlines()]


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40).map("\n".join))
def test_pages_torn_apart_are_read_and_their_words_stay_in_order(text: str) -> None:
    found = parse(text, "some-file")
    assert found.title
    rest = iter(text)
    for paragraph in found.paragraphs:
        assert paragraph.text == " ".join(paragraph.text.split()) != ""
        assert all(letter in rest for letter in paragraph.text.replace(" ", ""))


@pytest.mark.parametrize(
    "unit",
    [
        "Contents",
        "By Jane Doe",
        "Share this",
        "Home",
        "Related articles",
        "1 Contents",
        "14 March 2024",
        "3",
        "a",
        "© 2024",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_a_page_of_one_line_again_and_again_is_read_in_one_pass(unit: str, end: str) -> None:
    sentence = "The harbour was closed for two days while divers searched the wreck for survivors."
    text = f"Harbour\n\nShare this article\n\n{sentence}\n\n" + (unit + end) * 20_000
    assert parse(text, "some-file").paragraphs[0].text.startswith(sentence)


@pytest.mark.parametrize(
    ("unit", "end"), [("Lorem ipsum dolor sit amet. ", "."), ("lorem ipsum ", ""), ("x", ""), ("日本", "")]
)
def test_a_text_without_line_ends_is_parted_where_it_can_be(unit: str, end: str) -> None:
    text = (unit * (100_000 // len(unit))).strip()
    found = [paragraph.text for paragraph in parse(f"A title\n\n{text}", "x").paragraphs]

    assert len(found) > 1
    assert max(map(len, found)) <= 10_000
    assert all(each.endswith(end) for each in found)
    assert (" " if " " in unit else "").join(found) == text
