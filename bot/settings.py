"""The settings: what each is called, what it may be, and where its value came from.

The command line comes before ``BOT_…`` variables, these before the TOML file that ``BOT_CONFIG`` names, that before
the defaults.
"""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args
from urllib.parse import urlsplit

from bot.engines.base import Choice
from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_WORKERS = 64
_HOST = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*"
_PORTS = {"http": 80, "https": 443}
"""The ports that browsers leave out."""


class _RefusedError(ValueError):
    """The message says what is allowed."""


def _text(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise _RefusedError("must be text")
    return value.strip()


def _host(value: object) -> str:
    host = _text(value)
    if not re.fullmatch(r"[A-Za-z0-9_.:-]+(?:%[A-Za-z0-9]+)?", host):
        raise _RefusedError("must be an address or a host name to listen on, such as 127.0.0.1")
    return host


def _path(value: object) -> Path | None:
    text = _text(str(value) if isinstance(value, Path) else value)
    try:
        return Path(text).expanduser() if text else None
    except RuntimeError:
        raise _RefusedError("must be written out, for the home folder that ~ stands for is not known") from None


def _flag(value: object) -> bool:
    text = str(value).strip().lower()
    if text not in {"true", "false", "1", "0", "yes", "no", "on", "off"}:
        raise _RefusedError("must be true or false")
    return text in {"true", "1", "yes", "on"}


def _number(least: int, most: int, what: str) -> Callable[[object], int]:
    def check(value: object) -> int:
        text = str(value).strip()
        if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,12}", text) or not least <= int(text) <= most:
            raise _RefusedError(f"must be {what} from {least} to {most}")
        return int(text)

    return check


def _port(value: object) -> int:
    if re.match("(?:tcp|udp|sctp)://", str(value)):
        raise _RefusedError(
            f"must be a port from 0 to 65535, and {value} is what Kubernetes sets for a service named bot: name the"
            " service otherwise, set BOT_PORT for the container, or enableServiceLinks: false for its pod"
        )
    return _number(0, 65535, "a port")(value)


def _list(one: Callable[[str], str], what: str) -> Callable[[object], tuple[str, ...]]:
    def check(value: object) -> tuple[str, ...]:
        items = value.split(",") if isinstance(value, str) else value
        if not isinstance(items, (list, tuple)):
            raise _RefusedError(f"must be {what}, parted by commas")
        try:
            return tuple(one(text) for item in items if (text := _text(item)))
        except ValueError as error:
            raise _RefusedError(f"must be {what}, parted by commas: {error}") from None

    return check


def _network(text: str) -> str:
    return str(ipaddress.ip_network(text, strict=False))


def _origin(text: str) -> str:
    """Return an origin as browsers write it, for it is compared with what they send."""
    parts = urlsplit(text)
    found = re.fullmatch(rf"({_HOST}|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?", parts.netloc)
    if parts.scheme not in _PORTS or not found:  # nothing else may get into a header
        raise ValueError(f"{text!r} is none; each host has to be written out")
    host = f"[{ipaddress.IPv6Address(parts.hostname)}]" if "[" in parts.netloc else found[1].lower()
    port = "" if parts.port in {None, _PORTS[parts.scheme]} else f":{parts.port}"
    origin = f"{parts.scheme}://{host}{port}"
    if text.lower().rstrip("/") != origin:
        raise ValueError(f"write {origin} for {text}, as browsers do")
    return origin


def _site(text: str) -> str:
    origin = _origin(text)
    if "[" in origin:
        raise ValueError(f"browsers take no address in brackets here: write a name for {text}")
    return origin


def _host_name(text: str) -> str:
    if re.search(r"[_\[]", text):  # werkzeug refuses the one and cannot match the other
        raise ValueError(f"{text} is never matched: give it a name of letters, digits, dashes and dots")
    if not re.fullmatch(rf"\.?{_HOST}(?::[0-9]{{1,5}})?", text):
        raise ValueError(f"{text!r} is none")
    return text.lower()


def _rate(value: object) -> str:
    text = _text(value).lower()
    if text and not re.fullmatch(r"[1-9][0-9]{0,8}/(?:second|minute|hour|day)", text):
        raise _RefusedError("must be a number of requests and a time, such as 60/minute (or second, hour, day)")
    return text


def _storage(value: object) -> str:
    text = _text(value)
    if text and not _is_redis(text):
        raise _RefusedError("must be the address of a Redis server, such as redis://127.0.0.1:6379/0")
    return text


