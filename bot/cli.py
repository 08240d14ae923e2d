"""The commands: ``bot serve``, ``ask``, ``chat``, ``eval``, ``config``, ``keys`` and ``mcp``."""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import BotError, SettingsError
from bot.models import HISTORY_LENGTH, QUESTION_LENGTH, Question
from bot.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answering import Bot
    from bot.indexing.store import Opened, Progress
    from bot.models import Article
    from bot.settings import Settings

_SOURCES = "Each setting is a BOT_ variable, BOT_PORT for port, or a line of the TOML file that BOT_CONFIG names."

# What a command needs beyond this is imported where it runs: `bot ask` pays for no server, `bot --help` for nothing.


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0 where it is done, 1 where it failed, 2 where it was called wrongly."""
    # A stream that the caller has closed is None.
    sys.stdin = sys.stdin or io.StringIO()
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    try:
        try:
            arguments = _parser().parse_args(argv)
            status: int = arguments.run(arguments)
        finally:
            sys.stdout.flush()  # the help too: argparse prints it and leaves
    except BotError as error:
        _complain(str(error))
        return 2 if isinstance(error, SettingsError) else 1
    except BrokenPipeError:
        _forget_output()  # whoever read it has read enough
        return 0
    except OSError as error:
        _forget_output()
        _complain(str(error))
        return 1
    except KeyboardInterrupt:
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bot",
        description="Ask an article a question, get its own words.",
        epilog=f"{_SOURCES} 'bot config' prints them.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the name and the version, and leave")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = _command(commands, "serve", _serve, "show the window and answer over JSON")
    serve.add_argument("--host", metavar="ADDRESS", help="the address to listen on (BOT_HOST), 127.0.0.1 if not set")
    serve.add_argument("--port", metavar="N", help="the port to listen on (BOT_PORT), 8000 if not set")

    ask = _command(commands, "ask", _ask, "answer one question")
    ask.add_argument("question", metavar="QUESTION", type=_question, help="what you want to know")
    ask.add_argument("--json", action="store_true", help="print the reply as the JSON endpoint gives it")

    _command(commands, "chat", _chat, "answer questions one after the other")

    evaluate = _command(commands, "eval", _eval, "measure the answers to questions whose answers are known")
    evaluate.add_argument("file", metavar="FILE", type=Path, help="a SQuAD file, or lines of JSON")
    evaluate.add_argument("--json", action="store_true", help="print the figures as JSON")
    evaluate.add_argument("--misses", action="store_true", help="list the questions that went wrong")
    evaluate.add_argument("--each-article", action="store_true", help="index and ask each article alone")
    evaluate.add_argument(
        "--articles", type=_range, metavar="N-M", help="keep only these articles of a SQuAD file, counted from 1"
    )

    _command(
        commands, "mcp", _mcp, "offer the bot as tools of the Model Context Protocol, over standard input and output"
    )
    _command(commands, "index", _index, "build the index ahead of time, or bring it up to date")
    _command(commands, "config", _config, "print the settings, what they mean and where each came from")

    keys = commands.add_parser("keys", help="make and withdraw API keys", description="Make and withdraw API keys.")
    where = "the file that holds them (BOT_KEYS)"
    keys.add_argument("--keys", metavar="FILE", help=where)
    keys.set_defaults(run=_keys)
    deeds = keys.add_subparsers(dest="deed", required=True, metavar="DEED")
    for deed, purpose in (
        ("list", "name the keys"),
        ("add", "make a key and print it, once"),
        ("remove", "withdraw a key"),
    ):
        command = deeds.add_parser(deed, help=purpose)
        # Suppressed, for a default here would take the place of what stands before the deed.
        command.add_argument("--keys", metavar="FILE", default=argparse.SUPPRESS, help=where)
        if deed != "list":
            command.add_argument("name", metavar="NAME", help="whose key it is")
    return parser


class _Version(argparse.Action):
    """Prints the version; argparse's own action wants it, and the package's metadata read, for every command."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import metadata  # noqa: PLC0415

        about = metadata("article-bot")
        Terminal(sys.stdout).line(f"{about['Name']} {about['Version']}")
        parser.exit()


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    purpose: str,
) -> argparse.ArgumentParser:
    """Add a command; each one takes the corpus it works on."""
    command = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
    command.add_argument(
        "--corpus",
        metavar="PATH",
        help="an article or a folder of articles (BOT_CORPUS); without it, the article that comes with the bot",
    )
    if run is not _eval:  # its index is in memory, where there is one engine
        command.add_argument(
            "--engine",
            metavar="NAME",
            help="what searches: rank-bm25, tantivy (for large corpora), or auto, which goes by size (BOT_ENGINE)",
        )
    command.add_argument(
        "--semantic",
        action="store_true",
        default=None,
        help="let what words mean count too; needs the extra semantic (BOT_SEMANTIC)",
    )
    command.set_defaults(run=run)
    return command


