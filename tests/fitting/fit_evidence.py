"""Fit the weights of ``bot.evidence``: a softmax over all sentences of a question's candidates.

Run ``BOT_DATA=… python tests/fitting/fit_evidence.py``; it prints the weights and how often they are right, on what
they were fitted on and on the rest. Needs scipy.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parent))
from typing import TYPE_CHECKING

from examples import RARE, squad, written

from bot.answering import CANDIDATES
from bot.english.meaning import nearness
from bot.evidence import Scorer
from bot.query import understand
from bot.weights import EVIDENCE

if TYPE_CHECKING:
    from examples import Example

NAMES = [name for name in EVIDENCE if name not in ("aside", "tense", "silent")]
"""Captions, notes and plans are rare in the data: what they weigh was chosen on the sample's tuning questions."""
# Scores are linear in the weights, so a feature is the score under a weight of 1 for it and 0 for the others.
SINGLE = [{other: float(other == name) for other in EVIDENCE} for name in NAMES]
STRENGTH = 3.0
"""Of the pull towards 0, on standardised features."""
SAMPLE = 3
"""Of so many of SQuAD's questions one is looked at: more change the weights little, and take longer."""
SHARE = {"written": 4.0}
"""How often a question counts, by where it is from: SQuAD's were written with the paragraph in sight."""


class Candidates:
    """A question's sentences: a row of features each, their paragraphs, and which hold an answer."""

    def __init__(self, example: Example) -> None:
        """Search the index."""
        self.share = SHARE.get(example.group, 1.0)
        self.places, rows, right, gold = [], [], [], []
        index = example.index
        query = understand(example.text, index)
        scorers = [Scorer(query, weights) for weights in SINGLE]
        hits = index.engine.search(query.searched, CANDIDATES) if query.terms else []
        passages = [index[hit.paragraph] for hit in hits]
        near = nearness(query.meaning, passages)
        columns = [scorer.cheap(hits, passages, near, [()] * len(hits)) for scorer in scorers]
        for place, (hit, passage) in enumerate(zip(hits, passages)):  # noqa: B905
            for number, sentence in enumerate(passage.sentences):
                rows.append([column[place][number] + each.dear(sentence) for column, each in zip(columns, scorers)])  # noqa: B905
                self.places.append(hit.paragraph)
                right.append(example.answered_by(passage, number))
                gold.append(example.gold(passage))
        self.features = np.array(rows, dtype=np.float32).reshape(-1, len(NAMES))
        self.right = np.array(right, dtype=bool)
        self.gold = np.array(gold, dtype=bool)


def fit(questions: list[Candidates]) -> np.ndarray:
    """Return the weights under which the sentences that answer are likeliest."""
    scale = np.vstack([each.features for each in questions]).std(axis=0) + RARE
    useful = [(each.features / scale, each.right, each.share) for each in questions if each.right.any()]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value, gradient = STRENGTH / 2 * weights @ weights, STRENGTH * weights
        for features, right, counts in useful:
            scores = features @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            held = share[right].sum() + 1e-12
            value -= counts * np.log(held)
            gradient = gradient - counts * features.T @ (np.where(right, share / held, 0) - share)
        return value, gradient

    return minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x / scale


def report(name: str, questions: list[Candidates], weights: np.ndarray) -> None:
    """Print how often the right paragraph is first, among three, and its best sentence holds an answer."""
    first = three = held = 0
    for each in questions:
        if not each.places:
            continue
        order = np.argsort(-(each.features @ weights), kind="stable")
        ranked = {each.places[place]: bool(each.gold[place]) for place in order}
        found = list(ranked.values())
        first += found[0]
        three += any(found[:3])
        held += bool(each.right[order[0]])
    figures = {"R@1": first, "R@3": three, "evidence": held}
    shares = ", ".join(f"{title} {count / len(questions):.4f}" for title, count in figures.items())
    print(f"{name}: {shares} of {len(questions)}")


def main() -> None:
    """Fit, and print."""
    halves: dict[tuple[str, int], list[Candidates]] = defaultdict(list)
    for examples in (squad(together=True), squad(together=False)):
        for example in [each for each in examples if each.answerable][::SAMPLE]:
            halves[example.group, example.half].append(Candidates(example))
    for example in written():
        if example.answerable:
            halves[example.group, example.half].append(Candidates(example))
    weights = fit([each for (_, half), questions in halves.items() if half == 0 for each in questions])
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    for (group, half), questions in halves.items():
        report(f"{group}, {('fitted', 'unseen')[half]} half", questions, weights)


if __name__ == "__main__":
    main()
