"""Every word of the window in one place: a translation is another ``Words``."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from http import HTTPStatus


@dataclass(frozen=True)
class ScriptWords:
    """What the script says; it holds no words of its own."""

    copy: str = "Copy"
    copied: str = "Copied"
    copy_failed: str = "The browser did not allow copying"
    link: str = "Link"
    link_copied: str = "Link copied"
    hint: str = "Enter sends, Shift+Enter breaks the line"
    waiting: str = "Looking through the text"
    pending: str = "One answer at a time: the last one is still on its way."
    unsent: str = "What is in the box was not sent yet."
    editing: str = "Asking an earlier question again. What came after it will be replaced."
    cancel: str = "Cancel"
    again: str = "Try again"
    over: str = "{count} of {limit} characters. Shorten the question to ask it."
    count: str = "{count} of {limit}"
    lost: str = "The connection was lost. Your question is kept."
    slow: str = "The bot did not answer in time. Your question is kept."
    busy: str = "That was a lot of questions in a short time. Wait {time}, then try again."
    ready: str = "You can ask again now."
    broken: str = "Something went wrong on the bot\u2019s side. Your question is kept."
    refused: str = "The bot could not take that question. Change it and ask again."
    gone: str = "That article is no longer here."
    others: str = "Ask the other articles"


@dataclass(frozen=True)
class Words:
    """What the pages say, in English."""

    language: str = "en"
    direction: str = "ltr"

    one_article: str = "Ask the article"
    many_articles: str = "Ask the articles"
    promise: str = (
        "Every answer is the article\u2019s own words, with the place they stand in. "
        "What the article does not say, I will not make up."
    )
    promise_many: str = (
        "Every answer is an article\u2019s own words, with the place they stand in. "
        "What the articles do not say, I will not make up."
    )
    examples: str = "Try one of these"
    about: str = "What is this article about?"
    first_articles: str = "Choose an article to ask"
    scope: str = "Asking only"
    scope_all: str = "Ask all articles"

    skip: str = "Skip to the question box"
    site: str = "Site"
    articles: str = "Articles"
    the_article: str = "Read the article"
    new: str = "New conversation"
    conversation: str = "Conversation"
    earlier: str = "Earlier in this conversation"

    question: str = "Your question"
    placeholder: str = "Ask a question"
    ask: str = "Ask"

    asked: str = "You asked"
    understood: str = "Understood as"
    answered: str = "The article says"
    unanswered: str = "Not in the article"
    unanswered_many: str = "Not in the articles"
    chat: str = "The bot"
    paragraph: str = "paragraph {number}"
    byline: str = "byline"
    source: str = "Original page"
    further_one: str = "1 more passage"
    further: str = "{count} more passages"
    nearest_one: str = "Nearest passage, which does not answer this"
    nearest: str = "{count} nearest passages, which do not answer this"
    suggestions: str = "You could ask"
    actions: str = "What to do with this answer"
    edit: str = "Edit"
    edit_name: str = "Edit this question and ask again"
    link_name: str = "Link to this question"

    list_intro_one: str = "1 article to ask."
    list_intro: str = "{count} articles to ask."
    pages: str = "Pages"
    page_of: str = "Page {page} of {pages}"
    previous: str = "Previous"
    next: str = "Next"
    ask_article: str = "Ask about this article"
    paragraph_name: str = "Paragraph {number}"
    caption: str = "Caption"
    note: str = "Note"
    back: str = "Back to the conversation"
    go: str = "Go to paragraph"
    go_button: str = "Go"
    shown: str = "Paragraphs {first} to {last} of {total}"

    error: str = "That did not work"
    error_404: str = "There is no such page. The article may have been renamed or taken away."
    error_405: str = "This page cannot be used that way."
    error_429: str = "That was a lot in a short time. Wait {seconds} seconds, then try again."
    error_429_one: str = "That was a lot in a short time. Wait 1 second, then try again."
    error_400: str = "The bot could not read that request."
    error_503: str = "The bot is still reading its articles. Try again in a moment."
    error_500: str = "Something went wrong on the bot\u2019s side. It is not your question; try again in a moment."
    error_home: str = "Ask a question"
    empty: str = "Write a question first."
    too_long: str = "The question has {count} characters; {limit} is the most. Shorten it and ask again."
    unreadable: str = "The bot could not read that question: it holds characters that are not text."

    script: dict[str, str] = field(default_factory=lambda: asdict(ScriptWords()))

    def with_wait(self, seconds: int) -> Words:
        """Return the words with how long someone who asked too much has to wait."""
        said = self.error_429_one if seconds == 1 else self.error_429.format(seconds=seconds)
        return replace(self, error_429=said)

    def failure(self, status: int) -> str:
        """Return what is said of a page that cannot be shown, by its HTTP status."""
        said: str = getattr(
            self, f"error_{status}", self.error_500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else self.error_400
        )
        return said


ENGLISH = Words()
