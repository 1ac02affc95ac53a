"""The head's role: a PIN that whole ID and phone numbers ask for. Without one, nobody is asked."""

import hashlib
import hmac
import json
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.visits import Problem
from bluezone_desk.services.session import Session
from bluezone_desk.store import preferences
from bluezone_desk.store.connections import View

PIN_KEY = "head_pin"
FEWEST_DIGITS: Final = 4
MOST_DIGITS: Final = 12
MOST_WRONG_TRIES: Final = 5
LOCKED_FOR: Final = timedelta(seconds=60)
#: Removed: a preference is never deleted, it says that there is nothing.
_NONE = "null"
_SALT_BYTES = 16


class Roles:
    """Kept in the book as a salted scrypt hash, never as digits; who set or removed it, and when, is journaled.

    It keeps papers and exports at the role they belong to. It does not encrypt the book: whoever may read the
    book's file reads its lines.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._wrong_tries = 0
        self._locked_until: datetime | None = None

    def has_pin(self) -> bool:
        """Whether whole numbers ask for the head. Reads the book, on any thread."""
        with self._session.book.reading() as connection:
            return _kept_in(connection) is not None

    def check(self, pin: str) -> Problem | None:
        """None when this is the head's PIN, or none is set; else PIN_NEEDED, PIN_WRONG or PIN_LOCKED.

        After five wrong tries nothing is compared for 60 seconds, the right PIN neither.
        """
        with self._session.book.reading() as connection:
            kept = _kept_in(connection)
        if kept is None:
            return None
        if not pin:
            return Problem(Trouble.PIN_NEEDED, "pin")
        now = self._session.clock.now()
        if self._locked_until is not None:
            if now < self._locked_until:
                return self._locked(self._locked_until - now)
            self._locked_until, self._wrong_tries = None, 0
        if hmac.compare_digest(bytes.fromhex(kept["hash"]), _hash(pin, bytes.fromhex(kept["salt"]))):
            self._wrong_tries = 0
            return None
        self._wrong_tries += 1
        if self._wrong_tries >= MOST_WRONG_TRIES:
            self._locked_until = now + LOCKED_FOR
            return self._locked(LOCKED_FOR)
        return Problem(Trouble.PIN_WRONG, "pin")

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

    def _locked(self, left: timedelta) -> Problem:
        return Problem(Trouble.PIN_LOCKED, "pin", {"seconds": str(ceil(left.total_seconds()))})


def _kept_in(connection: View) -> dict[str, str] | None:
    kept: dict[str, str] | None = json.loads(preferences.value_of(connection, PIN_KEY) or _NONE)
    return kept


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1, maxmem=2**26)
