"""The ledger of tax-free allowances."""

from __future__ import annotations

from boardkeeper.domain.allowances import AllowanceLine, ledger, standing_in_words, warnings_of
from boardkeeper.domain.money import Payment, PaymentKind
from boardkeeper.domain.rates import OwnRate, RateName, rate_in_force
from tests.support.builders import organisation
from tests.support.time_builders import payment

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")
TELEPHONE = PaymentKind.TELEPHONE


def lines(*payments: Payment, own: tuple[OwnRate, ...] = ()) -> list[AllowanceLine]:
    return ledger(payments, lambda rate, year: rate_in_force(rate, year, own))


def test_payments_of_a_year_are_added_up_against_the_cap() -> None:
    (line,) = lines(
        payment(CLUB, 1_000, TELEPHONE, "2023-02-01"), payment(CLUB, 200, TELEPHONE, "2023-08-01")
    )
    assert (line.paid, line.room_left, line.is_over, line.taxable) == (120_000, 125_000, False, 0)
    assert standing_in_words(line) == "DKK 1,200 of DKK 2,450, DKK 1,250 left"
    assert warnings_of([line]) == []


def test_the_cap_itself_is_free_of_tax() -> None:
    (line,) = lines(payment(CLUB, 2_450, TELEPHONE, "2023-02-01"))
    assert (line.is_over, line.room_left) == (False, 0)


def test_above_the_cap_all_of_it_becomes_taxable() -> None:
    (line,) = lines(payment(CLUB, 2_451, TELEPHONE, "2023-02-01"))
    assert (line.is_over, line.taxable, line.room_left) == (True, 245_100, 0)
    ((whose, told),) = warnings_of([line])
    assert whose == CLUB.id
    assert "DKK 2,451 was paid in 2023, above the rate of DKK 2,450" in told
    assert "all of it becomes taxable" in told
    assert "ligningsloven § 7 M" in told


def test_each_board_year_and_allowance_has_a_cap_of_its_own() -> None:
    found = lines(
        payment(CLUB, 2_000, TELEPHONE, "2023-02-01"),
        payment(SCHOOL, 2_000, TELEPHONE, "2023-02-01"),
        payment(CLUB, 2_000, TELEPHONE, "2024-02-01"),
        payment(CLUB, 1_400, PaymentKind.ADMINISTRATION, "2023-02-01"),
    )
    assert len(found) == 4
    assert not any(line.is_over for line in found)


def test_a_cap_of_another_year_says_so() -> None:
    (line,) = lines(payment(CLUB, 1_000, TELEPHONE, "2026-02-01"))
    assert standing_in_words(line).endswith(" · rate of 2023, check it")


def test_ones_own_cap_counts() -> None:
    own = OwnRate(rate=RateName.TELEPHONE, year=2026, amount=99_900)
    (line,) = lines(payment(CLUB, 1_000, TELEPHONE, "2026-02-01"), own=(own,))
    assert line.is_over


def test_a_refund_beside_allowances_is_told_once() -> None:
    found = lines(
        payment(CLUB, 1_000, TELEPHONE, "2023-02-01"),
        payment(CLUB, 500, PaymentKind.CLOTHING, "2023-02-01"),
        payment(CLUB, 348, PaymentKind.REFUND, "2023-03-01"),
    )
    ((whose, told),) = warnings_of(found)
    assert whose == CLUB.id
    assert "DKK 348 were refunded beside allowances (telephone and internet, clothing)" in told


def test_a_refund_of_another_board_or_year_disturbs_nobody() -> None:
    found = lines(
        payment(CLUB, 1_000, TELEPHONE, "2023-02-01"),
        payment(SCHOOL, 348, PaymentKind.REFUND, "2023-03-01"),
        payment(CLUB, 348, PaymentKind.REFUND, "2024-03-01"),
    )
    assert warnings_of(found) == []


def test_a_fee_beside_allowances_is_told_once() -> None:
    found = lines(
        payment(CLUB, 1_000, TELEPHONE, "2023-02-01"),
        payment(CLUB, 500, PaymentKind.CLOTHING, "2023-02-01"),
        payment(CLUB, 5_000, PaymentKind.FEE, "2023-03-01"),
        payment(SCHOOL, 100, TELEPHONE, "2023-02-01"),
    )
    ((whose, told),) = warnings_of(found)
    assert whose == CLUB.id
    assert "fees of DKK 5,000 were paid beside allowances" in told
    assert "free of tax for unpaid board members" in told


def test_what_is_no_allowance_has_no_line() -> None:
    others = [
        payment(CLUB, 1_000, kind)
        for kind in PaymentKind
        if kind not in (TELEPHONE, PaymentKind.ADMINISTRATION, PaymentKind.CLOTHING)
    ]
    assert lines(*others) == []
