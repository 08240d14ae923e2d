"""A later question on what an earlier one says is done: how long it took or lasted, who says that it is so."""

from __future__ import annotations

import pytest

from bot.followup import resolve


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("What was Orlan like before it was rich?", "How long did it take to change?", "it take Orlan to change?"),
        ("When was the bridge built?", "How long did it take to build?", "it take to build the bridge?"),
        ("Who built the bridge?", "How much did it cost to build?", "it cost to build the bridge?"),
        ("What is creative destruction?", "How long does it take to work?", "How long does it take to work?"),
        ("Who built the bridge?", "How long did it take?", "it take to build the bridge?"),
        ("When was the bridge built?", "How long did it take?", "it take to build the bridge?"),
        ("When was the bridge closed?", "How long did that take?", "it take to close the bridge?"),
        ("When was the fair held?", "How long did it take?", "How long did the fair take?"),
        ("Who will run the mill?", "How long will it take?", "How long will it take to run the mill?"),
        ("Who met Kaldea in Port Imre?", "How long did it take?", "it take to meet Kaldea in Port Imre?"),
        ("Who negotiated with Kaldea?", "How long did that last?", "the negotiating with Kaldea last?"),
        ("Who negotiated with Kaldea?", "How long did it last?", "the negotiating with Kaldea last?"),
        ("Who led the strike?", "How long did that last?", "How long did the strike last?"),
        ("Why did the drivers strike?", "How long did that go on?", "for how long did the drivers strike?"),
        ("When was the bridge closed?", "How long did that last?", "for how long was the bridge closed?"),
        ("When did the fair begin?", "How long did that last?", "How long did the fair last?"),
    ],
)
def test_how_long_something_took_is_asked_of_what_was_done(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]).endswith(meant)


@pytest.mark.parametrize(
    ("earlier", "meant"),
    [
        ("Are Orlan and Kaldea good partners?", "who says that Orlan and Kaldea are good partners?"),
        ("Are Orlan and the old port of Holm rivals?", "who says that Orlan and the old port of Holm are rivals?"),
        ("Are heat pumps and boilers noisy?", "who says that heat pumps and boilers are noisy?"),
        ("Does the article say that Orlan could be rich?", "who says that Orlan could be rich?"),
        ("Does the article say Orlan could be rich?", "who says that Orlan could be rich?"),
    ],
)
def test_who_says_so_is_asked_of_all_that_it_is_said_of(earlier: str, meant: str) -> None:
    assert resolve("who says so?", [earlier]) == meant
