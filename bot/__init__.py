"""Ask an article a question and get the article's own words, with their place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask

    from bot.settings import Settings


def create_app(config: Settings | Mapping[str, object] | None = None) -> Flask:
    """Return the application: the pages, the JSON endpoints and the bot behind them.

    ``config`` is the settings, or some of them by name; those not named come from ``BOT_…`` variables, a TOML file
    and the defaults. ``bot`` among them is a bot that is ready. CorpusError: there is nothing to serve.
    """
    # The command line answers without a web framework, so what only the server needs is imported here.
    from flask import Flask  # noqa: PLC0415

    from bot.errors import SettingsError  # noqa: PLC0415
    from bot.settings import Settings, load_settings  # noqa: PLC0415
    from bot.web import api, documentation, openai, operations, problem, views  # noqa: PLC0415
    from bot.web.gate import Gate  # noqa: PLC0415
    from bot.web.library import Library  # noqa: PLC0415
    from bot.web.shortcut import Shortcut  # noqa: PLC0415

    if isinstance(config, Settings):
        settings, ready = config, None
    else:
        given = dict(config or {})
        ready = given.pop("bot", None)
        settings = load_settings(given)

    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    app.config["TRUSTED_HOSTS"] = list(settings.trusted_hosts) or None
    problem.register(app)
    for part in (views, api, openai, documentation, operations):
        app.register_blueprint(part.blueprint)
    if settings.mcp:
        try:
            from bot.web import mcp  # noqa: PLC0415 # an extra
        except ModuleNotFoundError as error:
            raise SettingsError(f"mcp needs the extra of its name: pip install 'article-bot[mcp]' ({error})") from None
        app.extensions["mcp"] = mcp.Bridge(app.extensions)
        app.register_blueprint(mcp.blueprint)
    Shortcut(app)
    gate = Gate(app, settings)
    app.extensions.update(settings=settings, gate=gate, bot=ready)
    if ready is None:
        app.extensions["library"] = Library(
            settings, partial(gate.metrics.counted, semantic=settings.semantic), app.extensions
        )
    return app
