"""The head's PIN: never in the book as digits, journaled, and slow to guess."""

import hashlib

from reception import Reception

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.visits import Problem
from bluezone_desk.services.opening import open_desk
from bluezone_desk.services.roles import Tries
from bluezone_desk.store.moments import from_milliseconds

PIN, OTHER = "830164927", "5938"


def code(problem: Problem | None) -> Trouble | None:
    return problem.code if problem else None


def bytes_of_the_book(office: Reception) -> bytes:
    return b"".join(path.read_bytes() for path in office.folder.rglob("*") if path.is_file())


def test_without_a_pin_nobody_is_asked(office: Reception) -> None:
    assert not office.desk.roles.has_pin()
    assert office.desk.roles.check("") is None
    assert office.desk.roles.remove_pin("") is None


def test_the_pin_is_kept_journaled_and_never_as_digits(office: Reception) -> None:
    lines = office.desk.care.info().lines
    assert office.desk.roles.set_pin(PIN) is None
    assert office.desk.care.info().lines == lines + 1
    office.reopen()
    assert office.desk.roles.has_pin()
    assert office.desk.roles.check(PIN) is None
    assert code(office.desk.roles.check(OTHER)) is Trouble.PIN_WRONG
    assert office.desk.care.verify(None).ok
    office.desk.close()
    written = bytes_of_the_book(office)
    assert b"scrypt-16384-8-1" in written
    assert PIN.encode() not in written
    assert hashlib.sha256(PIN.encode()).hexdigest().encode() not in written


def test_only_a_few_digits_are_a_pin(office: Reception) -> None:
    for wrong in ("", "123", "1" * 13, "12a4", " 1234", "１２３４", "-123"):
        assert code(office.desk.roles.set_pin(wrong)) is Trouble.PIN_FORM
    assert not office.desk.roles.has_pin()


def test_the_old_pin_guards_the_new_one_and_the_removal(office: Reception) -> None:
    roles = office.desk.roles
    roles.set_pin(PIN)
    assert code(roles.set_pin(OTHER)) is Trouble.PIN_NEEDED
    assert code(roles.set_pin(OTHER, OTHER)) is Trouble.PIN_WRONG
    assert code(roles.remove_pin(OTHER)) is Trouble.PIN_WRONG
    assert roles.check(PIN) is None
    assert roles.set_pin(OTHER, PIN) is None
    assert code(roles.check(PIN)) is Trouble.PIN_WRONG
    assert roles.remove_pin(OTHER) is None
    assert not roles.has_pin()
    assert roles.set_pin(PIN) is None
    assert roles.check(PIN) is None


def test_after_five_wrong_tries_the_right_pin_waits_a_minute_too(office: Reception) -> None:
    roles = office.desk.roles
    roles.set_pin(PIN)
    assert [code(roles.check(OTHER)) for _ in range(5)] == [*[Trouble.PIN_WRONG] * 4, Trouble.PIN_LOCKED]
    office.pass_time(seconds=59)
    locked = roles.check(PIN)
    assert locked == Problem(Trouble.PIN_LOCKED, "pin", {"minutes": "1"})
    office.pass_time(seconds=1)
    assert code(roles.check(OTHER)) is Trouble.PIN_WRONG
    assert roles.check(PIN) is None


def test_wrong_tries_are_counted_with_the_book_and_not_with_the_program(office: Reception) -> None:
    office.desk.roles.set_pin(PIN)
    lines = office.desk.care.info().lines
    for _ in range(4):
        office.reopen()
        assert code(office.desk.roles.check(OTHER)) is Trouble.PIN_WRONG
    with open_desk(office.folder, office.clock) as command:
        assert code(command.roles.check(OTHER)) is Trouble.PIN_LOCKED
    office.reopen()
    assert code(office.desk.roles.check(PIN)) is Trouble.PIN_LOCKED
    assert office.desk.care.info().lines == lines + 5
    office.pass_time(seconds=60)
    assert office.desk.roles.check(PIN) is None
    assert code(office.desk.roles.check(OTHER)) is Trouble.PIN_WRONG
    assert office.desk.care.verify().ok


def test_each_five_wrong_tries_lock_twice_as_long_up_to_an_hour() -> None:
    seconds = [Tries(5 * round_, 0).locked_for(from_milliseconds(0)).total_seconds() for round_ in range(10)]
    assert seconds == [0, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert all(not Tries(wrong, 0).locked_for(from_milliseconds(0)) for wrong in (1, 4, 6, 9, 11))


def test_a_clock_put_right_does_not_lock_the_head_out(office: Reception) -> None:
    roles = office.desk.roles
    roles.set_pin(PIN)
    office.pass_time(days=1)
    for _ in range(5):
        roles.check(OTHER)
    office.pass_time(days=-1)
    assert roles.check(PIN) is None
