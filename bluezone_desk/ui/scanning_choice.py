"""Which scanner this computer uses, remembered with the window; and that scanner, made."""

from dataclasses import dataclass

from bluezone_desk.devices.scanner import Road, Scanner
from bluezone_desk.ui.remembered import memory

USUAL_BAUD = 9600


@dataclass(frozen=True, slots=True)
class ScannerChoice:
    """A keyboard scanner needs nothing more. `identity` is the device on the port, `camera` the system's name."""

    road: Road = Road.KEYBOARD
    port: str = ""
    identity: str = ""
    baud: int = USUAL_BAUD
    camera: str = ""


def chosen_scanner() -> ScannerChoice:
    """What was chosen on this computer; what cannot be read is the default."""
    kept = memory()
    road = str(kept.value("scanner/road", ""))
    baud = str(kept.value("scanner/baud", ""))
    return ScannerChoice(
        Road(road) if road in tuple(Road) else Road.KEYBOARD,
        str(kept.value("scanner/port", "")),
        str(kept.value("scanner/identity", "")),
        int(baud) if baud.isdecimal() and int(baud) else USUAL_BAUD,
        str(kept.value("scanner/camera", "")),
    )


def remember_scanner(choice: ScannerChoice) -> None:
    kept = memory()
    kept.setValue("scanner/road", choice.road.value)
    kept.setValue("scanner/port", choice.port)
    kept.setValue("scanner/identity", choice.identity)
    kept.setValue("scanner/baud", choice.baud)
    kept.setValue("scanner/camera", choice.camera)
    kept.sync()


def make_scanner(choice: ScannerChoice) -> Scanner | None:
    """The chosen device, not started; None when there is nothing to start."""
    if choice.road is Road.SERIAL and choice.port:
        from bluezone_desk.devices.serial_scanner import SerialScanner

        return SerialScanner(choice.port, choice.baud, choice.identity)
    if choice.road is Road.CAMERA:
        from bluezone_desk.devices.camera import CameraScanner

        return CameraScanner(choice.camera)
    return None
