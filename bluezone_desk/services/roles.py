"""The head's role: a PIN that whole ID and phone numbers ask for. Without one, nobody is asked."""

import dataclasses
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.visits import Problem
from bluezone_desk.services.session import Session
from bluezone_desk.store import preferences
from bluezone_desk.store.connections import View
from bluezone_desk.store.moments import from_milliseconds, to_milliseconds

PIN_KEY = "head_pin"
TRIES_KEY = "head_pin_tries"
FEWEST_DIGITS: Final = 4
MOST_DIGITS: Final = 12
MOST_WRONG_TRIES: Final = 5
LOCKED_FOR: Final = timedelta(seconds=60)
LOCKED_LONGEST: Final = timedelta(hours=1)
#: Removed: a preference is never deleted, it says that there is nothing.
_NONE = "null"
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs since the last right one, and when the newest was given, in milliseconds."""

    wrong: int = 0
    at: int = 0

    def after_wrong(self, now: datetime) -> "Tries":
        return Tries(self.wrong + 1, to_milliseconds(now))

    def locked_for(self, now: datetime) -> timedelta:
        """How long nothing is compared yet. A clock that was put back makes no lock longer."""
        rounds, is_open = divmod(self.wrong, MOST_WRONG_TRIES)
        if not rounds or is_open:
            return timedelta(0)
        whole: timedelta = min(LOCKED_FOR * 2 ** min(rounds - 1, 10), LOCKED_LONGEST)
        return max(timedelta(0), whole - abs(now - from_milliseconds(self.at)))


class Roles:
    """Kept in the book as a salted scrypt hash, never as digits; who set or removed it, and when, is journaled.

    It keeps papers and exports at the role they belong to. It does not encrypt the book: whoever may read the
    book's file reads its lines.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def has_pin(self) -> bool:
        """Whether whole numbers ask for the head. Reads the book, on any thread."""
        with self._session.book.reading() as connection:
            return _kept_in(connection) is not None

    def check(self, pin: str) -> Problem | None:
        """None when this is the head's PIN, or none is set; else PIN_NEEDED, PIN_WRONG or PIN_LOCKED.

        Wrong tries are counted in the book, whichever window or command they come from, and journaled. After each
        fifth nothing is compared, the right PIN neither: for 60 s, then twice as long each time, an hour at most.
        Raises DeskFault when a try cannot be written down; then nothing is said of the PIN.
        """
        with self._session.book.reading() as connection:
            kept, tries = _kept_in(connection), _tries_in(connection)
        if kept is None:
            return None
        if not pin:
            return Problem(Trouble.PIN_NEEDED, "pin")
        left = tries.locked_for(self._session.clock.now())
        if left:
            return _locked(left)
        is_right = hmac.compare_digest(bytes.fromhex(kept["hash"]), _hash(pin, bytes.fromhex(kept["salt"])))
        return self._count(is_right) if tries.wrong or not is_right else None

    def _count(self, is_right: bool) -> Problem | None:
        """Write a try down before it is answered; of several programs that try at once, each is counted."""
        with self._session.writing() as page:
            tries, now = _tries_in(page.connection), self._session.clock.now()
            left = tries.locked_for(now)
            if left:
                return _locked(left)
            tries = Tries() if is_right else tries.after_wrong(now)
            change = preferences.setting(page.connection, TRIES_KEY, json.dumps(dataclasses.asdict(tries)))
            if change:
                deed = "accept_head_pin" if is_right else "refuse_head_pin"
                page.record(deed, PIN_KEY, self._session.name_in(page.connection), (change,))
        left = tries.locked_for(now)
        if left:
            return _locked(left)
        return None if is_right else Problem(Trouble.PIN_WRONG, "pin")

    def set_pin(self, new: str, old: str = "") -> Problem | None:
        """Set the PIN, or change it with the `old` one; None when it was done.

        Refused with PIN_FORM, and as `check` refuses. Raises DeskFault when the book cannot be written.
        """
        if not (new.isascii() and new.isdigit() and FEWEST_DIGITS <= len(new) <= MOST_DIGITS):
            return Problem(Trouble.PIN_FORM, "new", {"fewest": str(FEWEST_DIGITS), "most": str(MOST_DIGITS)})
        problem = self.check(old)
        if problem is None:
            salt = self._session.random_bytes(_SALT_BYTES)
            kept = {"kdf": "scrypt-16384-8-1", "salt": salt.hex(), "hash": _hash(new, salt).hex()}
            self._keep("set_head_pin", json.dumps(kept))
        return problem

    def remove_pin(self, old: str) -> Problem | None:
        """Ask nobody any more; None when it was done. Refused as `check` refuses; raises DeskFault."""
        problem = self.check(old)
        if problem is None and self.has_pin():
            self._keep("remove_head_pin", _NONE)
        return problem

    def _keep(self, deed: str, value: str) -> None:
        with self._session.writing() as page:
            change = preferences.setting(page.connection, PIN_KEY, value)
            if change:
                page.record(deed, PIN_KEY, self._session.name_in(page.connection), (change,))


def _locked(left: timedelta) -> Problem:
    return Problem(Trouble.PIN_LOCKED, "pin", {"minutes": str(ceil(left / timedelta(minutes=1)))})


def _tries_in(connection: View) -> Tries:
    return Tries(**json.loads(preferences.value_of(connection, TRIES_KEY) or "{}"))


def _kept_in(connection: View) -> dict[str, str] | None:
    kept: dict[str, str] | None = json.loads(preferences.value_of(connection, PIN_KEY) or _NONE)
    return kept


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1, maxmem=2**26)
