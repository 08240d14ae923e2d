from __future__ import annotations

import pytest

from bot.english.variants import american

LOOK_BRITISH = """
    our four hour tour pour sour your flour contour velour wise rise prise prize exercise promise surprise
    otherwise enterprise expertise franchise advise revise precise noise raise cruise paradise acre ogre
    more  massacre genre rogue vogue league called filled controlled installed hello sense hence fence
    science phrase  analyses basis crisis programmer programmed caesar michael israel poet shoe aerobic
    louise denise is are re
"""


@pytest.mark.parametrize(
    ("british", "expected"),
    [
        ("recognising", "recognizing"),
        ("digitalised", "digitalized"),
        ("organisations", "organizations"),
        ("labour", "labor"),
        ("neighbourhoods", "neighborhoods"),
        ("behavioural", "behavioral"),
        ("centre", "center"),
        ("centred", "centered"),
        ("kilometres", "kilometers"),
        ("fibreglass", "fiberglass"),
        ("catalogue", "catalog"),
        ("cataloguing", "cataloging"),
        ("travelled", "traveled"),
        ("modelling", "modeling"),
        ("marvellous", "marvelous"),
        ("analyse", "analyze"),
        ("paralysed", "paralyzed"),
        ("defence", "defense"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("fulfilment", "fulfillment"),
        ("manoeuvres", "maneuvers"),
        ("paediatric", "pediatric"),
        ("anaesthetised", "anesthetized"),
        ("grey", "gray"),
    ],
)
def test_british_spelling_becomes_american(british: str, expected: str) -> None:
    assert american(british) == expected
    assert american(expected) == expected


@pytest.mark.parametrize(
    "word",
    LOOK_BRITISH.split(),
)
def test_word_that_only_looks_british_stays(word: str) -> None:
    assert american(word) == word
