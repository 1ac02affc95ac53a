"""How an application is installed, step by step, in Vietnamese and English (domain notes 1.3).

`**` marks what is set bold; `{names}` stands for the application.
"""

from bluezone_desk.domain.programme import Programme
from bluezone_desk.paper.poster_wording import Said

SYSTEMS = ("Android", "iPhone")
HEADING = Said("Cài {names} trong vài phút", "Install {names} in a few minutes")
SCAN_HERE = Said("Quét mã này bằng camera", "Scan this code with your camera")
OR_TYPE = Said("hoặc gõ địa chỉ này", "or type this address")

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


# The same for a hand's width of paper.
_BLUEZONE_SHORT = {
    "Android": (
        Said(
            "Quét mã mặt trước, hoặc tìm “Bluezone” trong **CH Play**.", "Scan the code, or search in Play Store."
        ),
        Said("Bấm **Cài đặt**, chờ xong, bấm **Mở**.", "Tap Install, then Open."),
        Said("Bấm **Tiếp tục**, **Bắt đầu sử dụng**.", "Tap Continue, then Start."),
        Said("Cho phép **vị trí**; bật **Vị trí** và **Bluetooth**.", "Allow location; turn on both."),
        Said("Xong khi không còn hộp **Thông báo**.", "Done when no “Thông báo” box is left."),
    ),
    "iPhone": (
        Said(
            "Quét mã mặt trước, hoặc tìm “Bluezone” trong **App Store**.", "Scan the code, or search in App Store."
        ),
        Said("Bấm **Nhận**, chờ xong, bấm **Mở**.", "Tap Get, then Open."),
        Said("Bấm **Tiếp tục**, **Bắt đầu sử dụng**.", "Tap Continue, then Start."),
        Said("Cho phép **Bluetooth** và **Thông báo**.", "Allow Bluetooth and Notifications."),
        Said("Giữ Bluetooth bật, không **vuốt tắt hẳn**.", "Keep Bluetooth on, do not force-quit."),
    ),
}
_ANY_SHORT = {
    system: (
        Said(
            f"Quét mã mặt trước, hoặc tìm “{{names}}” trong **{shop}**.", f"Scan the code, or search in {english}."
        ),
        Said(f"Bấm **{get}**, chờ xong, bấm **Mở**.", f"Tap {tap}, then Open."),
        Said("Làm theo **hướng dẫn** trên màn hình.", "Follow the app’s instructions."),
        Said("Mở **{names}** cho lễ tân xem.", "Open it and show it to reception."),
    )
    for system, shop, english, get, tap in (
        ("Android", "CH Play", "Play Store", "Cài đặt", "Install"),
        ("iPhone", "App Store", "App Store", "Nhận", "Get"),
    )
}
_ALSO_DECLARE = Said(
    "Với **NCOVI**: nhập số điện thoại và OTP, khai báo y tế.", "NCOVI: phone, OTP, health declaration."
)

#: A shop's link helps one system only.
_SHOP_OF = {"https://play.google.com/": "Android", "https://apps.apple.com/": "iPhone"}


def systems_of(link: str) -> tuple[str, ...]:
    """The systems on which the application can be installed from this link."""
    return next(((system,) for shop, system in _SHOP_OF.items() if link.startswith(shop)), SYSTEMS)


def short_steps(programmes: tuple[Programme, ...], system: str) -> tuple[Said, ...]:
    """The steps on one system, "Android" or "iPhone", short enough for a leaflet."""
    codes = {programme.code for programme in programmes}
    steps = _BLUEZONE_SHORT[system] if codes in ({"bluezone"}, {"bluezone", "ncovi"}) else _ANY_SHORT[system]
    return (*steps, _ALSO_DECLARE) if "ncovi" in codes else steps


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