def _serve(arguments: argparse.Namespace) -> int:
    from bot.web.server import serve  # noqa: PLC0415

    return serve(_settings(arguments))


def _mcp(arguments: argparse.Namespace) -> int:
    try:
        from bot.web.mcp import serve_stdio  # noqa: PLC0415 # an extra
    except ModuleNotFoundError as error:
        raise BotError(f"this needs the extra mcp: pip install 'article-bot[mcp]' ({error})") from None
    serve_stdio(_bot(arguments))
    return 0


def _config(arguments: argparse.Namespace) -> int:
    from bot.settings import describe  # noqa: PLC0415

    settings, terminal = _settings(arguments), Terminal(sys.stdout)
    for name, value, origin, meaning in describe(settings):
        terminal.line(f"{name} = {value}  ({origin}): {meaning}")
    terminal.line(_SOURCES)
    for variable in settings.unknown:
        _complain(f"{variable} is no setting of the bot")
    return 0


def _keys(arguments: argparse.Namespace) -> int:
    from bot.web.keys import KeyRing  # noqa: PLC0415

    path = _settings(arguments).keys
    if path is None:
        raise BotError("name the file that holds the keys: --keys FILE, or BOT_KEYS")
    ring, terminal = KeyRing(path), Terminal(sys.stdout)
    if arguments.deed == "add":
        if sys.__stdout__ is None:
            raise BotError("a key is shown only once, and standard output is closed: open it")
        made = ring.add(arguments.name)
        try:
            terminal.line(made)
            sys.stdout.flush()
        except OSError as error:
            ring.remove(arguments.name)  # nobody has seen it
            _forget_output()
            raise BotError(f"the key could not be shown, and is not kept: {error.strerror}") from None
    elif arguments.deed == "remove":
        ring.remove(arguments.name)
    else:
        for key in ring.keys:
            terminal.line(f"{key.name}  {key.made}")
    return 0


def _ask(arguments: argparse.Namespace) -> int:
    reply = _bot(arguments).ask(Question(arguments.question))
    terminal = Terminal(sys.stdout)
    if arguments.json:
        terminal.json(reply.to_dict())
    else:
        terminal.reply(reply)
    return 0


def _chat(arguments: argparse.Namespace) -> int:
    bot, terminal = _bot(arguments), Terminal(sys.stdout)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    prompt = ""
    if sys.stdin.isatty():
        with suppress(ImportError):  # not on every system; where it is, input() edits lines with it
            import readline  # noqa: F401, PLC0415
        prompt = "> "
        terminal.line("Ask a question; /quit or Ctrl-D ends.")
        terminal.suggest(bot.offers.examples)
        terminal.line()
    history: tuple[str, ...] = ()
    with suppress(EOFError, KeyboardInterrupt):
        while (line := input(prompt)).strip() != "/quit":
            try:
                asked = _question(line)
            except argparse.ArgumentTypeError as error:
                if line.strip():
                    terminal.line(f"{error}")
                continue
            terminal.reply(bot.ask(Question(asked, history)))
            terminal.line()
            history = (*history, asked)[-HISTORY_LENGTH:]
        return 0
    terminal.line()  # so that the shell's prompt does not stand behind ours
    return 0


