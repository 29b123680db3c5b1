"""What is shaped like a CPR number, and what is not. None of these belongs to anybody."""

from __future__ import annotations

import pytest

from boardkeeper.domain.cpr import holds_cpr_shape


@pytest.mark.parametrize("text", ["311299-0000", "attest på 3112990000.", "010100 0000"])
def test_a_day_and_four_digits_are_shaped_like_one(text: str) -> None:
    assert holds_cpr_shape(text)


@pytest.mark.parametrize(
    "text",
    ["", "00 11 22 33", "+45 00 00 00 00", "2026-03-05", "321299-0000", "31129900001", "§ 7"],
)
def test_other_numbers_are_not(text: str) -> None:
    assert not holds_cpr_shape(text)
