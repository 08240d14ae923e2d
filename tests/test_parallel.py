"""Work done in other processes comes back in order, and is done here where they fail."""

from __future__ import annotations

import os
import signal
import subprocess
from itertools import count, takewhile

import pytest

from bot.indexing.parallel import Crew

TASKS = range(20)


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def end_elsewhere(task: tuple[int, int]) -> int:
    number, here = task
    if number == 3 and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def divide(number: int) -> float:
    return 1 / (number - 5)


@pytest.mark.parametrize("size", [0, 1, 3])
def test_results_come_in_the_order_of_the_tasks_from_so_many_processes(size: int) -> None:
    with Crew(size) as crew:
        found = list(crew.in_order(square, TASKS))
    assert [(task, result) for task, (result, _) in found] == [(task, task * task) for task in TASKS]
    processes = {process for _, (_, process) in found}
    assert processes == {os.getpid()} if size == 0 else os.getpid() not in processes


def test_few_more_tasks_are_drawn_than_results_are_taken() -> None:
    drawn = count()
    with Crew(2) as crew:
        for task, _ in crew.in_order(square, takewhile(lambda number: number < 50, drawn)):
            assert task >= 0
            if task == 10:
                break
    assert next(drawn) < 15


def test_what_a_process_that_ended_was_to_do_is_done_here() -> None:
    with Crew(2) as crew:
        assert [result for _, result in crew.in_order(end_elsewhere, [(task, os.getpid()) for task in TASKS])] == [
            *TASKS
        ]


def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: os.open("/nowhere", os.O_RDONLY))
    with Crew(2) as crew:
        assert {process for _, (_, process) in crew.in_order(square, TASKS)} == {os.getpid()}


def test_an_error_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError), Crew(2) as crew:
        list(crew.in_order(divide, TASKS))
