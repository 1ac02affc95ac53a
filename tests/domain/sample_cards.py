"""Payloads of invented cards; every number ends in 000000, which no real number does."""

from datetime import date

TODAY = date(2026, 11, 22)

S1 = (
    "001090000000|010000000|Nguyễn Văn Mẫu|15081990|Nam|"
    "Số 0, Phố Thử Nghiệm, Phường Ví Dụ, Quận Giả Định, Hà Nội|01052021"
)
S2 = (
    "079303000000||Trần Thị Ví Dụ|02022003|Nữ|"
    "Tổ 0, Khu phố 0, Phường Thử, Thành phố Thủ Đức, Thành phố Hồ Chí Minh|10102022"
)
S3 = "074188000000|280000000|Lê Thị Hoà|09091988|Nữ|Ấp Mẫu, Xã Thử Nghiệm, Thành phố Hồ Chí Minh|05082025||||"
S4 = (
    "048218000000||Phạm Bé Thử|01062018|Nam|Tổ Mẫu, Phường Ví Dụ, Đà Nẵng|20082024||"
    "Phạm Văn Cha Mẫu|Võ Thị Mẹ Mẫu|"
)
S5 = "017086000000|113000000|Bùi Văn Đổi|30061986|Nam|Xóm Mẫu, Xã Thử, Tỉnh Phú Thọ|15012025|017085000000|||"
S6 = "080055000000|300000000|Huỳnh Văn Năm|1955|Nam|Ấp Thử, Xã Mẫu, Huyện Ví Dụ, Long An|12122021"
S7 = "091179000000|370000000|Danh Thị Mẫu|12121979|Nữ||"
S8 = (
    "066192000000||H' Mẫu Êban|03031992|Nữ|Buôn Thử, Xã Mẫu, Huyện Ví Dụ, Đắk Lắk|01072021",
    "064093000000||Y-Thử Niê Kđăm Blŏ|04041993|Nam|Làng Mẫu, Xã Thử, Gia Lai|01072021",
    "068094000000||Ẩn|05051994|Nam|Thôn Thử, Xã Mẫu, Lâm Đồng|01072021",
)
S9 = "101201000000||Đặng Ngoại Mẫu|06062001|Nam|Phường Thử, Quận Mẫu, Hải Phòng|01022023"
S9B = "001001000000||Cao Lệch Mẫu|06062001|Nữ|Phường Thử, Quận Mẫu, Hà Nội|01022023"
S10 = "033065000000|140000000|Đỗ Mẫu|07071965|Nam|Đội 0, , Thôn Thử ,- Xã  Mẫu, Huyện Ví Dụ, Hưng Yên,|01042021"
WHOLE = (S1, S2, S3, S4, S5, S6, S7, *S8, S9, S10)
BHYT = (
    "GD4010000000000|4E677579E1BB856E2056C4836E204DE1BAAB75|15/08/1990|1|48C3A0204EE1BB9969|01 - 000|"
    "01/01/2021|31/12/2021|…|$"
)
