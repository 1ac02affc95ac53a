"""A camera that reads the code of a card held before it. QtMultimedia is imported when a camera is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from bluezone_desk.devices.picture_reading import SeenCodes, codes_in
from bluezone_desk.devices.scanner import Condition, End, OnCondition, OnScan, Road, Scan
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice, QMediaCaptureSession, QVideoFrame

#: Reading more pictures than this finds a card no sooner, and warms the computer.
BETWEEN_PICTURES_SECONDS = 0.06


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that is there now. `identifier` is the system's own and stays."""

    identifier: str
    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, the texts of its codes, and how long reading it took."""

    image: QImage
    texts: tuple[str, ...]
    milliseconds: int


def cameras() -> tuple[Camera, ...]:
    """The cameras this computer has now, the usual one first. Raises DeskFault(CAMERA_PARTS_MISSING)."""
    return tuple(Camera(_identifier(device), device.description()) for device in _devices())


def _devices() -> list[QCameraDevice]:
    there = _multimedia().QMediaDevices
    usual = there.defaultVideoInput()
    return sorted(there.videoInputs(), key=lambda device: bool(device != usual))


def _identifier(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _multimedia() -> ModuleType:
    try:
        import PySide6.QtMultimedia
    except ImportError as missing:
        # The loader's words begin with the library that is not there.
        raise DeskFault(Trouble.CAMERA_PARTS_MISSING, part=str(missing).partition(":")[0]) from missing
    return PySide6.QtMultimedia


#: Gives a session its pictures: what has to be kept alive, and what people call it; None when there is no camera.
Attach = Callable[["QMediaCaptureSession", str, Callable[[str], None]], tuple[QObject, str] | None]


def attach_camera(
    session: QMediaCaptureSession, identifier: str, on_error: Callable[[str], None]
) -> tuple[QObject, str] | None:
    """Start the camera with this identifier, or the usual one when that is not there."""
    there = _devices()
    device = next((device for device in there if _identifier(device) == identifier), next(iter(there), None))
    if device is None:
        return None
    camera = _multimedia().QCamera(device)
    camera.errorOccurred.connect(lambda _error, _words: on_error(device.description()))
    session.setCamera(camera)
    camera.start()
    return camera, device.description()


class CameraScanner(QObject):
    """Pictures are read on a thread of their own, one at a time; those that come meanwhile are left."""

    #: A `Picture` was read: what the camera sees, for aiming.
    pictured = Signal(object)
    _was_read = Signal(object)

    def __init__(
        self,
        identifier: str = "",
        *,
        attach: Attach = attach_camera,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._identifier = identifier
        self._attach = attach
        self._seconds = seconds
        self._seen = SeenCodes(seconds)
        self._on_scan: OnScan | None = None
        self._on_condition: OnCondition | None = None
        self._condition = Condition()
        self._pool: ThreadPoolExecutor | None = None
        self._reading: Future[Picture] | None = None
        self._next_at = 0.0
        self._camera: QObject | None = None
        self._session: QMediaCaptureSession | None = None
        self._was_read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def condition(self) -> Condition:
        return self._condition

    def start(self, on_scan: OnScan, on_condition: OnCondition) -> None:
        self._on_scan, self._on_condition = on_scan, on_condition
        try:
            multimedia = _multimedia()
        except DeskFault as fault:
            self._tell(Condition(fault=fault))
            return
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="desk-camera")
        self._session, self._sink = multimedia.QMediaCaptureSession(), multimedia.QVideoSink()
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._offer)
        self._devices = multimedia.QMediaDevices()
        self._devices.videoInputsChanged.connect(self._look_again)
        self._attach_now()

    def stop(self) -> None:
        self._on_scan = self._on_condition = None
        self._condition = Condition()
        if self._pool is None or self._session is None:
            return
        self._sink.videoFrameChanged.disconnect(self._offer)
        self._devices.videoInputsChanged.disconnect(self._look_again)
        self._let_go()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._reading = self._session = None
        del self._sink, self._devices

    def _attach_now(self) -> None:
        if self._session is None:
            return
        attached = self._attach(self._session, self._identifier, self._fail)
        if attached is None:
            self._tell(Condition(fault=DeskFault(Trouble.CAMERA_MISSING)))
            return
        self._camera, name = attached
        self._tell(Condition(True, name))

    def _look_again(self) -> None:
        """A camera was plugged in or pulled out: the one in use may be gone, the missing one there."""
        self._let_go()
        self._attach_now()

    def _fail(self, name: str) -> None:
        self._tell(Condition(False, name, DeskFault(Trouble.CAMERA_FAILED, name=name)))

    def _let_go(self) -> None:
        if self._session is not None:
            # None takes the camera off; the stub does not know.
            self._session.setCamera(None)  # type: ignore[arg-type]
        self._camera = None

    def _offer(self, frame: QVideoFrame) -> None:
        now = self._seconds()
        if self._pool is None or self._reading is not None or now < self._next_at or not frame.isValid():
            return
        self._next_at = now + BETWEEN_PICTURES_SECONDS
        self._reading = self._pool.submit(_read, frame)
        self._reading.add_done_callback(self._was_read.emit)

    def _take(self, done: Future[Picture]) -> None:
        if done is not self._reading:
            return
        self._reading = None
        picture = done.result()
        self.pictured.emit(picture)
        for text in picture.texts:
            if self._on_scan is not None and self._seen.is_new(text):
                self._on_scan(Scan(text, Road.CAMERA, End.PICTURE, picture.milliseconds))

    def _tell(self, condition: Condition) -> None:
        self._condition = condition
        if self._on_condition is not None:
            self._on_condition(condition)


def _read(frame: QVideoFrame) -> Picture:
    started = time.perf_counter()
    image = frame.toImage()
    texts = codes_in(image)
    return Picture(image, texts, round((time.perf_counter() - started) * 1000))
