"""Work that is shared gives what it gives when one process does it, and says when a share was not done."""

import os
from collections.abc import Sequence

import pytest

from masthead import shares
from masthead.halt import MastheadError
from masthead.shares import shared

ITEMS = tuple(range(100))


def squares(items: Sequence[int]) -> dict[int, int]:
    return {item: item * item for item in items}


@pytest.fixture(autouse=True)
def _three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)


def test_every_item_is_done_once_by_one_of_several_processes() -> None:
    done = shared(lambda items: (os.getpid(), squares(items)), ITEMS, 2)
    assert len({process for process, _ in done}) == 3
    assert sorted(pair for _, share in done for pair in share.items()) == sorted(squares(ITEMS).items())


@pytest.mark.parametrize("least", [101, 1_000])
def test_few_items_are_done_here(least: int) -> None:
    assert shared(lambda items: (os.getpid(), squares(items)), ITEMS, least) == [(os.getpid(), squares(ITEMS))]


def test_all_items_are_done_here_where_a_process_cannot_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "CAN_FORK", False)
    assert shared(lambda items: (os.getpid(), squares(items)), ITEMS, 2) == [(os.getpid(), squares(ITEMS))]


@pytest.mark.parametrize("fault", [MastheadError("No."), FileNotFoundError(2, "No such file")])
@pytest.mark.parametrize("item", [0, 1])
def test_a_fault_in_any_share_is_raised(item: int, fault: Exception) -> None:
    def work(items: Sequence[int]) -> None:
        if item in items:
            raise fault

    with pytest.raises(type(fault), match="No"):
        shared(work, ITEMS, 2)


def test_a_share_that_the_system_stops_is_told() -> None:
    def work(items: Sequence[int]) -> None:
        if 1 in items:
            os._exit(9)

    with pytest.raises(MastheadError, match="stopped by the system"):
        shared(work, ITEMS, 2)
