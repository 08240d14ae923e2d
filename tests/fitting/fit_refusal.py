"""Fit the weights of ``bot.refusal``: a logistic regression that tells questions with an answer from those without.

Run ``BOT_DATA=… python tests/fitting/fit_refusal.py``; it prints the weights and what they reach on what they were
fitted on and on the rest. Needs scikit-learn. A question whose best evidence is wrong counts little, for answering it
would be no gain.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent))
from typing import TYPE_CHECKING

from examples import RARE, squad, written

from bot.answering import CANDIDATES
from bot.evidence import rank
from bot.query import understand
from bot.refusal import coverage, vetoed
from bot.weights import REFUSAL

if TYPE_CHECKING:
    from examples import Example

NAMES = [name for name in REFUSAL if name != "constant"]
SHARE = {"alone": 1.0, "foreign": 2.0, "together": 0.5, "written": 2.0}
"""How often a question counts, by where it is from."""
TRAPS = 0.02
"""How often one of SQuAD's questions without an answer counts: they were written to look as if they had one."""
WRONG = 0.2
"""How often a question counts whose best evidence is wrong, beside one whose evidence is right."""
SHIFT = 0.87
"""Added to the constant: how much rather a doubtful question is answered, chosen on the fitted half."""


class Covered:
    """The features of a question's best evidence (None: there is none, or a veto), and whether that holds an answer."""

    def __init__(self, example: Example) -> None:
        """Look the question up."""
        index = example.index
        query = understand(example.text, index)
        found = rank(query, index.engine.search(query.searched, CANDIDATES), index, 1) if query.terms else []
        covered = coverage(query, found[0], index) if found and not query.personal else None
        self.features = None if covered is None or vetoed(covered) else [covered.get(name, 0.0) for name in NAMES]
        self.answerable = example.answerable
        self.right = bool(found) and example.answered_by(index[found[0].paragraph], found[0].sentence)
        self.share = SHARE[example.group]
        if self.answerable and not self.right:
            self.share *= WRONG
        if not self.answerable and example.group in ("alone", "together"):
            self.share *= TRAPS


def main() -> None:
    """Fit, and print."""
    halves: dict[tuple[str, int], list[Covered]] = defaultdict(list)
    for example in [*squad(together=True), *squad(together=False), *written()]:
        halves[example.group, example.half].append(Covered(example))
    fitted = [each for (_, half), some in halves.items() if half == 0 for each in some if each.features is not None]
    values = np.array([each.features for each in fitted])
    scale = values.std(axis=0) + RARE
    model = LogisticRegression(max_iter=3000)
    model.fit(values / scale, [each.answerable for each in fitted], sample_weight=[each.share for each in fitted])
    weights, constant = model.coef_[0] / scale, model.intercept_[0] + SHIFT
    print(f'    "constant": {constant:.3f},')
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')
    for (group, half), some in halves.items():
        said = [(each, each.features is not None and np.dot(each.features, weights) + constant > 0) for each in some]
        for title, kept in (("own", True), ("right", None), ("none", False)):
            chosen = [yes for each, yes in said if (each.right if kept is None else each.answerable == kept)]
            if chosen:
                named = f"{group}, {('fitted', 'unseen')[half]} half, {title}"
                print(f"{named}: answered {np.mean(chosen):.4f} of {len(chosen)}")


if __name__ == "__main__":
    main()
