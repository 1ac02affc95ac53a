"""Which scanner this computer uses, and whether it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bluezone_desk.devices.scanner import Condition, Road
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.sentences import fault_sentence
from bluezone_desk.services.people import Recognised
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.pages.settings_scanner_test import ScannerTest
from bluezone_desk.ui.scanning import ScannerHub
from bluezone_desk.ui.scanning_choice import ScannerChoice, chosen_scanner, remember_scanner
from bluezone_desk.ui.scanning_words import road_words
from bluezone_desk.ui.style import set_role, set_tone

_ADVICE = {
    Road.KEYBOARD: noop(
        "Works at once, while this window is in front. Set the typing program to English (E) before scanning:"
        " Vietnamese letters are often lost on this road."
    ),
    Road.SERIAL: noop(
        "Best: every letter arrives whole, also while another program is in front."
        " The scanner's booklet has a code that sets it to USB-COM (virtual serial port)."
    ),
    Road.CAMERA: noop("No scanner at hand: hold the code of the card 10 to 20 cm before the camera."),
}
_ROADS = tuple(_ADVICE)


class ScannerSettings(SettingsForm):
    """Kept on this computer as soon as it is chosen; the book knows nothing of it."""

    def __init__(self, recognise: Callable[[str], Recognised], parent: QWidget | None = None) -> None:
        words = _("For this computer only, kept as soon as it is chosen.")
        super().__init__(_("Scanner"), words, parent)
        self._hub: ScannerHub | None = None
        self.choice = chosen_scanner()
        self.roads = QButtonGroup(self)
        self.port, self.baud, self.camera = QComboBox(), QComboBox(), QComboBox()
        self.look = QPushButton(_("Look again"))
        self.standing = QLabel()
        self.add_widget(self._road_choices())
        self._port = self.add(_("Port"), self.port)
        self._baud = self.add(_("Speed (baud)"), self.baud, column=1)
        self._camera = self.add(_("Camera"), self.camera)
        self.add_widget(self._state_row())
        self.test = ScannerTest(recognise, self)
        self.add_widget(self.test)
        self._show_choice()
        self.roads.idClicked.connect(lambda place: self._choose(replace(self.choice, road=_ROADS[place])))
        self.port.activated.connect(self._choose_device)
        self.baud.activated.connect(self._choose_device)
        self.camera.activated.connect(self._choose_device)
        self.look.clicked.connect(self._look_again)

    def use_scanners(self, hub: ScannerHub) -> None:
        """The hub that follows what is chosen here, and whose scans can be tested here."""
        self._hub = hub
        hub.condition_changed.connect(self._show_condition)
        self.test.use_scanners(hub)
        self._show_condition(hub.condition)

    def show_office(self, office: Office) -> None:
        """Nothing here belongs to the office."""

    def read_into(self, office: Office) -> Office:
        return office

    def _choose_device(self) -> None:
        port = self.port.currentData()
        name, identity = port if port else (self.choice.port, self.choice.identity)
        self._choose(
            replace(
                self.choice,
                port=name,
                identity=identity,
                baud=int(self.baud.currentData() or self.choice.baud),
                camera=str(self.camera.currentData() or self.choice.camera),
            )
        )

    def _choose(self, choice: ScannerChoice) -> None:
        self.choice = choice
        remember_scanner(choice)
        self.test.clear()
        self._show_choice()
        if self._hub is not None:
            self._hub.use(self.choice)

    def _show_choice(self) -> None:
        self.roads.button(_ROADS.index(self.choice.road)).setChecked(True)
        self._advice.setText(_(_ADVICE[self.choice.road]))
        is_serial, is_camera = self.choice.road is Road.SERIAL, self.choice.road is Road.CAMERA
        for field, is_shown in ((self._port, is_serial), (self._baud, is_serial), (self._camera, is_camera)):
            field.setVisible(is_shown)
        self.look.setVisible(is_serial or is_camera)
        self._list_devices()
        self._show_condition(self._hub.condition if self._hub is not None else Condition())

    def _look_again(self) -> None:
        self._choose(self.choice)

    def _list_devices(self) -> None:
        if self.choice.road is Road.SERIAL:
            self._list_ports()
        elif self.choice.road is Road.CAMERA:
            self._list_cameras()

    def _list_ports(self) -> None:
        from bluezone_desk.devices.serial_scanner import BAUD_RATES, ports

        there = ports()
        self.port.clear()
        for port in there:
            self.port.addItem(port.title, (port.name, port.identity))
        if self.choice.port and self.choice.port not in [port.name for port in there]:
            gone = _("{port} (not plugged in)").format(port=self.choice.port)
            self.port.addItem(gone, (self.choice.port, self.choice.identity))
        self.port.setEnabled(self.port.count() > 0)
        likely = next((port for port in there if port.identity), None)
        if not self.choice.port and likely is not None:
            self.choice = replace(self.choice, port=likely.name, identity=likely.identity)
            remember_scanner(self.choice)
        names = [self.port.itemData(place)[0] for place in range(self.port.count())]
        self.port.setCurrentIndex(names.index(self.choice.port) if self.choice.port in names else -1)
        nothing = _("No serial port was found. Set the scanner to USB-COM, plug it in, then look again.")
        unsure = "" if self.choice.port else _("Choose the port the scanner is plugged into.")
        self._port.show_hint(unsure if names else nothing)
        self.baud.clear()
        for baud in sorted({*BAUD_RATES, self.choice.baud}):
            self.baud.addItem(str(baud), baud)
        self.baud.setCurrentIndex(self.baud.findData(self.choice.baud))

    def _list_cameras(self) -> None:
        from bluezone_desk.devices.camera import cameras

        self.camera.clear()
        try:
            there = cameras()
        except DeskFault as fault:
            self.camera.setEnabled(False)
            self._camera.show_hint(fault_sentence(fault))
            return
        for camera in there:
            self.camera.addItem(camera.title, camera.identifier)
        self.camera.setEnabled(bool(there))
        self.camera.setCurrentIndex(max(0, self.camera.findData(self.choice.camera)))
        self._camera.show_hint("" if there else _("No camera was found. Plug one in, then look again."))

    def _show_condition(self, condition: Condition) -> None:
        if self.choice.road is Road.KEYBOARD:
            tone, words = "good", _("Ready: this window hears the scanner's keys")
        elif condition.fault is not None:
            tone, words = "warn", fault_sentence(condition.fault)
        elif condition.is_ready:
            tone, words = "good", _("Ready: {device}").format(device=condition.name)
        else:
            tone, words = "", _("Not started yet")
        self.standing.setText(words)
        set_role(self.standing, "doubt" if tone == "warn" else "small")
        set_tone(self.standing, tone)

    def _road_choices(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place, road in enumerate(_ROADS):
            choice = QRadioButton(road_words(road))
            set_role(choice, "option")
            self.roads.addButton(choice, place)
            column.addWidget(choice)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        set_role(self._advice, "small")
        column.addWidget(self._advice)
        return held

    def _state_row(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.standing.setWordWrap(True)
        set_role(self.look, "small")
        row.addWidget(self.standing, 1)
        row.addWidget(self.look)
        return held
