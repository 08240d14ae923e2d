"""What form a question has, and where its auxiliary and its verb are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.english.lexicon import IRREGULAR
from bot.english.senses import senses
from bot.english.wordclass import (
    AUX,
    BE,
    BREAKS,
    DETERMINERS,
    DO,
    HAVE,
    ORDINALS,
    PREPOSITIONS,
    PRONOUNS,
    WH,
    base,
    is_verb,
    may_be_verb,
    mostly_verb,
)

if TYPE_CHECKING:
    from bot.dialogue.phrase import Word

Form = Literal["be", "aux", "subject", "polar", "other"]
"""What is X? What does X do? Who does X? Does X do Y? Anything else."""

_INVARIANT = frozenset(
    "done been born had put set cut hit let cost hurt read shut spread cast quit beat bet run come become".split()
)
"""Participles that the irregular forms do not list."""
_SEEMING = frozenset("be been look looks feel sound taste smell seem".split())
_NEAR, _FAR = 5, 8  # words: "which of the two companies showed" is about as long as a question phrase gets


def shape(words: tuple[Word, ...]) -> tuple[Form, int, int, str]:
    """Return the form of a question, where its auxiliary and its verb are, and its question words."""
    lower = [word.lower for word in words]
    if lower and lower[0] in AUX:
        return "polar", 0, _verb(words, 0), ""
    asking = 1 if lower and lower[0] in PREPOSITIONS else 0
    if asking >= len(lower) or lower[asking] not in WH or lower[asking + 1 : asking + 2] == ["about"]:
        return "other", -1, -1, ""
    aux = next((i for i in range(asking + 1, min(len(lower), _FAR)) if lower[i] in AUX), -1)
    early = (
        i
        for i in range(asking + 1, min(len(lower), _NEAR))
        if lower[i - 1] not in DETERMINERS
        and not (aux > 0 and lower[i : i + 2] == [lower[asking + 1], "of"])  # what share of its cocoa
        and (is_verb(lower[i]) or lower[i].endswith("ed"))
    )
    verb = next(early, -1)
    if aux < 0 or asking < verb < aux:
        verb = verb if verb > 0 else _finite(lower, asking)
        return "subject", -1, verb, " ".join(word.text for word in words[:verb])
    wh = " ".join(word.text for word in words[:aux])
    if lower[asking] in ("who", "what", "which", "how") and _acts(words, asking, aux):
        return "subject", aux, aux + 1, wh
    verb = _verb(words, aux)
    if lower[aux] in HAVE and verb < 0:  # "which country has a queen"
        return "subject", -1, aux, wh
    return ("be" if verb < 0 and lower[aux] in BE else "aux"), aux, verb, wh


def _finite(lower: list[str], asking: int) -> int:
    """Return where the verb is that the question words themselves are the subject of: "which river flows"."""
    noun = lower[asking] in ("which", "what", "how")
    after = lower[asking + 2] if asking + 2 < len(lower) else ""
    if lower[asking] == "what" and after in BREAKS | DETERMINERS and base(lower[asking + 1]):
        return asking + 1  # "what set off the alarm"
    counted = lower[asking : asking + 2] in (["how", "much"], ["how", "many"]) and len(lower) > asking + 3
    for i in range(asking + 1 + noun + counted, min(len(lower), _FAR)):
        if base(lower[i]) and lower[i - 1] not in DETERMINERS | PREPOSITIONS:
            return i
    return min(asking + 1 + noun, len(lower) - 1)


def _acts(words: tuple[Word, ...], asking: int, aux: int) -> bool:
    """Tell whether an auxiliary is followed by its verb at once: nothing but the question words can be its subject."""
    after = words[aux + 1].lower if aux + 1 < len(words) else ""
    be = words[aux].lower in BE
    # Only the contrary is said so of what is asked for: "which kettle doesn't leak".
    if words[aux].lower in DO and words[aux].text.lower() != words[aux].lower and may_be_verb(after):
        return words[asking].lower in ("who", "which", "what")
    if after.endswith("ing") and not be:  # "how much would repairing it cost"
        return False
    if after in PREPOSITIONS or after in BE or after == "not" or is_verb(after):
        return True
    if after.endswith(("ing", "ed")) and words[aux + 1].text.islower():  # "what does QLED mean"
        return True
    if be:  # "who is afraid"
        found = senses(after)
        alone = aux + 2 >= len(words) or words[aux + 2].lower in BREAKS | {"of"}  # else of a noun: "creative work"
        return words[asking].lower != "how" and found[:1] == "a" and "n" not in found and alone
    who = words[asking].lower == "who" and bool(after) and words[aux].lower not in DO
    return who and (_bare(words[aux + 1]) or may_be_verb(after))  # "who could help"


def _verb(words: tuple[Word, ...], aux: int) -> int:
    """Return where the verb after an auxiliary and a subject is, or -1."""
    start = aux + 2 + (aux + 1 < len(words) and words[aux + 1].lower in DETERMINERS and not pointing(words, aux + 1))
    if words[aux].lower in BE | HAVE:
        return _participle(words, start, be=words[aux].lower in BE)
    if words[aux].lower not in DO:
        found = next((i for i in range(start, len(words)) if words[i].lower in ("be", "have")), -1)
        if found >= 0:
            return found
    after = [i for i in range(start, len(words)) if _may_act(words, i)]
    for i in after:
        if mostly_verb(words[i].lower):  # "does the night train stop", "did the ban last"
            last = i + 2 >= len(words) or words[i + 2].lower in PREPOSITIONS
            follows = i + 1 in after and not is_verb(words[i].lower) and (last or mostly_verb(words[i + 1].lower))
            return i + 1 if follows else i
    if after:  # "did the plan work", "does the plan benefit small firms"
        end = next((i for i in range(after[0] + 1, len(words)) if words[i].lower in BREAKS | DETERMINERS), len(words))
        return max(i for i in after if i < end)
    # A verb that is not known: the first word that is no name and does not begin or end a phrase.
    unknown = (i for i in range(start, len(words)) if _bare(words[i]) and not _led(words, i))
    return next(unknown, -1)


def _may_act(words: tuple[Word, ...], i: int) -> bool:
    if words[i].lower == "like" and words[i - 1].lower in _SEEMING:  # "what will the school look like"
        return False
    return words[i].text.islower() and may_be_verb(words[i].lower) and not _led(words, i)


def _led(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word stands after one that begins a phrase."""
    return words[i - 1].lower in DETERMINERS | PREPOSITIONS | {"of"} and not pointing(words, i - 1)


