"""The office of the demo's day: its papers' head, its departments, and what people come for.

Every person, phone number and organisation is invented; the departments are those any such office has.
"""

from dataclasses import dataclass, replace

from bluezone_desk.domain.office import Directive, Office, Signatory

DIRECTIVE_NUMBER = "1287/UBND-KGVX"


@dataclass(frozen=True, slots=True)
class Department:
    """`weight` is how many of a hundred visitors come to it; stays are in minutes."""

    name: str
    hosts: tuple[str, ...]
    purposes: tuple[str, ...]
    weight: int
    usual_stay_min: int


DEPARTMENTS = (
    Department(
        "Bộ phận Một cửa",
        ("Đinh Thị Thu Hằng", "Bùi Quang Huy"),
        ("Nộp hồ sơ", "Nhận kết quả hồ sơ", "Hỏi thủ tục cấp phép", "Bổ sung hồ sơ"),
        34,
        16,
    ),
    Department(
        "Phòng Công nghệ thông tin",
        ("Nguyễn Đức Thịnh", "Quách Minh Khôi"),
        ("Họp triển khai phần mềm", "Bảo trì máy chủ", "Bàn giao thiết bị", "Tập huấn sử dụng phần mềm"),
        17,
        55,
    ),
    Department(
        "Văn phòng Sở",
        ("Hà Thị Bích Ngọc", "Trần Văn Lâm"),
        ("Chuyển công văn", "Giao văn phòng phẩm", "Liên hệ công tác", "Gặp lãnh đạo Sở"),
        16,
        20,
    ),
    Department(
        "Phòng Bưu chính - Viễn thông",
        ("Phạm Hồng Quân", "Xa Thị Nhàn"),
        ("Báo cáo trạm thu phát sóng", "Làm việc về hạ tầng mạng", "Thẩm định hồ sơ viễn thông"),
        13,
        40,
    ),
    Department(
        "Phòng Thông tin - Báo chí - Xuất bản",
        ("Lê Thị Mai Phương", "Bùi Văn Chiến"),
        ("Xin phép xuất bản bản tin", "Làm việc về tuyên truyền", "Nộp lưu chiểu"),
        10,
        30,
    ),
    Department(
        "Phòng Kế hoạch - Tài chính",
        ("Vũ Thị Thanh Tâm",),
        ("Quyết toán hợp đồng", "Đối chiếu công nợ", "Nộp hồ sơ thầu"),
        7,
        35,
    ),
    Department("Thanh tra Sở", ("Đinh Công Thắng",), ("Làm việc theo giấy mời", "Giải trình kiến nghị"), 3, 45),
)

ORGANISATIONS = (
    "Công ty TNHH Tin học Sao Rừng",
    "Công ty CP Truyền thông Bến Ngọc Xanh",
    "Công ty TNHH Viễn thông Đồi Thông",
    "Công ty CP Phần mềm Ban Mai Hồ",
    "Công ty TNHH In Hoa Ban Trắng",
    "Công ty TNHH Thiết bị Suối Trong",
    "Hợp tác xã Nông nghiệp Đồng Thơm",
    "Hợp tác xã Dệt thổ cẩm Bản Mây",
    "Trường THPT Đồi Xanh",
    "Trường Tiểu học Suối Hoa Mai",
    "Trung tâm Ngoại ngữ Cầu Vồng Nhỏ",
    "Nhà sách Tri Thức Bản",
    "Bưu cục Ngã Ba Thông",
    "Ban quản lý chợ Bến Gốm",
    "UBND xã Thung Mây",
    "UBND xã Đồng Nếp",
    "UBND phường Bến Gốm",
    "Đài truyền thanh xã Thung Mây",
)

PAPER_REASON = "Mất điện, ghi tạm sổ giấy trang 12"
#: Why an app was not seen running, by state; an empty tuple says nothing.
REASONS = {
    "not_installed": ("Máy hết dung lượng", "Máy hết pin", "Quên mật khẩu CH Play", "Không có mạng"),
    "unsupported": ("Điện thoại phím bấm", "Không mang điện thoại", "Máy đời cũ, Android dưới 6.0"),
    "declined": ("Không đồng ý cho xem điện thoại", "Không đồng ý cài đặt"),
    "not_asked": ("Đón đoàn công tác", "Khách đông, chưa kịp hỏi"),
}


def demo_office(office: Office, directive: Directive | None) -> Office:
    """The demo's office under its directive, everything else as the book has it."""
    return replace(
        office,
        name="Sở Thông tin và Truyền thông",
        parent="UBND tỉnh Hòa Bình",
        symbol="STTTT",
        place="Hòa Bình",
        addressee="UBND tỉnh Hòa Bình",
        recipients=("Như trên", "Lãnh đạo Sở"),
        archive="VT, VP",
        signatory=Signatory(name="Bùi Đức Mẫn", title="Chánh Văn phòng", authority="TL.", on_behalf_of="Giám đốc"),
        directive=directive or office.directive,
        desk_name="Cổng chính",
        receptionist="Hà Thị Mai",
        contact="0218 0000 000",
    )
