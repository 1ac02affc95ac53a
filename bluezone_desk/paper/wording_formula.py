"""Set phrases of Decree 30/2020: number and symbol, citation, recipients, authority to sign, annex reference."""

import re
from datetime import date

from bluezone_desk.domain.office import Directive, Office
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.domain.programme import Programme
from bluezone_desk.domain.vietnamese_dates import long_date

#: Room for the clerk's pen before "/BC-…".
_PEN_ROOM = " " * 8

_DEGREES = re.compile(
    r"^(?:(?:PGS|GS|TSKH|TS|Th\.?[Ss]|BSCK\s?I{1,2}|BSCK\s?[12]|BS|DS|KS|CN|LS|NGƯT|NGND|NSƯT|NSND)(?:\.\s*|\s+)"
    r"|(?:Phó giáo sư|Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Cử nhân|Luật sư)\s+)+"
)


def symbol_text(symbol: str) -> str:
    """The office's part of the symbol: upper case, no spaces, without a leading "BC-" or slash."""
    bare = re.sub(r"\s+", "", one_line(symbol)).upper().strip("/-")
    return bare.removeprefix("BC-") or "VP"


def document_number(number: str, symbol: str) -> str:
    """ "86" or "9/bc-vp" as "86/BC-VP" and "09/BC-VP"; "" stays empty."""
    bare = re.sub(r"\s+", "", one_line(number)).upper()
    if not bare:
        return ""
    digits, slash, rest = bare.partition("/")
    padded = digits.zfill(2) if digits.isdecimal() else digits
    return f"{padded}/{rest}" if slash and rest else f"{padded}/BC-{symbol_text(symbol)}"


def number_line(number: str, symbol: str) -> str:
    """Box 3. Without a number, room is left for the clerk to write it."""
    return f"Số: {document_number(number, symbol) or f'{_PEN_ROOM}/BC-{symbol_text(symbol)}'}"


def annex_reference(number: str, symbol: str, signed_on: date, office: str) -> str:
    """The line under an annex's title, naming the report it belongs to."""
    numbered = document_number(number, symbol) or f"{_PEN_ROOM}/BC-{symbol_text(symbol)}"
    return f"(Kèm theo Báo cáo số {numbered} {long_date(signed_on)} của {office})"


def listed(parts: tuple[str, ...]) -> str:
    """ "A", "A và B", "A, B và C"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def app_names(programmes: tuple[Programme, ...]) -> str:
    """ "ứng dụng Bluezone" or "các ứng dụng NCOVI và Bluezone"; "" without programmes."""
    names = listed(tuple(one_line(p.name) for p in programmes))
    if not names:
        return ""
    return f"các ứng dụng {names}" if len(programmes) > 1 else f"ứng dụng {names}"


def citation(directive: Directive) -> str:
    """Type, number, date, issuer and subject, as a document is cited the first time; "" when there is none."""
    number = one_line(directive.number)
    kind = one_line(directive.kind)
    issuer = one_line(directive.issuer)
    if not number and not (kind and issuer):
        return ""
    parts = [kind or "Văn bản"]
    if number:
        parts.append(f"số {number}")
    if directive.issued_on:
        parts.append(long_date(directive.issued_on))
    if issuer:
        parts.append(f"của {issuer}")
    subject = _subject(directive.subject)
    if subject:
        parts.append(subject)
    return " ".join(parts)


def _subject(text: str) -> str:
    subject = one_line(text).rstrip(".;, ")
    if not subject:
        return ""
    short = re.match(r"[Vv]/[Vv]:?\s*", subject)
    if short:
        return f"về việc {subject[short.end() :]}"
    if subject.casefold().startswith("về "):
        return f"về{subject[2:]}"
    return f"về việc {subject}"


def addressees(text: str) -> tuple[str, ...]:
    """Those the report is sent up to; several are parted by semicolons or line ends."""
    parts = (one_line(part).strip(" .-:") for part in re.split(r"[;\n]", text))
    return tuple(part for part in parts if part)


def recipients(office: Office) -> tuple[str, ...]:
    """Box 9b, line by line, ending with the archive line."""
    names = [name for part in office.recipients for name in addressees(part)]
    first = ["Như trên"] if addressees(office.addressee) else []
    kept = [name for name in names if name != "Như trên" and not name.startswith("Lưu:")]
    archive = one_line(office.archive).removeprefix("Lưu:").strip(" .") or "VT"
    return (*(f"- {name};" for name in (*first, *kept)), f"- Lưu: {archive}.")


def signature_titles(office: Office) -> tuple[str, ...]:
    """Box 7a: authority and title in upper case, one line each ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")."""
    signatory = office.signatory
    title = one_line(signatory.title).upper() or "THỦ TRƯỞNG ĐƠN VỊ"
    authority = one_line(signatory.authority).upper().strip(" .")
    head = one_line(signatory.on_behalf_of).upper()
    if not authority:
        return (title,)
    if authority == "Q" and not head:
        return (f"Q. {title}",)
    if not head:
        head = one_line(office.name).upper() if authority == "TM" else "THỦ TRƯỞNG ĐƠN VỊ"
    return (f"{authority}. {head}", title)


def signatory_name(text: str) -> str:
    """Box 7b: without degrees or honorary titles, each syllable with a capital when all were capitals."""
    name = _DEGREES.sub("", one_line(text))
    return " ".join(part.capitalize() for part in name.split(" ")) if name.isupper() else name
