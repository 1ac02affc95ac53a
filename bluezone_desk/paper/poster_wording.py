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
INSTALL_HEADING = Said("Cài {names} trong vài phút", "Install {names} in a few minutes")

_SCAN = Said("**Quét mã** bằng camera", "Scan with your camera")
_INSTALL = Said("**Cài đặt**, mở ứng dụng", "Install and open the app")
_SHOW = Said("**Cho lễ tân xem** màn hình", "Show the screen to reception")
_RUN = {
    ("bluezone",): Said("**Bật Bluetooth**, để chạy", "Turn Bluetooth on, keep it on"),
    ("ncovi",): Said("**Khai báo y tế** hôm nay", "Declare your health today"),
    ("bluezone", "ncovi"): Said("**Bật Bluetooth**, khai báo y tế", "Bluetooth on, declare health"),
}
_RUN_ANY = Said("**Làm theo** hướng dẫn trên máy", "Follow the app’s instructions")

_WARNINGS = {
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

# Domain notes 1.3: what the installing phone shows, step by step.
_BLUEZONE_ANDROID = (
    Said(
        "**Quét mã QR** hoặc mở CH Play, tìm “Bluezone”, chọn đúng ứng dụng của Bộ Thông tin và Truyền thông.",
        "Scan the code or search “Bluezone” in Play Store; pick the Ministry’s app.",
    ),
    Said("Bấm **Cài đặt**, chờ xong, bấm **Mở**.", "Tap Install, then Open."),
    Said(
        "Đọc phần giới thiệu, bấm **Tiếp tục** rồi **Bắt đầu sử dụng**.",
        "Read the intro, tap Continue, then Start.",
    ),
    Said(
        "Khi máy hỏi quyền **vị trí**, chọn cho phép. Android cần quyền này để quét Bluetooth; "
        "ứng dụng nói không ghi vị trí.",
        "Allow location: Android needs it to scan Bluetooth; the app states it records no location.",
    ),
    Said("Bật **Vị trí** và **Bluetooth** nếu ứng dụng nhắc.", "Turn Location and Bluetooth on if prompted."),
    Said(
        "Nhập số điện thoại và mã OTP 6 số nếu muốn; có thể bấm **Bỏ qua**.",
        "Phone number and 6-digit OTP are optional; you may tap Skip.",
    ),
    Said(
        "Kiểm tra: không còn hộp **Thông báo**, thanh trạng thái có dòng của Bluezone.",
        "Check: no “Thông báo” box is left, and Bluezone shows in the notification shade.",
    ),
    Said(
        "Tắt **tiết kiệm pin** cho Bluezone nếu máy hay tự đóng ứng dụng.",
        "Exempt Bluezone from battery saving if the phone closes apps.",
    ),
)
_BLUEZONE_IPHONE = (
    Said(
        "**Quét mã QR** hoặc mở App Store, tìm “Bluezone”, bấm **Nhận**.",
        "Scan the code or search “Bluezone” in App Store, tap Get.",
    ),
    Said("Mở ứng dụng, bấm **Tiếp tục**, **Bắt đầu sử dụng**.", "Open it, tap Continue, then Start."),
    Said(
        "Cho phép **Bluetooth** (iOS 13 trở lên sẽ hỏi) và **Thông báo**.",
        "Allow Bluetooth (iOS 13 and later ask) and Notifications.",
    ),
    Said(
        "Bật Bluetooth trong **Cài đặt**; tắt ở Trung tâm điều khiển chỉ là ngắt tạm.",
        "Turn Bluetooth on in Settings; Control Centre only disconnects for a while.",
    ),
    Said("Đăng ký **số điện thoại** nếu muốn.", "Registering a phone number is optional."),
    Said("Không **vuốt tắt hẳn** ứng dụng.", "Do not force-quit the app."),
)
_DECLARE = (
    Said(
        "Đăng ký **số điện thoại**, nhập mã **OTP** gửi qua tin nhắn.", "Enter your phone number and the OTP sent."
    ),
    Said(
        "Chọn **Khai báo y tế toàn dân**, điền thông tin và tình trạng sức khỏe, bấm gửi.",
        "Choose “Khai báo y tế toàn dân”, fill in your details and health, and send.",
    ),
)
_FOLLOW = (Said("Làm theo **hướng dẫn** trên màn hình; cấp các quyền mà {names} cần.", "Follow the app’s steps."),)
_OPEN_AT_DESK = Said("Mở **{names}** cho lễ tân xem.", "Open {names} and show it to reception.")


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


def warning(programmes: tuple[Programme, ...]) -> Said:
    """Which application is the right one: visitors installed look-alikes in August 2020 (domain notes 1.1)."""
    return _WARNINGS.get(tuple(programme.code for programme in programmes), _WARNING_ANY)


def install_steps(programme: Programme, system: str) -> tuple[Said, ...]:
    """The steps on one system, "Android" or "iPhone"."""
    if programme.code == "bluezone":
        return _BLUEZONE_ANDROID if system == "Android" else _BLUEZONE_IPHONE
    shop, get = ("CH Play", "Cài đặt") if system == "Android" else ("App Store", "Nhận")
    opening = Said(
        f"**Quét mã QR** hoặc mở {shop}, tìm “{{names}}”, xem kỹ tên và nhà phát triển.",
        f"Scan the code or search “{{names}}” in {'Play Store' if system == 'Android' else shop}.",
    )
    getting = Said(
        f"Bấm **{get}**, chờ xong, bấm **Mở**.", f"Tap {'Install' if get == 'Cài đặt' else 'Get'}, then Open."
    )
    return (opening, getting, *(_DECLARE if programme.code == "ncovi" else _FOLLOW), _OPEN_AT_DESK)


def guide_heading(system: str) -> Said:
    """Title of an install guide."""
    return Said(f"Cài {{names}} trên {_SYSTEMS[system].vi}", f"Install {{names}} on {_SYSTEMS[system].en}")


def oldest_system(programme: Programme, system: str) -> Said:
    """Which phones can run it at all, or "" when nobody knows (domain notes 1.1)."""
    if programme.code != "bluezone":
        return Said("")
    oldest = {"Android": "Android 6.0", "iPhone": "iOS 10.3"}[system]
    return Said(f"Dùng được từ {oldest} trở lên", f"Runs on {oldest} and later")


_SYSTEMS = {
    "Android": Said("điện thoại Android", "an Android phone"),
    "iPhone": Said("iPhone", "an iPhone"),
}


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
