"""The pages: the chat window, the reading place of each article, and the widget for other sites."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, send_from_directory, url_for
from markupsafe import Markup, escape

from bot.errors import UnknownArticleError
from bot.marking import mark, quote
from bot.models import Question
from bot.resources import asset_version, folder
from bot.web.gate import QUESTION
from bot.web.places import passage_url, read_span, source_url
from bot.web.words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from bot.answering import Bot
    from bot.models import Article, Reply

QUESTION_LIMIT = 500
HISTORY_LIMIT = 20
_HISTORY_BYTES = 6000
"""Bytes of earlier questions that a link carries at most: with all else they stay below any server's limit."""
_TURNS = 5
"""Answers that a page without the script shows at most; the questions before them are links."""
_FIRST_ARTICLES = 4
"""Articles that are named to begin with where no question about them could be made."""
_ARTICLES_A_PAGE = 50
_PARAGRAPHS_A_PAGE = 250
_LONG_WORD = re.compile(r"(\w{40})\w{9,}")
"""A word that would fill a refusal, which names it."""
_NAMED = re.compile("\u201c([^\u201d]*)\u201d")
"""What a refusal names."""

blueprint = Blueprint("views", __name__, template_folder=str(folder("templates")))


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its reply."""

    question: Question
    reply: Reply

    @property
    def url(self) -> str:
        """The address that opens the same question with nothing asked before it."""
        return url_for("views.chat", question=self.reply.standalone_question, article=self.question.article)

    @property
    def edit_url(self) -> str:
        """The address that puts the question back into the box."""
        asked = self.question
        return url_for("views.chat", draft=asked.text, history=_recent(asked.history), article=asked.article)


@blueprint.get("/")
def chat() -> ResponseReturnValue:
    """Show the window: empty, or with the conversation of the address."""
    scope = _article(request.args["article"]) if request.args.get("article") else None
    draft, problem = _written(request.args.get("draft", "")), None
    asked = [text for text in map(_written, request.args.getlist("history")) if not _problem(text)]
    if "question" in request.args:
        text = _written(request.args["question"])
        problem = _problem(text)
        if problem:
            draft = text
        else:
            asked.append(text)
    asked = asked[-HISTORY_LIMIT - 1 :]
    article = scope.id if scope else None
    questions = [Question(text, tuple(asked[:at]), article) for at, text in enumerate(asked)]
    if questions:
        request.environ[QUESTION] = questions[-1].text
    page = render_template(
        "chat.html",
        scope=scope,
        examples=_bot().offers.examples_of(scope.id) if scope else _bot().offers.examples,
        first_articles=list(islice(_bot().articles.values(), _FIRST_ARTICLES)),
        draft=draft,
        problem=problem,
        history=_recent(asked),
        earlier=questions[:-_TURNS],
        turns=[Turn(question, _bot().ask(question)) for question in questions[-_TURNS:]],
    )
    return page, 422 if problem else 200


@blueprint.post("/answer")
def answer() -> ResponseReturnValue:
    """Return one turn of the conversation as the page shows it, for the script to add."""
    text = _written(request.form.get("question", ""))
    history = [*map(_written, request.form.getlist("history")[-HISTORY_LIMIT:])]
    if any(map(_problem, [text, *history])):
        abort(422)
    question = Question(text, tuple(history), request.form.get("article") or None)
    request.environ[QUESTION] = text
    try:
        reply = _bot().ask(question)
    except UnknownArticleError:
        abort(404)
    return render_template("turn.html", turn=Turn(question, reply))


@blueprint.get("/articles", strict_slashes=False)
def articles() -> ResponseReturnValue:
    """List the articles, a page at a time, each with its first lines."""
    every = _bot().articles
    pages = _pages(len(every), _ARTICLES_A_PAGE)
    page = min(max(request.args.get("page", 1, type=int), 1), pages)
    shown = islice(every.values(), (page - 1) * _ARTICLES_A_PAGE, page * _ARTICLES_A_PAGE)
    return render_template("articles.html", articles=list(shown), page=page, pages=pages)


@blueprint.get("/articles/<article_id>", strict_slashes=False)
def article(article_id: str) -> ResponseReturnValue:
    """Show an article, a long one a page at a time, with an anchor for each paragraph.

    ``p`` names the paragraph that was quoted, ``mark`` and ``strong`` what was quoted of it, ``page`` a page of a
    long article; ``go`` is ``p`` as a reader types it.
    """
    found = _article(article_id)
    wanted = request.args.get("go", type=int)
    if wanted is not None:
        return redirect(url_for("views.article", article_id=found.id, p=wanted, _anchor=f"p{wanted}"))
    cited = request.args.get("p", type=int)
    pages = _pages(len(found.passages), _PARAGRAPHS_A_PAGE)
    page = request.args.get("page", 1, type=int)
    if cited is not None:
        at = bisect_left(found.passages, cited, key=lambda paragraph: paragraph.number)
        page = at // _PARAGRAPHS_A_PAGE + 1
    page = min(max(page, 1), pages)
    shown = slice((page - 1) * _PARAGRAPHS_A_PAGE, page * _PARAGRAPHS_A_PAGE)
    evidence = read_span(request.args.get("mark", ""))
    strong = [span for span in map(read_span, request.args.getlist("strong")) if span]
    return render_template(
        "article.html",
        article=found,
        passages=found.passages[shown],
        headings=_bot().headings(found.id, shown),
        page=page,
        pages=pages,
        cited=cited,
        marked=lambda text: mark(text, evidence, strong) if evidence else None,
    )


@blueprint.get("/widget.js")
def widget() -> ResponseReturnValue:
    """Return the script that puts the window on another site."""
    return send_from_directory(folder("static"), "widget.js", max_age=3600)


@blueprint.app_context_processor
def _tools() -> dict[str, object]:
    bot: Bot | None = g.get("bot") or current_app.extensions["bot"]
    articles = bot.articles if bot else {}
    return {
        "words": ENGLISH,
        "asset": lambda name: url_for("static", filename=name, v=asset_version(name)),
        "article_count": len(articles),
        "only_article": next(iter(articles.values())) if len(articles) == 1 else None,
        "passage_url": passage_url,
        "source_url": source_url,
        "article_of": lambda passage: articles[passage.paragraph.article],
        "recent": _recent,
        "quote": lambda passage: quote(passage.paragraph.text, passage.evidence, passage.highlights),
        "refused": _refused,
        "question_limit": QUESTION_LIMIT,
    }


def _bot() -> Bot:
    # The articles may be loaded anew at any time: one request stays with the bot that it began with.
    if "bot" not in g:
        g.bot = current_app.extensions["bot"] or abort(503)
    bot: Bot = g.bot
    return bot


def _article(article_id: str) -> Article:
    return _bot().articles.get(article_id) or abort(404)


def _written(text: str) -> str:
    """Return a text as its reader wrote it: a form sends each line break as two characters."""
    return text.replace("\r\n", "\n").strip()


def _refused(text: str) -> Markup:
    """Return a refusal with each word that it names cut short, and set apart from the text around it."""
    return Markup(_NAMED.sub("\u201c<bdi>\\1</bdi>\u201d", str(escape(_LONG_WORD.sub("\\1\u2026", text)))))  # noqa: S704 # it is escaped


def _recent(history: Sequence[str]) -> list[str]:
    """Return the latest of the earlier questions, as many as a link can carry."""
    kept: list[str] = []
    room = _HISTORY_BYTES
    for text in reversed(history[-HISTORY_LIMIT:]):
        room -= len(quote_plus(text)) + len("&history=")
        if room < 0:
            break
        kept.insert(0, text)
    return kept


def _pages(count: int, size: int) -> int:
    return max(1, -(-count // size))


def _problem(text: str) -> str | None:
    """Return what is wrong with a question, for the reader; None when it can be asked."""
    if not text:
        return ENGLISH.empty
    if len(text) > QUESTION_LIMIT:
        return ENGLISH.too_long.format(count=len(text), limit=QUESTION_LIMIT)
    if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text):
        return ENGLISH.unreadable
    return None
