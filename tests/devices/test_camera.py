"""Cards held in front of a camera: pictures go through Qt's own capture session and a real reader."""

import sys
from collections.abc import Callable, Iterator

import pytest
from card_pictures import CARD, OTHER, picture
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoFrameInput
from pytestqt.qtbot import QtBot

from bluezone_desk.devices.camera import BETWEEN_PICTURES_SECONDS, CameraScanner, Picture, cameras
from bluezone_desk.devices.picture_reading import SAME_CODE_SECONDS, SeenCodes, codes_in
from bluezone_desk.devices.scanner import Condition, End, Road, Scan
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

#: A machine without a graphics card says so when Qt looks for video codecs.
BARE = r"Couldn't (load|resolve) |No RHI backend"
pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore(BARE)]


class Lens:
    """A camera made of pictures, and what the program heard of it."""

    def __init__(self) -> None:
        self.now = 10.0
        self.is_there = True
        self.scans: list[Scan] = []
        self.conditions: list[Condition] = []
        self.pictures: list[Picture] = []
        self.on_error: Callable[[str], None] = lambda _name: None
        self.scanner = CameraScanner(attach=self.attach, seconds=lambda: self.now)
        self.scanner.pictured.connect(self.pictures.append)

    def attach(
        self, session: QMediaCaptureSession, _identifier: str, on_error: Callable[[str], None]
    ) -> tuple[QObject, str] | None:
        self._input = QVideoFrameInput()
        session.setVideoFrameInput(self._input)
        self.on_error = on_error
        return (self._input, "HD camera") if self.is_there else None

    def start(self) -> None:
        self.scanner.start(self.scans.append, self.conditions.append)

    def see(self, seen: QImage) -> None:
        self._input.sendVideoFrame(QVideoFrame(seen))

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]


@pytest.fixture
def lens(qapp: object) -> Iterator[Lens]:
    made = Lens()
    yield made
    made.scanner.stop()


def look(qtbot: QtBot, lens: Lens, seen: QImage, after: float = 1.0) -> None:
    lens.now += after
    count = len(lens.pictures)
    lens.see(seen)
    qtbot.waitUntil(lambda: len(lens.pictures) == count + 1)


HARD = [
    {},
    {"turned": 30},
    {"turned": 90},
    {"turned": 187, "module_px": 3},
    {"blur": 2.5},
    {"module_px": 2},
    {"module_px": 3, "turned": 17, "blur": 1.8},
    {"module_px": 1.6, "turned": 20, "size": (640, 480)},
]


@pytest.mark.parametrize("how", HARD)
def test_a_card_is_read_turned_blurred_or_small(how: dict[str, float]) -> None:
    assert codes_in(picture(CARD, **how)) == (CARD,)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [QImage.Format.Format_ARGB32_Premultiplied, QImage.Format.Format_RGB16])
def test_every_kind_of_picture_is_read(form: QImage.Format) -> None:
    assert codes_in(picture(CARD).convertToFormat(form)) == (CARD,)


def test_pictures_without_a_code_give_nothing() -> None:
    assert codes_in(picture()) == ()
    assert codes_in(QImage()) == ()
    assert codes_in(QImage(1, 1, QImage.Format.Format_RGB32)) == ()


def test_a_card_before_the_camera_is_one_scan(qtbot: QtBot, lens: Lens) -> None:
    lens.start()
    assert lens.conditions == [Condition(True, "HD camera")]
    look(qtbot, lens, picture())
    for _ in range(4):
        look(qtbot, lens, picture(CARD), after=1.2)
    (scan,) = lens.scans
    assert (scan.text, scan.road, scan.ended_by) == (CARD, Road.CAMERA, End.PICTURE)
    look(qtbot, lens, picture(OTHER), after=0.2)
    assert lens.texts == [CARD, OTHER]
    look(qtbot, lens, picture(), after=SAME_CODE_SECONDS)
    look(qtbot, lens, picture(CARD))
    assert lens.texts == [CARD, OTHER, CARD]


def test_two_cards_in_one_picture_are_two_scans(qtbot: QtBot, lens: Lens) -> None:
    lens.start()
    look(qtbot, lens, picture(CARD, OTHER))
    assert sorted(lens.texts) == [CARD, OTHER]


def test_pictures_that_come_while_one_is_read_are_left(qtbot: QtBot, lens: Lens) -> None:
    lens.start()
    shown = picture(CARD)
    for _ in range(20):
        lens.now += BETWEEN_PICTURES_SECONDS
        lens.see(shown)
    qtbot.waitUntil(lambda: lens.texts == [CARD])
    assert len(lens.pictures) == 1
    lens.see(shown)
    look(qtbot, lens, shown)
    assert len(lens.pictures) == 2


def test_no_camera_is_said_and_nothing_runs(lens: Lens) -> None:
    lens.is_there = False
    lens.start()
    assert [c.fault.code for c in lens.conditions if c.fault] == [Trouble.CAMERA_MISSING]
    assert not lens.scanner.condition.is_ready


def test_a_camera_that_fails_is_named(lens: Lens) -> None:
    lens.start()
    lens.on_error("HD camera")
    fault = lens.scanner.condition.fault
    assert fault is not None
    assert (fault.code, fault.facts) == (Trouble.CAMERA_FAILED, {"name": "HD camera"})


def test_a_missing_library_is_a_sentence(lens: Lens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    lens.start()
    assert [c.fault.code for c in lens.conditions if c.fault] == [Trouble.CAMERA_PARTS_MISSING]
    with pytest.raises(DeskFault) as told:
        cameras()
    assert told.value.facts["part"]


def test_nothing_is_called_after_stop(qtbot: QtBot, lens: Lens) -> None:
    lens.start()
    lens.see(picture(CARD))
    lens.scanner.stop()
    lens.start()
    look(qtbot, lens, picture(OTHER))
    assert lens.texts == [OTHER]


def test_a_code_held_still_is_not_seen_anew_and_no_text_is_kept() -> None:
    now = 0.0
    seen = SeenCodes(lambda: now)
    for _ in range(5):
        assert seen.is_new(CARD) is (now == 0.0)
        now += SAME_CODE_SECONDS - 0.1
    now += 0.2
    assert seen.is_new(CARD)
    assert "001090000000" not in repr(vars(seen))


def test_the_computers_own_cameras_can_be_listed(qapp: object) -> None:
    assert all(camera.title for camera in cameras())
