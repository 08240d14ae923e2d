"""The shapes of requests and replies: they validate what comes in, write what goes out, and describe both.

Replies are typed dictionaries, which pydantic's compiled serializer writes about ten times as fast as :mod:`json`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, WrapValidator
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict  # pydantic takes typing's own from Python 3.12 on

from bot.models import HISTORY_LENGTH, QUESTION_LENGTH

MOST_PASSAGES = 10
SAMPLE = "shaping-asean-korea-digital-partnership"

_SPACE = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space as Unicode has it, which no two kinds of patterns agree on."""


def _length_trimmed(schema: dict[str, Any]) -> None:
    """Describe the length of a question without the white space around it, which ``maxLength`` would count."""
    del schema["maxLength"]
    inner = f"[^{_SPACE}\\u0000]"
    schema["pattern"] = f"^[{_SPACE}]*{inner}([^\\u0000]{{0,{QUESTION_LENGTH - 2}}}{inner})?[{_SPACE}]*$"


QuestionText = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=QUESTION_LENGTH, pattern=r"^[^\u0000]*[^\s\u0000][^\u0000]*$"
    ),
    Field(
        description=f"A question of 1 to {QUESTION_LENGTH} characters, counted after trimming.",
        json_schema_extra=_length_trimmed,
    ),
]


def _whole(value: object) -> object:
    """Take 3.0 for 3, as JSON does."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class AskRequest(BaseModel):
    """A question, and what it is asked of."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={
            "examples": [
                {"question": "what is Korea doing in Malaysia?"},
                {"question": "and in Thailand?", "history": ["what is Korea doing in Malaysia?"], "limit": 1},
            ]
        },
    )

    question: QuestionText
    history: Annotated[
        list[QuestionText],
        Field(
            default_factory=list,  # a default list would be copied with :mod:`copy`, which takes as long as all checks
            max_length=HISTORY_LENGTH,
            description="The earlier questions, oldest first.",
            json_schema_extra={"default": []},
        ),
    ]
    article: Annotated[
        str | None, Field(max_length=500, description="An article's id: the answer comes from that one alone.")
    ] = None
    limit: Annotated[
        int,
        Field(
            ge=1,
            le=MOST_PASSAGES,
            description="How many passages to return at most. Of several questions in one message, and of a list, each "
            "line of the reply has its passage there always, and two may share one.",
        ),
        BeforeValidator(_whole),
    ] = 3


class Span(TypedDict):
    """A half-open range of Unicode code points of the passage's `text`: `text[start:end]`."""

    start: Annotated[int, Field(ge=0, description="First code point (not byte, not UTF-16 unit), from 0.")]
    end: Annotated[int, Field(ge=0, description="The code point after the last.")]


class Passage(TypedDict):
    """A paragraph, its best sentence and the words in it that answer."""

    id: Annotated[str, Field(examples=[f"{SAMPLE}#p16"])]
    article: Annotated[str, Field(description="The article's id.", examples=[SAMPLE])]
    title: Annotated[str, Field(description="The article's title.")]
    paragraph: Annotated[int, Field(ge=0, description="The paragraph's number, from 1; 0 is the byline.")]
    text: Annotated[str, Field(description="The paragraph as the article has it, white space tidied.")]
    score: Annotated[float, Field(description="Higher is better; comparable within one reply only.")]
    evidence: Annotated[Span, Field(description="The sentence that answers best.")]
    highlights: Annotated[list[Span], Field(description="The words in the evidence that answer.")]
    url: Annotated[str, Field(description="Where the paragraph stands on this site.")]


class Reply(TypedDict):
    """What the bot says, and what it bases that on."""

    question: Annotated[str, Field(description="The question as it was asked.")]
    standalone_question: Annotated[str, Field(description="The question with what it takes from the history.")]
    status: Annotated[
        Literal["answered", "unanswered", "chat"],
        Field(
            description="Whether the articles answer; `chat` is a greeting, thanks, or a question about the bot or the "
            "answer before, and may come with the passage that it speaks of."
        ),
    ]
    reply: Annotated[
        str,
        Field(
            description="What a chat bubble shows; in an answer the article's own words. Of several questions in one "
            "message the replies stand a line each; one that has no answer is named there."
        ),
    ]
    passages: Annotated[list[Passage], Field(description="The passages that answer, best first.")]
    related: Annotated[list[Passage], Field(description="Where nothing answers: the nearest passages.")]
    missing: Annotated[list[str], Field(description="Words of the question that the articles never use.")]
    suggestions: Annotated[list[str], Field(description="Questions that the bot has checked it can answer.")]
    took_ms: Annotated[float, Field(ge=0, description="Milliseconds it took to answer.")]


class ArticleSummary(TypedDict):
    """An article without its paragraphs."""

    id: Annotated[str, Field(examples=[SAMPLE])]
    title: str
    byline: str | None
    published: Annotated[str | None, Field(description="The date line, as the page has it.")]
    source: Annotated[str | None, Field(description="The address the article was copied from.")]
    paragraphs: Annotated[int, Field(ge=0, description="How many paragraphs it has.")]
    url: Annotated[str, Field(description="Where the article stands on this site.")]


class Articles(TypedDict):
    """All articles served, in the order of the corpus."""

    articles: list[ArticleSummary]


