"""A keyboard on an X screen of its own: keys with the time between them, and the windows that stand there."""

import ctypes
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

FINGER_MS, SCANNER_MS = 46, 1
#: From the scanner's end to the first key: the card is put down.
HAND_MS = 60
VISIBLE = 2
NAMED = {
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Tab": 0xFF09,
    "Down": 0xFF54,
    "F2": 0xFFBF,
    "F3": 0xFFC0,
    "F9": 0xFFC6,
}
MODIFIERS = {"Ctrl": 0xFFE3, "Shift": 0xFFE1}
#: Codes of keys that hold a modifier on the usual keyboard; a letter there would press it.
TAKEN_CODES = {133, 134, 135, *range(203, 208)}
SPARE_CODES = [code for code in range(120, 254) if code not in TAKEN_CODES]
VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


class _Attributes(ctypes.Structure):
    """XWindowAttributes."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing")),
        ("planes", ctypes.c_ulong),
        ("pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        *((name, ctypes.c_long) for name in ("all_events", "your_events", "kept_back")),
        ("is_popup", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    ]


_ON_ERROR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
#: A window that closes while it is looked at is no error of the test.
_overlook = _ON_ERROR(lambda _display, _event: 0)


class Keyboard:
    """Presses keys through XTEST; the server keeps the time between them, so that nothing here has to wait."""

    def __init__(self, display: str) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        for function in (self._x.XOpenDisplay, self._x.XGetKeyboardMapping):
            function.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XSetErrorHandler(_overlook)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._codes: dict[int, tuple[int, bool]] = {}
        self._learn_letters()
        self._read_keys()

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def press(self, chord: str) -> None:
        """One key as a finger presses it: "F9", "Ctrl+Return", "Shift+Down"."""
        *held, name = chord.split("+")
        for modifier in held:
            self._send(MODIFIERS[modifier], is_down=True, delay_ms=FINGER_MS)
        self._tap(NAMED.get(name) or _keysym(name), FINGER_MS)
        for modifier in reversed(held):
            self._send(MODIFIERS[modifier], is_down=False, delay_ms=0)
        self._x.XFlush(self._display)

    def write(self, text: str) -> None:
        """A person's typing."""
        for letter in text:
            self._tap(_keysym(letter), FINGER_MS)
        self._x.XFlush(self._display)

    def scan(self, text: str) -> None:
        """A wedge scanner: letters as fast as its firmware sends them, then Enter."""
        self._send(MODIFIERS["Shift"], is_down=False, delay_ms=FINGER_MS)
        for letter in text:
            self._tap(_keysym(letter), SCANNER_MS)
        self._tap(NAMED["Return"], SCANNER_MS)
        self._send(MODIFIERS["Shift"], is_down=False, delay_ms=HAND_MS)
        self._x.XFlush(self._display)

    def windows(self) -> list[int]:
        """The windows on the screen from the lowest to the highest, without lists that drop down."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        found = ctypes.POINTER(ctypes.c_ulong)()
        out = (ctypes.byref(value) for value in (root, parent, found, count))
        if not self._x.XQueryTree(self._display, self._root, *out):
            return []
        seen = [found[place] for place in range(count.value)]
        if seen:
            self._x.XFree(found)
        return [window for window in seen if self._is_window(window)]

    def look_at_top(self) -> None:
        """Give the focus to the highest window, as a window manager does."""
        standing = self.windows()
        if standing:
            self._x.XSetInputFocus(self._display, ctypes.c_ulong(standing[-1]), 2, ctypes.c_ulong(0))
            self._x.XSync(self._display, 0)

    def _is_window(self, window: int) -> bool:
        seen = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(seen)):
            return False
        return seen.map_state == VISIBLE and not seen.is_popup and seen.width > 100

    def _tap(self, keysym: int, delay_ms: int) -> None:
        code, is_shifted = self._codes[keysym]
        shift = self._codes[MODIFIERS["Shift"]][0]
        if is_shifted:
            self._test.XTestFakeKeyEvent(self._display, shift, 1, delay_ms)
            delay_ms = 0
        self._test.XTestFakeKeyEvent(self._display, code, 1, delay_ms)
        self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        if is_shifted:
            self._test.XTestFakeKeyEvent(self._display, shift, 0, 0)

    def _send(self, keysym: int, *, is_down: bool, delay_ms: int) -> None:
        self._test.XTestFakeKeyEvent(self._display, self._codes[keysym][0], int(is_down), delay_ms)

    def _learn_letters(self) -> None:
        """Put the Vietnamese letters on keys that a plain keyboard leaves free."""
        for code, letter in zip(SPARE_CODES, VIETNAMESE, strict=False):
            pair = (ctypes.c_ulong * 2)(_keysym(letter), _keysym(letter.upper()))
            self._x.XChangeKeyboardMapping(self._display, code, 2, pair, 1)
        self._x.XSync(self._display, 0)

    def _read_keys(self) -> None:
        per_code = ctypes.c_int()
        count = 256 - 8
        held = self._x.XGetKeyboardMapping(self._display, ctypes.c_ubyte(8), count, ctypes.byref(per_code))
        table = ctypes.cast(held, ctypes.POINTER(ctypes.c_ulong))
        for place in range(count):
            for level in (0, 1):
                keysym = table[place * per_code.value + level]
                if keysym:
                    self._codes.setdefault(keysym, (8 + place, bool(level)))
        self._x.XFree(ctypes.c_void_p(held))


def _keysym(letter: str) -> int:
    return ord(letter) if ord(letter) < 0x100 else 0x01000000 | ord(letter)


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """An X server of its own; yields its name."""
    words = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-noreset", "-nolisten", "tcp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()
