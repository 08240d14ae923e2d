"""The errors the bot raises on purpose; whatever else escapes is a defect."""

from __future__ import annotations


class BotError(Exception):
    """Anything the bot refuses to do; the message says what was wrong and what to do."""


class CorpusError(BotError):
    """No article can be read from the corpus that was named."""


class UnknownArticleError(BotError):
    """A question names an article that the corpus does not have."""


class QuestionsError(BotError):
    """A file of questions with known answers cannot be read."""
