"""What was worked out for a value is remembered for that very value, and for no other that is equal to it."""

from masthead.model import identity
from masthead.model.identity import by_identity


def test_work_is_done_once_for_each_value() -> None:
    asked: list[list[int]] = []

    @by_identity
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, other = [1, 2], [1, 2]
    assert [total(one), total(one), total(other), total(one)] == [3, 3, 3, 3]
    assert len(asked) == 2
    assert asked[0] is one
    assert asked[1] is other


def test_after_many_values_all_are_forgotten() -> None:
    asked: list[int] = []

    @by_identity
    def noted(value: list[int]) -> int:
        asked.append(value[0])
        return value[0]

    values = [[number] for number in range(identity.MANY + 1)]
    for value in values:
        noted(value)
    assert noted(values[-1]) == identity.MANY
    assert noted(values[0]) == 0
    assert asked == [*range(identity.MANY + 1), 0]
