import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluezone_desk.domain.phones import NEW_PREFIXES, Phone, format_phone, mask_phone, parse_phone


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        (" (091) 234-5678 ", "0912345678"),
        ("+84912345678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("84912345678", "0912345678"),
        ("０９１２３４５６７８", "0912345678"),
        ("024 3825 1234", "02438251234"),
        ("+84 24 3825 1234", "02438251234"),
        ("0218 385 1234", "02183851234"),
        ("+1 415 555 0100", "+14155550100"),
    ],
)
def test_a_number_is_read_however_it_is_written(typed: str, number: str) -> None:
    assert parse_phone(typed) == Phone(number)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("01681234567", "0381234567"),
        ("01201234567", "0701234567"),
        ("01211234567", "0791234567"),
        ("01251234567", "0851234567"),
        ("01271234567", "0811234567"),
        ("01881234567", "0581234567"),
        ("01991234567", "0591234567"),
        ("+84 168 123 4567", "0381234567"),
    ],
)
def test_an_eleven_digit_mobile_is_converted_and_says_so(old: str, new: str) -> None:
    phone = parse_phone(old)
    assert phone is not None
    assert phone.number == new
    assert phone.old_form == "0" + "".join(c for c in old if c.isdigit()).removeprefix("84").removeprefix("0")


def test_every_old_prefix_has_its_own_new_one() -> None:
    assert len(NEW_PREFIXES) == len(set(NEW_PREFIXES.values())) == 21


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0",
        "091234567",
        "09123456789",
        "0112345678",
        "01301234567",
        "Tuấn",
        "0912345678a",
        "0" * 5000,
        "+84",
        "٠٩١٢٣٤٥٦٧٨",
    ],
)
def test_what_is_no_phone_number_is_refused(typed: str) -> None:
    assert parse_phone(typed) is None


def test_masks_and_groups() -> None:
    assert mask_phone("0912345678") == "0912 ••• 678"
    assert mask_phone("02438251234") == "0243 •••• 234"
    assert mask_phone("12345") == "•••••"
    assert mask_phone("") == ""
    assert format_phone("0912345678") == "0912 345 678"
    assert format_phone("02438251234") == "024 3825 1234"
    assert format_phone("02183851234") == "0218 385 1234"
    assert format_phone("+14155550100") == "+14155550100"


@given(st.text(alphabet=st.characters(), max_size=60) | st.text(alphabet="0123456789+ .-()84", max_size=20))
def test_anything_typed_is_read_or_refused(text: str) -> None:
    phone = parse_phone(text)
    if phone is not None:
        assert parse_phone(phone.number) == Phone(phone.number)
        assert parse_phone(format_phone(phone.number)) == Phone(phone.number)
        assert mask_phone(phone.number).count("•") == len(phone.number) - 7
