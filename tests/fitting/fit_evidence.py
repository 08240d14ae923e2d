"""Fit the weights of ``bot.evidence``: a softmax over all sentences of a question's candidates.

Run ``BOT_DATA=… python tests/fitting/fit_evidence.py``; it prints the weights and how often they are right, on the half
they were fitted on and on the other. Needs scipy.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parent))
from typing import TYPE_CHECKING

from squad import HALF, Asked, load

from bot.answering import CANDIDATES
from bot.building import build
from bot.evidence import cheap, dear
from bot.query import understand
from bot.weights import EVIDENCE

if TYPE_CHECKING:
    from bot.index import Index

NAMES = [name for name in EVIDENCE if name != "aside"]
"""Captions and notes are not in the data: their weight was chosen on the sample's tuning questions."""
# Scores are linear in the weights, so a feature is the score under a weight of 1 for it and 0 for the others.
SINGLE = [{other: float(other == name) for other in EVIDENCE} for name in NAMES]
STRENGTH = 3.0
"""Of the pull towards 0, on standardised features."""


class Candidates:
    """A question's sentences: a row of features each, their paragraphs, and which hold an answer."""

    def __init__(self, asked: Asked, index: Index, first: int) -> None:
        """Search the index, in which the question's article begins at a place."""
        self.gold = first + asked.paragraph
        self.places, rows, right = [], [], []
        query = understand(asked.text, index)
        for hit in index.engine.search(query.searched, CANDIDATES) if query.terms else ():
            passage = index[hit.paragraph]
            columns = [cheap(query, hit, passage, weights) for weights in SINGLE]
            for number, sentence in enumerate(passage.sentences):
                rows.append([column[number] + dear(query, sentence, one) for column, one in zip(columns, SINGLE)])  # noqa: B905
                self.places.append(hit.paragraph)
                right.append(hit.paragraph == self.gold and asked.answered_by(passage, number))
        self.features = np.array(rows, dtype=np.float32).reshape(-1, len(NAMES))
        self.right = np.array(right, dtype=bool)


def fit(questions: list[Candidates]) -> np.ndarray:
    """Return the weights under which the sentences that answer are likeliest."""
    scale = np.vstack([each.features for each in questions]).std(axis=0) + 1e-6
    useful = [(each.features / scale, each.right) for each in questions if each.right.any()]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value, gradient = STRENGTH / 2 * weights @ weights, STRENGTH * weights
        for features, right in useful:
            scores = features @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            held = share[right].sum() + 1e-12
            value -= np.log(held)
            gradient -= features.T @ (np.where(right, share / held, 0) - share)
        return value, gradient

    return minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x / scale


def report(name: str, questions: list[Candidates], weights: np.ndarray) -> None:
    """Print how often the right paragraph is first, among three, and its best sentence holds an answer."""
    first = three = held = 0
    for each in questions:
        if not each.places:
            continue
        order = np.argsort(-(each.features @ weights), kind="stable")
        ranked = list(dict.fromkeys(each.places[place] for place in order))
        first += ranked[0] == each.gold
        three += each.gold in ranked[:3]
        held += bool(each.right[order[0]])
    figures = {"R@1": first, "R@3": three, "evidence": held}
    print(f"{name}: " + ", ".join(f"{title} {count / len(questions):.4f}" for title, count in figures.items()))


def main() -> None:
    """Fit, and print."""
    articles, asked = load()
    together = build(articles)
    alone = [build([article]) for article in articles]
    halves: dict[tuple[str, bool], list[Candidates]] = {}
    for each in asked:
        if each.answers:
            first = together.among(articles[each.article].id).start
            half = each.article < HALF
            halves.setdefault(("together", half), []).append(Candidates(each, together, first))
            halves.setdefault(("alone", half), []).append(Candidates(each, alone[each.article], 0))
    weights = fit([*halves["together", True], *halves["alone", True]])
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    for (mode, half), questions in halves.items():
        report(f"{mode}, {'fitted' if half else 'unseen'} half", questions, weights)


if __name__ == "__main__":
    main()
