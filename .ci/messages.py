"""Keeps the catalogues of shown texts in step with the code.

    python .ci/messages.py                 extract, update both .po files, compile both .mo files
    python .ci/messages.py --add F.json    also merge Vietnamese: {msgid: text} or {msgid: [singular, plural]}
    python .ci/messages.py --check         write nothing; exit 1 when anything is missing, stale or does not fit

English is the msgid itself. Same code and translations give the same bytes.
"""

import argparse
import contextlib
import io
import json
import os
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import normalize, read_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {
    "gettext": None,
    "_": None,
    "ngettext": (1, 2),
    "noop": None,
    "N_": None,
}
PLURALS = {"vi": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}
Forms = tuple[str, ...]
Texts = dict[Forms, Forms]


class PlainCatalog(Catalog):
    """A catalogue whose header says nothing of the machine, the day or the tool that wrote it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "bluezone-desk"),
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", PLURALS[str(self.locale_identifier)]),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: object) -> None:
        """Headers read from a file are not kept."""


def forms(message_id: str | tuple[str, ...] | list[str]) -> Forms:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)


def extract() -> list[Forms]:
    """Every msgid in the code, sorted; a plural one as (singular, plural)."""
    found = {
        forms(message)
        for _, _, message, *_ in extract_from_dir(str(ROOT / "bluezone_desk"), keywords=KEYWORDS, comment_tags=())
        if message and forms(message)[0]
    }
    plural_singulars = {f[0] for f in found if len(f) > 1}
    return sorted(f for f in found if len(f) > 1 or f[0] not in plural_singulars)


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "bluezone_desk.po"


def read_texts(language: str) -> Texts:
    path = po_path(language)
    if not path.exists():
        return {}
    catalogue = read_po(io.BytesIO(path.read_bytes()), locale=language)
    return {forms(m.id): forms(m.string) for m in catalogue if m.id and not m.fuzzy}


def merge(texts: Texts, wanted: list[Forms], added: dict[str, str | list[str]]) -> tuple[Texts, list[str]]:
    """The Vietnamese of every wanted msgid, "" where none; and the added msgids that no code shows."""
    by_first = {key[0]: value for key, value in texts.items()}
    by_first |= {key: forms(value)[-1:] for key, value in added.items()}
    known = {key[0] for key in wanted}
    return {key: by_first.get(key[0], ("",))[:1] for key in wanted}, sorted(set(added) - known)


def po_bytes(language: str, texts: Texts) -> bytes:
    catalogue = PlainCatalog(language)
    header = "".join(f'"{key}: {value}\\n"\n' for key, value in catalogue.mime_headers)
    parts = [f'msgid ""\nmsgstr ""\n{header}']
    for key, strings in sorted(texts.items()):
        entry = [f"msgid {normalize(key[0], width=110)}"]
        if len(key) == 1:
            entry.append(f"msgstr {normalize(strings[0], width=110)}")
        else:
            entry.append(f"msgid_plural {normalize(key[1], width=110)}")
            entry += [f"msgstr[{n}] {normalize(text, width=110)}" for n, text in enumerate(strings)]
        parts.append("\n".join(entry) + "\n")
    return "\n".join(parts).encode()


def mo_bytes(language: str, texts: Texts) -> bytes:
    catalogue = PlainCatalog(language)
    for key, strings in sorted(texts.items()):
        if all(strings):
            plain = len(key) == 1
            catalogue[key[0]] = Message(key[0] if plain else key, strings[0] if plain else strings)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def placeholders(text: str) -> set[str]:
    """Named placeholders of a text; a broken brace counts as one, so that it is noticed."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError as broken:
        return {f"!{broken}"}


def doubts(texts: Texts) -> list[str]:
    """What is wrong with the Vietnamese, one line each."""
    found = []
    for key, strings in texts.items():
        expected = set().union(*(placeholders(text) for text in key))
        if not all(strings):
            found.append(f"untranslated: {key[0]}")
        elif any(placeholders(text) != expected for text in strings):
            found.append(f"placeholders differ: {key[0]}")
        elif "" in expected or any(name.startswith("!") for name in expected):
            found.append(f"placeholder without a name: {key[0]}")
    return found


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """One run at a time; on Windows nothing is locked."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    LOCALE.mkdir(parents=True, exist_ok=True)
    folder = os.open(LOCALE, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def finished_files(vietnamese: Texts) -> dict[Path, bytes]:
    english = {key: key for key in vietnamese}
    files = {}
    for language, texts in (("vi", vietnamese), ("en", english)):
        files[po_path(language)] = po_bytes(language, texts)
        files[po_path(language).with_suffix(".mo")] = mo_bytes(language, texts)
    return files


def write(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(content)
    fresh.replace(path)


def main() -> int:
    parser = argparse.ArgumentParser(description="Keeps the catalogues of shown texts in step with the code.")
    parser.add_argument("--add", type=Path, metavar="F.json", help="Vietnamese to merge")
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 on any doubt")
    arguments = parser.parse_args()
    added = json.loads(arguments.add.read_text("utf-8")) if arguments.add else {}
    with locked():
        texts, unused = merge(read_texts("vi"), extract(), added)
        files = finished_files(texts)
        found = doubts(texts) + [f"no code shows: {key}" for key in unused]
        if arguments.check:
            found += [
                f"stale: {path.relative_to(ROOT).as_posix()}"
                for path, content in files.items()
                if not path.exists() or path.read_bytes() != content
            ]
        else:
            for path, content in files.items():
                write(path, content)
    sys.stdout.write("\n".join([*found, f"{len(texts)} texts, {len(found)} doubts"]) + "\n")
    return 1 if arguments.check and found else 0


if __name__ == "__main__":
    raise SystemExit(main())