def _is_redis(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:  # a port that is no number, a bracket that is left open
        return False
    return parts.scheme in {"redis", "rediss", "redis+unix"} and port != 0


def _setting(default: Any, check: Callable[[object], Any], meaning: str, *, secret: bool = False) -> Any:  # noqa: ANN401 # as dataclasses.field
    return field(default=default, metadata={"check": check, "meaning": meaning, "secret": secret})


def _engine(value: object) -> Choice:
    for name in get_args(Choice):
        if value == name:
            return cast("Choice", name)
    raise _RefusedError(f"must be one of {', '.join(get_args(Choice))}")


def _default_workers() -> int:
    return min(os.cpu_count() or 1, 4)


@dataclass(frozen=True)
class Settings:
    """Everything that can be set, checked."""

    corpus: Path | None = _setting(
        None, _path, "the folder or file to serve; empty: the article that comes with the bot"
    )
    engine: Choice = _setting("auto", _engine, "the search engine: rank-bm25, tantivy, or auto: by the corpus's size")
    semantic: bool = _setting(
        default=False, check=_flag, meaning="let what words mean count too; needs the extra semantic"
    )
    cache: Path | None = _setting(
        None, _path, "the folder that indexes are kept in; empty: article-bot in the user's folder for caches"
    )
    host: str = _setting("127.0.0.1", _host, "the address to listen on")
    port: int = _setting(8000, _port, "the port to listen on; 0: one that is free")
    workers: int = _setting(
        _default_workers(), _number(1, MOST_WORKERS, "a number of processes"), "processes that answer"
    )
    max_body: int = _setting(
        262_144, _number(1024, 16_777_216, "a number of bytes"), "bytes that a request's body may have"
    )
    max_headers: int = _setting(
        131_072, _number(8192, 1_048_576, "a number of bytes"), "bytes that a request's headers may have"
    )
    request_timeout: int = _setting(15, _number(1, 60, "seconds"), "seconds a client may take to send a request")
    max_connections: int = _setting(1024, _number(128, 65535, "a number"), "requests waiting or in work, all together")
    rate: str = _setting("", _rate, "requests a client or key may send, such as 60/minute; empty: any number")
    rate_storage: str = _setting(
        "", _storage, "the Redis server that counts for several servers; empty: counted in memory", secret=True
    )
    keys: Path | None = _setting(None, _path, "the file of API keys; empty: no key is asked for")
    trusted_proxies: tuple[str, ...] = _setting(
        (),
        _list(_network, "addresses or networks, such as 10.0.0.0/8"),
        "proxies believed about their clients' addresses",
    )
    trusted_hosts: tuple[str, ...] = _setting(
        (), _list(_host_name, "host names, such as bot.example.org or .example.org"), "host names served; empty: any"
    )
    cors_origins: tuple[str, ...] = _setting(
        (), _list(_origin, "origins, such as https://www.example.org"), "sites whose pages may call the JSON endpoints"
    )
    frame_ancestors: tuple[str, ...] = _setting(
        (), _list(_site, "origins, such as https://www.example.org"), "sites that may show the window in a frame"
    )
    access_log: bool = _setting(default=True, check=_flag, meaning="write a line of JSON for each request")
    log_questions: bool = _setting(default=False, check=_flag, meaning="write the questions into these lines")
    mcp: bool = _setting(default=False, check=_flag, meaning="serve the Model Context Protocol at /mcp")
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Where each value came from: ``command line``, ``BOT_NAME``, the file's name, or ``default``."""
    unknown: tuple[str, ...] = field(default=(), compare=False)
    """``BOT_…`` variables that name no setting: another program's, or a slip of the pen."""


FIELDS = {each.name: each for each in fields(Settings) if each.metadata}


def load_settings(overrides: Mapping[str, object] | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings in force; SettingsError names each bad one with what is allowed.

    An override that is None counts as not given.
    """
    environ = os.environ if environ is None else environ
    given: dict[str, tuple[object, str]] = {}
    problems: list[str] = []
    path = environ.get("BOT_CONFIG")
    if path:
        given |= {name: (value, path) for name, value in _read_file(Path(path)).items()}
    variables = {name: name[4:].lower() for name in environ if name.startswith("BOT_") and name != "BOT_CONFIG"}
    given |= {name: (environ[variable], variable) for variable, name in variables.items() if name in FIELDS}
    unknown = tuple(sorted(variable for variable, name in variables.items() if name not in FIELDS))
    given |= {name: (value, "command line") for name, value in (overrides or {}).items() if value is not None}
    values: dict[str, Any] = {}
    origins = dict.fromkeys(FIELDS, "default")
    for name, (value, origin) in given.items():
        if name not in FIELDS:
            problems.append(f"{name} (from {origin}) is no setting; there are {', '.join(FIELDS)}")
            continue
        try:
            values[name] = FIELDS[name].metadata["check"](value)
        except _RefusedError as error:
            problems.append(f"{name} (from {origin}) {error}")
        origins[name] = origin
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(**values, origins=origins, unknown=unknown)


def _read_file(path: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 # most runs have no file

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise SettingsError(f"BOT_CONFIG {path} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:  # TOMLDecodeError is the first; a number of 5,000 digits is too
        raise SettingsError(f"BOT_CONFIG {path} is not TOML: {error}") from None


def describe(settings: Settings) -> list[tuple[str, str, str, str]]:
    """Return each setting's name, value as text, origin and meaning; a secret's value is never shown."""
    rows = []
    for name, declared in FIELDS.items():
        value = getattr(settings, name)
        text = ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
        if declared.metadata["secret"] and value:
            text = "(hidden)"
        rows.append((name, text, settings.origins.get(name, "default"), declared.metadata["meaning"]))
    return rows
