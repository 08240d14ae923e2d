"""The errors the bot raises on purpose; whatever else escapes is a defect."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadField:
    """A field of a request or a setting that cannot be taken: its name and what is allowed."""

    field: str
    detail: str


class BotError(Exception):
    """Anything the bot refuses to do; the message says what was wrong and what to do."""


class CorpusError(BotError):
    """No article can be read from the corpus that was named."""


class SettingsError(BotError):
    """Settings that cannot be used, each named with what is allowed."""


class ServerError(BotError):
    """The server cannot start, or cannot go on."""


class QuestionsError(BotError):
    """A file of questions with known answers cannot be read."""


class UnknownArticleError(BotError):
    """A question names an article that the corpus does not have."""


class MalformedError(BotError):
    """A request body that is not a JSON object."""


class InvalidError(BotError):
    """A request whose fields cannot be taken, each named."""

    def __init__(self, errors: tuple[BadField, ...]) -> None:
        """Keep the bad fields beside a message that names them."""
        self.errors = errors
        super().__init__(" ".join(f"{error.field}: {error.detail}" for error in errors))


class EngineError(BotError):
    """A search engine that is not there, or a name that none has."""


class DamagedIndexError(BotError):
    """A stored index whose bytes are not those that were written; it is built anew when it is next opened."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("the stored index is damaged; start again, and it is built anew")
