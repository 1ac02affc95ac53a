"""The words of posters and hand-outs, Vietnamese and English, per programme.

Vietnamese papers carry their own text; it is not looked up in a catalogue. `**` marks what is set bold.
"""

from dataclasses import dataclass
from datetime import date

from bluezone_desk.domain.office import Directive
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.vietnamese_dates import short_date


@dataclass(frozen=True, slots=True)
class Said:
    """One text in both languages. `{names}` stands for the programmes."""

    vi: str
    en: str = ""


HEADLINE = Said("Mở {names} trước khi vào trụ sở", "Please open {names} before you enter")
HINT = Said("Quét mã để tải ứng dụng · Scan to install", "")
FOLD = Said("Gấp theo đường này", "Fold here")

_SCAN = Said("**Quét mã** bằng camera", "Scan with your camera")
_INSTALL = Said("**Cài đặt**, mở ứng dụng", "Install and open the app")
_SHOW = Said("**Cho lễ tân xem** màn hình", "Show the screen to reception")
_RUN = {
    ("bluezone",): Said("**Bật Bluetooth**, để chạy", "Turn Bluetooth on, keep it on"),
    ("ncovi",): Said("**Khai báo y tế** hôm nay", "Declare your health today"),
    ("bluezone", "ncovi"): Said("**Bật Bluetooth**, khai báo y tế", "Bluetooth on, declare health"),
}
_RUN_ANY = Said("**Làm theo** hướng dẫn trên máy", "Follow the app’s instructions")

_SCAN_TO_INSTALL = Said("**Quét mã** để cài đặt", "Scan the code to install")
_KEEP = {
    ("bluezone",): Said("**Bật Bluetooth**, giữ ứng dụng chạy", "Turn Bluetooth on, keep the app running"),
    ("ncovi",): _RUN[("ncovi",)],
    ("bluezone", "ncovi"): _RUN[("bluezone", "ncovi")],
}

_WARNINGS: dict[tuple[str, ...], Said] = {
    ("bluezone",): Said(
        "**Chọn đúng ứng dụng Bluezone** của Bộ Thông tin và Truyền thông; "
        "không cài “Bluzone”, “Bluezone Ads”, “Bluezone Pool”.",
        "Choose the real Bluezone of the Ministry of Information and Communications, not a look-alike.",
    ),
}
_WARNING_ANY = Said(
    "**Chọn đúng ứng dụng {names}:** tải từ mã trên tờ này, xem kỹ tên và nhà phát triển trước khi cài.",
    "Choose the right {names}: use the code on this page and check the name and the developer first.",
)


def names_of(programmes: tuple[Programme, ...], joiner: str) -> str:
    """The programmes as read in a sentence: "Bluezone và NCOVI"."""
    names = [programme.name for programme in programmes]
    return joiner.join(([", ".join(names[:-1])] if names[1:] else []) + names[-1:])


def said_names(programmes: tuple[Programme, ...]) -> Said:
    """The programmes' names joined in both languages."""
    return Said(names_of(programmes, " và "), names_of(programmes, " and "))


def four_steps(programmes: tuple[Programme, ...]) -> tuple[Said, ...]:
    """What a visitor does at the door."""
    run = _RUN.get(tuple(sorted(programme.code for programme in programmes)), _RUN_ANY)
    return (_SCAN, _INSTALL, run, _SHOW)


def three_steps(programmes: tuple[Programme, ...]) -> tuple[Said, ...]:
    """The same, shorter, for who reads in passing."""
    run = _KEEP.get(tuple(sorted(programme.code for programme in programmes)), _RUN_ANY)
    return (_SCAN_TO_INSTALL, run, _SHOW)


def warning(programmes: tuple[Programme, ...]) -> Said:
    """Which application is the right one: visitors installed look-alikes in August 2020 (domain notes 1.1)."""
    return _WARNINGS.get(tuple(programme.code for programme in programmes), _WARNING_ANY)


def directive_line(directive: Directive) -> str:
    """The document the office acts on: "Văn bản số 1287/UBND-KGVX ngày 04/8/2020 của UBND tỉnh Hòa Bình"."""
    if not directive.number:
        return ""
    words = [directive.kind or "Văn bản", "số", directive.number]
    if directive.issued_on:
        words += ["ngày", short_date(directive.issued_on)]
    if directive.issuer:
        issuer = directive.issuer.replace("Ủy ban nhân dân", "UBND").replace("Uỷ ban nhân dân", "UBND")
        words += ["của", issuer]
    return " ".join(words)


def proof_line(side_mm: float, level: str, distance_m: float, printed_on: date | None) -> str:
    """What the page was tested for, small on its edge. It is true of every page released: others are not."""
    distance = f"{distance_m:.1f}".replace(".", ",")
    line = (
        f"Đã quét thử trang này: mã {int(side_mm)} mm, mức {level}, in 200 và 100 dpi, nhòe, nghiêng 15°, "
        f"tương phản 40 %. Quét được từ khoảng {distance} m (10 lần cạnh mã)."
    )
    return line + (f" In ngày {short_date(printed_on)}." if printed_on else "")
