"""What the book keeps of posters: the office's logo, and each release with what was proven of it."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from bluezone_desk.services.session import Session
from bluezone_desk.store import preferences

LOGO_KEY, RELEASE_KEY = "poster_logo", "poster_released"


@dataclass(frozen=True, slots=True)
class KeptLogo:
    """A logo as `paper.logo` made it: flat PNG bytes and the colour they stand on, "#FFFFFF"."""

    png: bytes
    ground: str


@dataclass(frozen=True, slots=True)
class Release:
    """A poster that left the program.

    `digest` is the SHA-256 of its file, by which a file is known again; of a folder, that of its files' digests in
    turn. `smallest_mm` is the side of its smallest code, 0 on a screen; `checks` are the names of those that every
    page passed. Places are counted and not named.
    """

    template: str
    size: str
    language: str
    links: tuple[str, ...]
    places: int
    codes: int
    smallest_mm: float
    level: str
    checks: tuple[str, ...]
    digest: str


class Posters:
    """Kept in the book and journaled."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def logo(self) -> KeptLogo | None:
        """The office's logo, None before there is one."""
        with self._session.book.reading() as connection:
            text = preferences.value_of(connection, LOGO_KEY)
        record = json.loads(text) if text else {}
        return KeptLogo(b64decode(record["png"]), record["ground"]) if record else None

    def keep_logo(self, logo: KeptLogo | None) -> None:
        """Keep this logo for every poster to come, or none. Raises DeskFault when the book cannot be written."""
        record = {"png": b64encode(logo.png).decode("ascii"), "ground": logo.ground} if logo else {}
        self._keep("change_logo", LOGO_KEY, record)

    def poster_released(self, release: Release) -> None:
        """Write down that these pages were proven and left. The same pages again are written once.

        Raises DeskFault when the book cannot be written.
        """
        self._keep("poster_released", RELEASE_KEY, {**asdict(release), "links": list(release.links)})

    def last_release(self) -> Mapping[str, object]:
        """The newest release as it was written down, empty before the first."""
        with self._session.book.reading() as connection:
            text = preferences.value_of(connection, RELEASE_KEY)
        return dict(json.loads(text)) if text else {}

    def _keep(self, verb: str, key: str, record: Mapping[str, object]) -> None:
        text = json.dumps(record, ensure_ascii=False, sort_keys=True)
        with self._session.writing() as page:
            change = preferences.setting(page.connection, key, text)
            if change:
                page.record(verb, key, self._session.name_in(page.connection), (change,))