def _eval(arguments: argparse.Namespace) -> int:
    from tqdm import tqdm  # noqa: PLC0415

    from bot.answering import Bot  # noqa: PLC0415
    from bot.evaluation import Round, each_article, evaluate  # noqa: PLC0415
    from bot.figures import Report  # noqa: PLC0415
    from bot.questions import load  # noqa: PLC0415

    found = load(arguments.file, arguments.articles)
    articles = found.articles or _articles(arguments)
    rounds = each_article(articles, found.cases) if arguments.each_article else [Round(articles, found.cases)]
    outcomes = evaluate(rounds, partial(Bot, semantic=_settings(arguments).semantic))
    total = sum(len(part.cases) for part in rounds)
    report = Report.of(list(tqdm(outcomes, total=total, disable=None, leave=False, unit=" questions")))
    terminal = Terminal(sys.stdout)
    if arguments.json:
        terminal.json(report.to_dict(misses=arguments.misses))
    else:
        terminal.report(report, misses=arguments.misses)
    return 0


def _index(arguments: argparse.Namespace) -> int:
    from tqdm import tqdm  # noqa: PLC0415

    began = time.perf_counter()
    stages: list[tqdm] = []

    def progress(stage: str, total: int) -> Callable[[int], object]:
        for done in stages:
            done.close()
        unit, scale = ("B", True) if stage == "reading" else (" paragraphs", False)
        stages.append(tqdm(desc=stage, total=total, unit=unit, unit_scale=scale, disable=None, leave=False))
        update: Callable[[int], object] = stages[-1].update
        return update

    opened = _open(arguments, progress)
    for done in stages:
        done.close()
    terminal = Terminal(sys.stdout)
    rows = {
        "articles": f"{len(opened.index.articles):,}",
        "paragraphs": f"{len(opened.index):,}",
        "terms": f"{len(opened.index.terms):,}",
        "engine": opened.engine,
        "articles read": f"{opened.read:,}",
        "size": "not kept" if opened.folder is None else f"{_size(opened.folder) / 1e6:,.1f} MB in {opened.folder}",
        "time": f"{time.perf_counter() - began:,.2f} s",
    }
    for name, value in rows.items():
        terminal.line(f"{name:<14}{value}")
    return 0


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _bot(arguments: argparse.Namespace) -> Bot:
    from bot.answering import Bot  # noqa: PLC0415

    return Bot(_open(arguments).index, semantic=_settings(arguments).semantic)


def _open(arguments: argparse.Namespace, *progress: Progress) -> Opened:
    """Open the index of the corpus, and name on standard error each file that had to be left out."""
    from bot import corpus  # noqa: PLC0415
    from bot.indexing import store  # noqa: PLC0415

    settings = _settings(arguments)
    opened = store.open_index(settings.corpus or corpus.shipped(), settings.engine, settings.cache, *progress)
    for skipped in opened.skipped:
        Terminal(sys.stderr).line(f"bot: skipped {skipped.path}: {skipped.reason}")
    if "pip install" in opened.engine:
        Terminal(sys.stderr).line(f"bot: {opened.engine}")
    return opened


def _articles(arguments: argparse.Namespace) -> tuple[Article, ...]:
    """Read the corpus, and name on standard error each file that had to be left out."""
    from bot import corpus  # noqa: PLC0415

    found = corpus.load(_settings(arguments).corpus or corpus.shipped())
    for skipped in found.skipped:
        Terminal(sys.stderr).line(f"bot: skipped {skipped.path}: {skipped.reason}")
    return found.articles


def _settings(arguments: argparse.Namespace) -> Settings:
    from bot import settings  # noqa: PLC0415

    return settings.load_settings({name: value for name, value in vars(arguments).items() if name in settings.FIELDS})


def _question(text: str) -> str:
    # What the shell hands over need not be text: bytes that are none come as lone surrogates.
    text = text.encode("utf-8", "replace").decode("utf-8").strip()
    if not text:
        raise argparse.ArgumentTypeError("a question is needed")
    if len(text) > QUESTION_LENGTH:
        raise argparse.ArgumentTypeError(
            f"a question has at most {QUESTION_LENGTH} characters, this one has {len(text)}"
        )
    return text


def _range(text: str) -> range:
    first, _, last = text.partition("-")
    if not (first.isdecimal() and (last or first).isdecimal() and 0 < int(first) <= int(last or first)):
        raise argparse.ArgumentTypeError("articles are chosen by number, as in 3 or 9-16")
    return range(int(first), int(last or first) + 1)


def _complain(message: str) -> None:
    for line in f"bot: {message}".splitlines():
        Terminal(sys.stderr).line(line)


def _forget_output() -> None:
    """Let the interpreter's last flush at its end go nowhere: it would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
