"""Settings: where they come from, what is allowed, how a bad one is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import SettingsError
from bot.settings import FIELDS, describe, load_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_command_line_comes_before_variables_these_before_the_file_that_before_defaults(tmp_path: Path) -> None:
    file = tmp_path / "bot.toml"
    file.write_text('port = 1\nhost = "::1"\nrate = "60/minute"\ncors_origins = ["https://a.example"]\n')
    environ = {"BOT_CONFIG": str(file), "BOT_PORT": "2", "BOT_HOST": "localhost"}
    settings = load_settings({"port": "3", "corpus": None}, environ)

    assert (settings.port, settings.host, settings.rate, settings.max_body) == (3, "localhost", "60/minute", 262_144)
    assert settings.cors_origins == ("https://a.example",)
    assert {name: settings.origins[name] for name in ("port", "host", "rate", "max_body")} == {
        "port": "command line",
        "host": "BOT_HOST",
        "rate": str(file),
        "max_body": "default",
    }


BAD = [
    ("port", "65536", "a port from 0 to 65535"),
    ("port", "eight", "a port from 0 to 65535"),
    ("port", "-1", "a port from 0 to 65535"),
    ("port", "tcp://10.96.0.7:8000", "enableServiceLinks: false"),
    ("host", "a b", "an address or a host name"),
    ("workers", "0", "from 1 to 64"),
    ("max_body", "10", "from 1024 to 16777216"),
    ("rate", "many", "such as 60/minute"),
    ("rate", "0/minute", "such as 60/minute"),
    ("rate_storage", "http://x", "the address of a Redis server"),
    ("rate_storage", "redis://:secret/x@127.0.0.1:6379/0", "the address of a Redis server"),
    ("rate_storage", "redis://[::1/0", "the address of a Redis server"),
    ("trusted_proxies", "10.0.0.0/99", "addresses or networks"),
    ("trusted_hosts", "http://x", "'http://x' is none"),
    ("trusted_hosts", "[::1]:8000", "[::1]:8000 is never matched: give it a name"),
    ("trusted_hosts", "the_bot", "the_bot is never matched: give it a name"),
    ("cors_origins", "*", "origins"),
    ("cors_origins", "https://x/path", "write https://x for https://x/path"),
    ("cors_origins", "https://.example.org", "each host has to be written out"),
    ("cors_origins", "https://a.org, https://a.org:443", "write https://a.org for https://a.org:443"),
    ("cors_origins", "http://[0::1]:3000", "write http://[::1]:3000 for http://[0::1]:3000"),
    ("cors_origins", "http://[::1%a;b]:3000", "origins"),
    ("cors_origins", "https://a.org:99999", "origins"),
    ("frame_ancestors", "http://[::1]:3000", "write a name for http://[::1]:3000"),
    ("frame_ancestors", "'self'; script-src *", "origins"),
    ("frame_ancestors", "https://x;script-src", "origins"),
    ("access_log", "perhaps", "true or false"),
    ("request_timeout", "0", "seconds from 1 to 60"),
    ("corpus", "~nobody-of-this-name/articles", "written out"),
]


@pytest.mark.parametrize(("name", "value", "allowed"), BAD)
def test_a_bad_setting_is_named_with_its_origin_and_what_is_allowed(name: str, value: str, allowed: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(environ={f"BOT_{name.upper()}": value})

    assert str(caught.value).startswith(f"{name} (from BOT_{name.upper()}) must be")
    assert allowed in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("cors_origins", "HTTPS://A.org/, http://a.org:8080", ("https://a.org", "http://a.org:8080")),
        ("cors_origins", "http://[::1]:3000", ("http://[::1]:3000",)),
        ("cors_origins", "http://the_page:3000", ("http://the_page:3000",)),
        (
            "trusted_hosts",
            "Bot.example.org, .example.com,localhost:8000",
            ("bot.example.org", ".example.com", "localhost:8000"),
        ),
        ("trusted_proxies", "10.0.0.1, ", ("10.0.0.1/32",)),
        ("trusted_proxies", " ,", ()),
    ],
)
def test_a_list_is_parted_by_commas(name: str, value: str, taken: tuple[str, ...]) -> None:
    assert getattr(load_settings(environ={f"BOT_{name.upper()}": value}), name) == taken


def test_all_bad_settings_are_named_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({"port": "x", "nonsense": 1}, {"BOT_WORKERS": "x"})

    assert [line.split()[0] for line in str(caught.value).splitlines()] == ["workers", "port", "nonsense"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("port = ", "is not TOML"),
        (f"port = {'9' * 5000}", "is not TOML"),
        (f"port = {'[' * 5000}", "is not TOML"),
        ("nonsense = 1", "is no setting"),
        ("port = true", "must be a port"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "bot.toml"
    file.write_text(text)

    with pytest.raises(SettingsError, match=said) as caught:
        load_settings(environ={"BOT_CONFIG": str(file)})
    assert str(file) in str(caught.value)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SettingsError, match="BOT_CONFIG /no/such cannot be read"):
        load_settings(environ={"BOT_CONFIG": "/no/such"})


def test_a_variable_that_is_no_setting_is_remembered_for_a_warning() -> None:
    assert load_settings(environ={"BOT_PROT": "1", "PATH": "x"}).unknown == ("BOT_PROT",)


def test_the_list_of_settings_shows_no_secret() -> None:
    rows = describe(load_settings(environ={"BOT_RATE_STORAGE": "redis://:password@127.0.0.1/0"}))

    assert [name for name, *_ in rows] == list(FIELDS)
    assert ("rate_storage", "(hidden)", "BOT_RATE_STORAGE") in [row[:3] for row in rows]
    assert "password" not in str(rows)
