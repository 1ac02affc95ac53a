"""Every shown text is there in both languages with the same placeholders; the tool that checks it is tried too."""

import gettext
import importlib.util
import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bluezone_desk import i18n

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / ".ci" / "messages.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_untranslated_or_stale() -> None:
    done = subprocess.run(
        [sys.executable, str(TOOL), "--check"], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_language_in_use_decides() -> None:
    i18n.use_language("en")
    assert i18n.gettext("Full name") == "Full name"
    i18n.use_language("vi")
    assert i18n.gettext("Full name") == "Họ và tên"


def test_an_unknown_language_is_vietnamese() -> None:
    i18n.use_language("fr")
    assert i18n.language() == "vi"


def test_vietnamese_has_its_marks_and_no_english_left(tool: ModuleType) -> None:
    texts = tool.read_texts("vi")
    assert len(texts) > 100
    same = [key[0] for key, strings in texts.items() if strings[0] == key[0] and any(c.isalpha() for c in key[0])]
    known_alike = {name for name in same if len(name.split()) <= 2}
    assert sorted(set(same) - known_alike) == []


def test_no_catalogue_tells_of_the_machine_or_the_day() -> None:
    for path in (ROOT / "resources" / "locale").rglob("*.po"):
        head = path.read_text("utf-8").split("\n\n")[0]
        assert "Date" not in head
        assert "Generated" not in head


TEXTS = {("Save",): ("Lưu",), ("{count} visit", "{count} visits"): ("{count} lượt",), ("Go",): ("",)}


def test_written_catalogues_are_read_back(tool: ModuleType) -> None:
    read = gettext.GNUTranslations(io.BytesIO(tool.mo_bytes("vi", TEXTS)))
    assert read.gettext("Save") == "Lưu"
    assert read.ngettext("{count} visit", "{count} visits", 3) == "{count} lượt"
    assert read.gettext("Go") == "Go"
    assert tool.mo_bytes("vi", TEXTS) == tool.mo_bytes("vi", dict(reversed(TEXTS.items())))
    assert tool.po_bytes("vi", TEXTS) == tool.po_bytes("vi", dict(reversed(TEXTS.items())))


def test_added_texts_win_and_what_no_code_shows_is_dropped(tool: ModuleType) -> None:
    wanted = [("Go",), ("Save",)]
    merged, unused = tool.merge(TEXTS, wanted, {"Go": "Đi", "Gone": "Hết"})
    assert merged == {("Go",): ("Đi",), ("Save",): ("Lưu",)}
    assert unused == ["Gone"]


@pytest.mark.parametrize(
    ("english", "vietnamese", "doubt"),
    [
        ("{a}", "{a} {b}", "placeholders differ"),
        ("{a}", "a", "placeholders differ"),
        ("{a}", "{a", "placeholders differ"),
        ("{}", "{}", "placeholder without a name"),
        ("a", "", "untranslated"),
    ],
)
def test_texts_that_do_not_fit_are_named(tool: ModuleType, english: str, vietnamese: str, doubt: str) -> None:
    assert [found.split(":")[0] for found in tool.doubts({(english,): (vietnamese,)})] == [doubt]
    assert tool.doubts({("{a} b",): ("b {a}",)}) == []