class Paragraph(TypedDict):
    """A paragraph of an article."""

    id: Annotated[str, Field(examples=[f"{SAMPLE}#p16"])]
    number: Annotated[int, Field(ge=0, description="From 1 in the order of the file; 0 is the byline.")]
    kind: Annotated[str, Field(description="What it is on the page, such as `body`, `caption`, `note`, `byline`.")]
    text: str
    url: str


class Article(TypedDict):
    """An article with its paragraphs in order."""

    id: str
    title: str
    byline: str | None
    published: str | None
    source: str | None
    url: str
    paragraphs: list[Paragraph]


class BadField(TypedDict):
    """A field that cannot be taken."""

    field: Annotated[str, Field(description="The field's name, such as `limit` or `history.0`.")]
    detail: str


class Problem(TypedDict):
    """What went wrong, as RFC 9457 has it."""

    type: Annotated[
        str, Field(description="An address that explains this kind of problem; `about:blank`: its title does.")
    ]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    errors: Annotated[list[BadField], Field(description="Each bad field; empty where no field is to blame.")]
    request_id: Annotated[str, Field(description="The id of this request, also in `X-Request-ID` and in the logs.")]


class ContentPart(BaseModel):
    """A part of a message; only text is read."""

    model_config = ConfigDict(extra="allow", strict=True)

    type: str
    text: str | None = None


_TEXT: TypeAdapter[str | None] = TypeAdapter(str | None)
_PARTS: TypeAdapter[list[ContentPart]] = TypeAdapter(list[ContentPart])


def _content(value: object, _validate: object) -> str | list[ContentPart] | None:
    """Check the one form that a content has: a union would name what is wrong with it in each of the others too."""
    if isinstance(value, list):
        return _PARTS.validate_python(value)
    if value is None or isinstance(value, str):
        return _TEXT.validate_python(value)
    raise PydanticCustomError("content_type", "must be a string or a list of objects")


class ChatMessage(BaseModel):
    """A message of a conversation; the bot answers the last of the user's, the earlier ones are its history."""

    model_config = ConfigDict(extra="allow", strict=True)

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Annotated[
        str | list[ContentPart] | None,
        WrapValidator(_content),
        Field(description="The text, or parts of which those of the type `text` are read."),
    ] = None


class StreamOptions(BaseModel):
    """What a stream carries besides the answer."""

    model_config = ConfigDict(extra="allow", strict=True)

    include_usage: bool | None = None


class ChatRequest(BaseModel):
    """A conversation, as OpenAI's clients send it; what else they send is taken and not used."""

    model_config = ConfigDict(
        extra="allow",
        strict=True,
        json_schema_extra={
            "examples": [
                {
                    "model": "article-bot",
                    "messages": [{"role": "user", "content": "what is Korea doing in Malaysia?"}],
                }
            ]
        },
    )

    messages: Annotated[list[ChatMessage], Field(min_length=1)]
    model: Annotated[str, Field(description="Any name is taken; there is one model.")] = "article-bot"
    stream: Annotated[bool | None, Field(description="Send the answer as server-sent events.")] = None
    stream_options: StreamOptions | None = None


class UrlCitation(TypedDict):
    """The place of a quotation: code points of `content` that link to it, half-open."""

    start_index: int
    end_index: int
    title: str
    url: str


class Annotation(TypedDict):
    """A citation in a message."""

    type: Literal["url_citation"]
    url_citation: UrlCitation


class Answer(TypedDict):
    """The bot's message."""

    role: Literal["assistant"]
    content: str
    refusal: None
    annotations: list[Annotation]


class Choice(TypedDict):
    """The one answer there is."""

    index: int
    message: Answer
    logprobs: None
    finish_reason: Literal["stop"]


class Usage(TypedDict):
    """Words, for there are no tokens."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Completion(TypedDict):
    """An answer as OpenAI's clients expect it."""

    id: str
    object: Literal["chat.completion"]
    created: Annotated[int, Field(description="Seconds since 1970.")]
    model: str
    choices: list[Choice]
    usage: Usage


class Model(TypedDict):
    """A model, of which there is one."""

    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class Models(TypedDict):
    """The models there are."""

    object: Literal["list"]
    data: list[Model]


class ChatError(TypedDict):
    """What went wrong, in OpenAI's words."""

    message: str
    type: str
    param: str | None
    code: str | None


class ChatFailure(TypedDict):
    """What went wrong, in OpenAI's shape."""

    error: ChatError


REPLY: TypeAdapter[Any] = TypeAdapter(Reply)
ARTICLES: TypeAdapter[Any] = TypeAdapter(Articles)
ARTICLE: TypeAdapter[Any] = TypeAdapter(Article)
PROBLEM: TypeAdapter[Any] = TypeAdapter(Problem)
COMPLETION: TypeAdapter[Any] = TypeAdapter(Completion)
MODEL: TypeAdapter[Any] = TypeAdapter(Model)
MODELS: TypeAdapter[Any] = TypeAdapter(Models)
CHAT_FAILURE: TypeAdapter[Any] = TypeAdapter(ChatFailure)
ASK_REQUEST: TypeAdapter[Any] = TypeAdapter(AskRequest)
CHAT_REQUEST: TypeAdapter[Any] = TypeAdapter(ChatRequest)
