"""What the seven outcomes of an app check are called on paper."""

from typing import Final

from bluezone_desk.domain.programme import CheckState

#: One short phrase per outcome, for a register's narrow column.
SHORT: Final = {
    CheckState.RUNNING: "Đang chạy",
    CheckState.REACTIVATED: "Bật lại tại quầy",
    CheckState.INSTALLED_HERE: "Cài tại quầy",
    CheckState.NOT_INSTALLED: "Chưa cài",
    CheckState.UNSUPPORTED: "Không hỗ trợ",
    CheckState.DECLINED: "Không đồng ý",
    CheckState.NOT_ASKED: "Chưa hỏi",
}

#: One full phrase per outcome, for a table of results.
FULL: Final = {
    CheckState.RUNNING: "Đang chạy khi khách đến",
    CheckState.REACTIVATED: "Được hướng dẫn bật lại tại quầy",
    CheckState.INSTALLED_HERE: "Được hướng dẫn cài đặt tại quầy",
    CheckState.NOT_INSTALLED: "Chưa cài đặt hoặc chưa bật",
    CheckState.DECLINED: "Không đồng ý cài đặt hoặc cho xem",
    CheckState.NOT_ASKED: "Chưa hỏi",
    CheckState.UNSUPPORTED: "Không có điện thoại cài được ứng dụng",
}
