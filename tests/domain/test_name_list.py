"""Lists of people as they are pasted at a desk."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bluezone_desk.domain.name_list import MOST_LINES, name_list

PASTED = """
  Danh sách:
 1. Nguyễn Văn An - 0912 345 678
 2)  Ông Trần Thị Bình; Sở Tài chính

 • Lò Thị Thủy\t017190000000
 (3) LÊ  VĂN   CƯỜNG
1. Nguyễn Văn An 0912345678
---
"""


def test_numbering_bullets_titles_and_blanks_go() -> None:
    found = name_list(PASTED.replace("Danh sách:", "***"))
    assert [person.name for person in found.people] == [
        "Nguyễn Văn An",
        "Trần Thị Bình",
        "Lò Thị Thủy",
        "LÊ VĂN CƯỜNG",
        "Nguyễn Văn An",
    ]
    first, second, third, _fourth, again = found.people
    assert (first.phone, second.rest, third.id_number) == ("0912345678", "Sở Tài chính", "017190000000")
    assert (again.doubled, first.doubled) == (True, False)
    assert found.left_out == ("***", "---")


def test_the_paper_around_a_list_is_nobody() -> None:
    words = "Độc lập - Tự do - Hạnh phúc\nDANH SÁCH ĐOÀN\nDanh sách:\nTổng cộng: 12 người"
    assert name_list(words).people == ()
    people = ("Tống Công Minh", "Danh Sang", "Tổng Thị Số", "Cộng Văn Hòa")
    assert tuple(person.name for person in name_list("\n".join(people)).people) == people


def test_rows_pasted_from_a_table_keep_their_cells_apart() -> None:
    rows = (
        ("STT", "Họ và tên", "Điện thoại", "Đơn vị"),
        ("1", "Nguyễn Văn Mẫu", "0912345678", "Sở Y tế"),
        ("2", "Ông Trần Thử", "", "Sở Tài chính"),
        ("", "", ""),
    )
    found = name_list("\n".join(map("\t".join, rows)))
    assert [(person.name, person.phone, person.rest) for person in found.people] == [
        ("Nguyễn Văn Mẫu", "0912345678", "Sở Y tế"),
        ("Trần Thử", "", "Sở Tài chính"),
    ]
    assert found.left_out == ("STT; Họ và tên; Điện thoại; Đơn vị",)


def test_more_lines_than_a_delegation_has_are_counted() -> None:
    found = name_list("\n".join(f"{n}. Nguyễn Văn Mẫu {n}" for n in range(1, MOST_LINES + 21)))
    assert (len(found.people), found.too_many) == (MOST_LINES, 20)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_whole_names_or_none(text: str) -> None:
    for person in name_list(text).people:
        assert person.name == person.name.strip()
        assert "\n" not in person.name
        assert any(letter.isalpha() for letter in person.name)
