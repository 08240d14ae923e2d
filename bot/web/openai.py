"""The endpoints that OpenAI's clients and the chat front ends built for them expect."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request
from pydantic import ValidationError
from pydantic_core import to_json

from bot.errors import BadField
from bot.models import HISTORY_LENGTH, QUESTION_LENGTH, Question
from bot.web.api import bot, invalid, json_response, read_object
from bot.web.gate import QUESTION
from bot.web.problem import problem
from bot.web.schema import COMPLETION, MODEL, MODELS, ChatRequest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.models import Passage, Reply
    from bot.web.schema import ChatMessage

blueprint = Blueprint("openai", __name__)

NAME = "article-bot"
_MODEL = {"id": NAME, "object": "model", "created": 0, "owned_by": NAME}
_TASK = "### Task:"
"""How prompts begin that front ends send for themselves, to name or tag a conversation."""
_TASK_REPLIES = {"title": "Questions", "tags": [], "follow_ups": [], "queries": [], "text": ""}
"""What such prompts ask for, as JSON with one of these names; nothing in them is a question to the articles."""
_NOTHING_ASKED = "Ask a question about the articles."
_TOO_LONG = "A question has at most {most} characters, this one has {length}. Please ask it in fewer words."
_PIECE = 24


@blueprint.get("/v1/models")
def models() -> Response:
    """List the one model there is."""
    return json_response(MODELS.dump_json({"object": "list", "data": [_MODEL]}))


@blueprint.get("/v1/models/<model>")
def model(model: str) -> Response:
    """Describe the model."""
    if model != NAME:
        detail = f"There is no such model; there is {NAME}."
        return problem(404, detail, [BadField("model", detail)])
    return json_response(MODEL.dump_json(_MODEL))


@blueprint.post("/v1/chat/completions")
def chat_completions() -> Response:
    """Answer the last message of the user, with the earlier ones as history."""
    try:
        asked = ChatRequest.model_validate(read_object())
    except ValidationError as error:
        raise invalid(error) from None
    said = [_text(message) for message in asked.messages if message.role == "user"]
    content, citations = _answer(said)
    words = sum(len(_text(message).split()) for message in asked.messages), len(content.split())
    usage = {"prompt_tokens": words[0], "completion_tokens": words[1], "total_tokens": sum(words)}
    head = {"id": f"chatcmpl-{secrets.token_hex(12)}", "created": int(time.time()), "model": NAME}
    if asked.stream:
        with_usage = usage if asked.stream_options and asked.stream_options.include_usage else None
        events = _events({**head, "object": "chat.completion.chunk"}, content, citations, with_usage)
        body = b"".join(b"data: " + (to_json(event)) + b"\n\n" for event in events) + b"data: [DONE]\n\n"
        return Response(body, mimetype="text/event-stream")
    message = {"role": "assistant", "content": content, "refusal": None, "annotations": citations}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    completion = {**head, "object": "chat.completion", "choices": [choice], "usage": usage}
    return json_response(COMPLETION.dump_json(completion))


def _answer(said: Sequence[str]) -> tuple[str, list[dict[str, Any]]]:
    """Return what to say to the last of these messages, and the citations in it.

    What is no question is answered too, as a front end has nowhere but the conversation to say so.
    """
    *earlier, last = said or [""]
    if not last:
        return _NOTHING_ASKED, []
    if last.startswith(_TASK):
        wanted = {name: value for name, value in _TASK_REPLIES.items() if f'"{name}"' in last}
        return to_json(wanted).decode() if wanted else "", []
    if len(last) > QUESTION_LENGTH:
        return _TOO_LONG.format(most=QUESTION_LENGTH, length=len(last)), []
    history = [text for text in earlier if 0 < len(text) <= QUESTION_LENGTH and not text.startswith(_TASK)]
    request.environ[QUESTION] = last
    return _quote(bot().ask(Question(last, tuple(history[-HISTORY_LENGTH:]))))


def _quote(reply: Reply) -> tuple[str, list[dict[str, Any]]]:
    """Return a reply as Markdown: what it says, each sentence that it stands on and a link to its place."""
    content, citations = reply.reply.replace("\n", "\n\n"), []  # a single break is none in Markdown
    lines = reply.reply.split("\n")
    for passage in reply.cited:
        evidence = passage.paragraph.text[passage.evidence.start : passage.evidence.end]
        if evidence not in lines:
            content += f"\n\n> {evidence}"
        title = _title(passage)
        url = request.host_url.rstrip("/") + passage.paragraph.url
        link = f"[{title.replace('[', '(').replace(']', ')')}]({url})"
        content += "\n\n"
        start = len(content)
        content += link
        citation = {"start_index": start, "end_index": len(content), "title": title, "url": url}
        citations.append({"type": "url_citation", "url_citation": citation})
    return content, citations


def _title(passage: Passage) -> str:
    number = passage.paragraph.number
    return f"{passage.title}, paragraph {number}" if number else passage.title


def _events(
    head: dict[str, Any], content: str, citations: list[dict[str, Any]], usage: dict[str, int] | None
) -> Iterator[dict[str, Any]]:
    """Cut an answer into the pieces of a stream."""

    def event(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        chunk = {**head, "choices": [choice]}
        return {**chunk, "usage": None} if usage else chunk  # as OpenAI's where the last is to tell the usage

    yield event({"role": "assistant", "content": ""})
    for start in range(0, len(content), _PIECE):
        yield event({"content": content[start : start + _PIECE]})
    if citations:
        yield event({"annotations": citations})
    yield event({}, "stop")
    if usage:
        yield {**head, "choices": [], "usage": usage}


def _text(message: ChatMessage) -> str:
    if isinstance(message.content, str):
        return message.content.replace("\0", " ").strip()
    parts = message.content or []
    return " ".join(part.text.replace("\0", " ") for part in parts if part.type == "text" and part.text).strip()
