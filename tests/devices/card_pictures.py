"""Pictures of a card's code as a camera sees them."""

import qrcode
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

CARD = (
    "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|"
    "Số 0, Phố Thử Nghiệm, Phường Ví Dụ, Quận Giả Định, Hà Nội|01052021"
)
OTHER = "079303000000||Trần Thị Ví Dụ|02022003|Nữ|Tổ 0, Khu phố 0, Thành phố Hồ Chí Minh|10102022"
_STRETCH = Qt.AspectRatioMode.IgnoreAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation


def code(text: str, module_px: float) -> QImage:
    """The code alone, dark on light, with its quiet zone."""
    drawn = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    drawn.add_data(text.encode())
    drawn.make()
    matrix = drawn.get_matrix()
    whole = QImage(len(matrix) * 8, len(matrix) * 8, QImage.Format.Format_RGB32)
    whole.fill(QColor("#F2F2EE"))
    painter = QPainter(whole)
    for y, row in enumerate(matrix):
        for x, is_dark in enumerate(row):
            if is_dark:
                painter.fillRect(x * 8, y * 8, 8, 8, QColor("#202428"))
    painter.end()
    side = round(len(matrix) * module_px)
    return whole.scaled(side, side, _STRETCH, _SMOOTH)


def picture(
    *texts: str, module_px: float = 4, turned: float = 0, blur: float = 1, size: tuple[int, int] = (1280, 720)
) -> QImage:
    """What the camera sees: codes on a grey card, turned by degrees, out of focus by a factor."""
    seen = QImage(*size, QImage.Format.Format_RGB32)
    seen.fill(QColor("#8C9AA8"))
    painter = QPainter(seen)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, text in enumerate(texts):
        drawn = code(text, module_px)
        painter.save()
        painter.translate(size[0] * (place + 1) / (len(texts) + 1), size[1] / 2)
        painter.rotate(turned)
        painter.drawImage(-drawn.width() // 2, -drawn.height() // 2, drawn)
        painter.restore()
    painter.end()
    if blur <= 1:
        return seen
    small = seen.scaled(round(size[0] / blur), round(size[1] / blur), _STRETCH, _SMOOTH)
    return small.scaled(*size, _STRETCH, _SMOOTH)
