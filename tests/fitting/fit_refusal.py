"""Fit the weights of ``bot.refusal``: a logistic regression that tells own questions from another article's.

Run ``BOT_DATA=… python tests/fitting/fit_refusal.py``; it prints the weights and what they reach on both halves. Needs
scikit-learn. A question whose best evidence is wrong counts little, for answering it would be no gain.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent))
from typing import TYPE_CHECKING

from squad import HALF, Asked, load

from bot.answering import CANDIDATES
from bot.building import build
from bot.evidence import rank
from bot.query import understand
from bot.refusal import VETOES, coverage
from bot.weights import REFUSAL

if TYPE_CHECKING:
    from bot.index import Index

NAMES = [name for name in REFUSAL if name != "constant"]
CLASSES = {"own": 1.0, "other": 1.0, "own of 8": 0.5, "other of 8": 0.5, "unanswerable": 0.1}
WRONG = 0.2
SHIFT = 1.0
"""Added to the constant: how much rather a doubtful question is answered, chosen on the fitted half."""
SAMPLE = 0.4
"""Share of the questions written to have no answer that is taken: there are more of them than of any other."""


def features(asked: Asked, index: Index, gold: int | None) -> tuple[list[float] | None, bool]:
    """Return the features of a question's best evidence, and whether that holds an answer; None: there is none."""
    query = understand(asked.text, index)
    found = rank(query, index.engine.search(query.searched, CANDIDATES), index) if query.terms else []
    if not found:
        return None, False
    covered = coverage(query, found[0], index)
    right = found[0].paragraph == gold and asked.answered_by(index[found[0].paragraph], found[0].sentence)
    return None if any(covered[name] for name in VETOES) else [covered[name] for name in NAMES], right


def main() -> None:
    """Fit, and print."""
    articles, asked = load()
    chance = random.Random(1)  # noqa: S311 # no secret
    alone = [build([article]) for article in articles]
    halves = [build(articles[:HALF]), build(articles[HALF:])]
    rows: dict[tuple[int, str], list[tuple[list[float] | None, bool]]] = {}
    for each in asked:
        half = each.article // HALF
        if not each.answers:
            if chance.random() < SAMPLE:
                rows.setdefault((half, "unanswerable"), []).append(features(each, alone[each.article], None))
            continue
        other = chance.choice([place for place in range(half * HALF, half * HALF + HALF) if place != each.article])
        first = halves[half].among(articles[each.article].id).start
        rows.setdefault((half, "own"), []).append(features(each, alone[each.article], each.paragraph))
        rows.setdefault((half, "other"), []).append(features(each, alone[other], None))
        rows.setdefault((half, "own of 8"), []).append(features(each, halves[half], first + each.paragraph))
        rows.setdefault((half, "other of 8"), []).append(features(each, halves[1 - half], None))

    examples = [
        (found, name.startswith("own"), weight * (WRONG if name.startswith("own") and not right else 1))
        for name, weight in CLASSES.items()
        for found, right in rows[0, name]
        if found is not None
    ]
    values, answers, weights = (np.array(column) for column in zip(*examples, strict=True))
    scale = values.std(axis=0) + 1e-6
    model = LogisticRegression(max_iter=3000).fit(values / scale, answers, sample_weight=weights)
    found_weights, constant = model.coef_[0] / scale, model.intercept_[0] + SHIFT
    print(f'    "constant": {constant:.3f},')
    for name, weight in zip(NAMES, found_weights, strict=True):
        print(f'    "{name}": {weight:.3f},')
    for half, title in enumerate(("fitted half", "unseen half")):
        for name in CLASSES:
            said = [found is not None and np.dot(found, found_weights) + constant > 0 for found, _ in rows[half, name]]
            print(f"{title}, {name}: answered {np.mean(said):.4f} of {len(said)}")


if __name__ == "__main__":
    main()
