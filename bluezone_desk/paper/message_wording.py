"""Messages an office sends on a directive: SMS, Zalo post and loudspeaker bulletin, to be changed as it likes."""

from collections.abc import Callable
from dataclasses import dataclass

from bluezone_desk.domain.message_text import without_marks
from bluezone_desk.domain.office import BLUEZONE, Directive, Office
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.spoken_vietnamese import spoken_day, spoken_document, spoken_link
from bluezone_desk.domain.vietnamese_dates import short_date
from bluezone_desk.paper.poster_wording import directive_line, names_of

#: How many syllables a calm announcer reads in a second.
SYLLABLES_EACH_SECOND = 2.6


@dataclass(frozen=True, slots=True)
class MessageOrder:
    """`kind` is "sms", "zalo" or "loudspeaker". `link` empty is the directive's own; `reading` is how the
    announcer says the link, empty as the letters are spelt."""

    kind: str
    link: str = ""
    reading: str = ""
    has_marks: bool = True


def message_text(order: MessageOrder, office: Office) -> str:
    """The message, ready to copy. A text without marks is never a bulletin: it could not be read aloud."""
    text = KINDS[order.kind](order, office)
    return text if order.has_marks or order.kind == "loudspeaker" else without_marks(text)


def reading_of(order: MessageOrder, office: Office) -> str:
    """How the announcer says the link when the office has not said how."""
    return order.reading or spoken_link(_link(order, office))


def syllables(text: str) -> int:
    """Syllables of a bulletin: in Vietnamese, its words."""
    return len(text.replace("-", " ").split())


def _programmes(office: Office) -> tuple[Programme, ...]:
    return office.programmes or (BLUEZONE,)


def _names(office: Office) -> str:
    return names_of(_programmes(office), " và ")


def _link(order: MessageOrder, office: Office) -> str:
    linked = (programme.link for programme in _programmes(office) if programme.link)
    return order.link or next(linked, BLUEZONE.link)


def _what(directive: Directive) -> str:
    """What the directive asks of a phone's owner."""
    return "cài đặt, kích hoạt lại và bật" if "kích hoạt lại" in directive.subject else "cài đặt và bật"


def _sms(order: MessageOrder, office: Office) -> str:
    names, link = _names(office), _link(order, office)
    if office.directive.code == "hoa-binh-1287":
        # The directive gives the words, to be sent once.
        return f"đề nghị thuê bao tải cài đặt ứng dụng {names} tại địa chỉ: {link}"
    when = "trước khi đến làm việc"
    if office.directive.deadline:
        when = f"trước ngày {short_date(office.directive.deadline)}"
    asked = f"Cơ quan đề nghị Ông/Bà {_what(office.directive)} ứng dụng {names} {when}."
    return f"{asked} Tải tại: {link}. Trân trọng."


def _zalo(order: MessageOrder, office: Office) -> str:
    names, link, directive = _names(office), _link(order, office), office.directive
    basis = directive_line(directive)
    opening = f"Thực hiện {basis[:1].lower() + basis[1:]}, {office.name}" if basis else office.name
    when = f" trước ngày {short_date(directive.deadline)}" if directive.deadline else " trước khi đến làm việc"
    lines = [
        f"{names.upper()}: MỞ ỨNG DỤNG TRƯỚC KHI VÀO TRỤ SỞ",
        "",
        f"{opening} kính đề nghị Ông/Bà {_what(directive)} ứng dụng {names}{when}:",
        f"1. Tải ứng dụng tại {link}",
        "2. Mở ứng dụng, cho phép các quyền được hỏi.",
        _third_step(office),
        "4. Đến trụ sở, cho lễ tân xem màn hình ứng dụng.",
    ]
    if directive.target_percent:
        lines.append(f"Mục tiêu: ít nhất {directive.target_percent}% người dùng điện thoại thông minh.")
    lines += [
        "",
        f"Xem kỹ tên ứng dụng và nhà phát triển trước khi cài. Liên hệ: {office.contact or office.name}.",
    ]
    return "\n".join(lines)


def _third_step(office: Office) -> str:
    codes = {programme.code for programme in _programmes(office)}
    steps = (["bật Bluetooth, giữ ứng dụng chạy"] if "bluezone" in codes else []) + (
        ["khai báo y tế hằng ngày"] if "ncovi" in codes else []
    )
    told = "; ".join(steps) or "làm theo hướng dẫn trên máy"
    return f"3. {told[:1].upper() + told[1:]}."


def _loudspeaker(order: MessageOrder, office: Office) -> str:
    block, basis = _bulletin_block(order, office), _spoken_basis(office.directive)
    first = f"Thực hiện {basis}, {block[:1].lower() + block[1:]}" if basis else block
    return "\n\n".join(
        [
            f"Thông báo của {office.name}.",
            first,
            f"Xin nhắc lại. {block}",
            "Xin cảm ơn và trân trọng thông báo.",
        ]
    )


def _bulletin_block(order: MessageOrder, office: Office) -> str:
    """What is asked, read twice; the directive is named the first time only."""
    directive, names = office.directive, _names(office)
    when = f" trước {spoken_day(directive.deadline)}" if directive.deadline else " trước khi đến làm việc"
    return (
        f"Đề nghị mọi người dùng điện thoại thông minh {_what(directive)} ứng dụng {names}{when}."
        f" Địa chỉ tải: {reading_of(order, office)}."
        " Đến trụ sở, xin mở sẵn ứng dụng."
    )


def _spoken_basis(directive: Directive) -> str:
    said = [directive.kind.lower() or "văn bản"] if directive.number or directive.issuer else []
    if spoken_document(directive.number):
        said += ["số", spoken_document(directive.number)]
    if said and directive.issued_on:
        said.append(spoken_day(directive.issued_on))
    if directive.issuer:
        said += ["của", directive.issuer.replace("UBND", "Ủy ban nhân dân")]
    return " ".join(said)


KINDS: dict[str, Callable[[MessageOrder, Office], str]] = {
    "sms": _sms,
    "zalo": _zalo,
    "loudspeaker": _loudspeaker,
}
