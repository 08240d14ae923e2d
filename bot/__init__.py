"""Ask an article a question and get the article's own words, with their place."""

from __future__ import annotations

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

    from bot import api, problem, views  # noqa: PLC0415
    from bot.answering import Bot  # noqa: PLC0415
    from bot.corpus import load, shipped  # noqa: PLC0415
    from bot.settings import Settings, load_settings  # noqa: PLC0415

    if isinstance(config, Settings):
        settings, ready = config, None
    else:
        given = dict(config or {})
        ready = given.pop("bot", None)
        settings = load_settings(given)

    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    app.config["TRUSTED_HOSTS"] = list(settings.trusted_hosts) or None
    app.extensions["settings"] = settings
    app.extensions["skipped"] = ()
    if ready is None:
        corpus = load(settings.corpus or shipped())
        ready, app.extensions["skipped"] = Bot(corpus.articles), corpus.skipped
    app.extensions["bot"] = ready
    problem.register(app)
    app.register_blueprint(api.blueprint)
    app.register_blueprint(views.blueprint)
    return app