def pointing(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether "this" or "that" is a subject of its own: "how much would that bring"."""
    if words[i].lower not in ("this", "that") or i < 1 or words[i - 1].lower not in AUX or i + 1 == len(words):
        return False
    return is_verb(words[i + 1].lower)


def _participle(words: tuple[Word, ...], start: int, *, be: bool) -> int:
    """Return where the participle after "is" or "has" and a subject is, or -1."""
    for i in range(start, len(words)):
        lower = words[i].lower
        if words[i - 1].lower in ("who", "which"):  # "where was the man who won born"
            continue
        if be and lower in PREPOSITIONS:
            return -1
        if lower.endswith("ed") or (lower in IRREGULAR and base(lower)) or lower in _INVARIANT:
            return i
        if be and lower.endswith("ing") and not (_led(words, i) or _qualified(words, i) or _compound(words, i)):
            return i
    return -1


def _qualified(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word stands after an adjective: "the tallest building", "the next hearing"."""
    before = words[i - 1].lower
    found = senses(before)
    return before.endswith("est") or before in ORDINALS or (found[:1] == "a" and "n" not in found)


def _compound(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word ends a question as a noun that another makes one with: "what is machine learning?"."""
    before = words[i - 1]
    if i + 1 < len(words) or words[i - 2].lower not in BE or not before.text.islower() or before.lower in PRONOUNS:
        return False
    return not before.lower.endswith("s") and senses(before.lower)[:1] in ("n", "")


def _bare(word: Word) -> bool:
    """Tell whether a word may be the base form of a verb."""
    lower = word.lower
    return (
        word.text.islower() and not lower.endswith("s") and lower not in PREPOSITIONS | PRONOUNS and not senses(lower)
    )
