"""Who signs and who gets a paper, as one line of text each, and back; those of earlier papers are remembered."""

import json
import re
from dataclasses import replace

from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office
from bluezone_desk.ui import remembered

ARCHIVE_WORD = "Lưu:"
SIGNATORIES, RECIPIENTS, ADDRESSEES = "reports/signatories", "reports/recipients", "reports/addressees"
_MOST_REMEMBERED = 8
#: "TL. Giám đốc, Chánh Văn phòng": on whose authority, then the signatory's own title.
_AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s*([^,]*?)\s*(?:,\s*(.*))?")


def with_signatory(office: Office, text: str) -> Office:
    """The office signing through "name, title" or "name, TL. head's title, title"; the rest stays empty."""
    text = clean_name(text)
    if text == signatory_text(office):
        return office
    name, _comma, rest = text.partition(",")
    found = _AUTHORITY.fullmatch(rest.strip())
    if found is None:
        authority, head, title = "", "", rest.strip()
    else:
        authority, head, title = f"{found[1]}.", found[2], found[3] or ""
        if authority == "Q." and not title:
            head, title = "", head
    signing = replace(office.signatory, name=name.strip(), title=title, authority=authority, on_behalf_of=head)
    return replace(office, signatory=signing)


def signatory_text(office: Office) -> str:
    """ "Nguyễn Thu Hiền, Chánh Văn phòng", "Bùi Đức Mẫn, TL. Giám đốc, Chánh Văn phòng"."""
    who = office.signatory
    head = f"{who.authority} {who.on_behalf_of}".strip()
    if who.authority and not who.on_behalf_of:
        head, title = (f"{who.authority} {who.title}", "") if who.authority == "Q." else (who.authority, who.title)
    else:
        title = who.title
    return ", ".join(part for part in (who.name, head, title) if part)


def with_recipients(office: Office, text: str) -> Office:
    """Recipients out of "Lãnh đạo Sở; Lưu: VT, VP"; without a "Lưu:" the office's archive stays."""
    recipients, archive = [], office.archive
    for part in (clean_name(part) for part in text.split(";")):
        if part.startswith(ARCHIVE_WORD):
            archive = part.removeprefix(ARCHIVE_WORD).strip(" .")
        elif part:
            recipients.append(part)
    return replace(office, recipients=tuple(recipients), archive=archive)


def recipients_text(office: Office) -> str:
    """ "Lãnh đạo Sở; Lưu: VT, VP"."""
    return "; ".join([*office.recipients, f"{ARCHIVE_WORD} {office.archive}"])


def earlier(key: str) -> list[str]:
    """The texts of earlier papers, newest first."""
    try:
        kept = json.loads(str(remembered.memory().value(key, "[]")))
    except ValueError:
        return []
    return [text for text in kept if isinstance(text, str)][:_MOST_REMEMBERED] if isinstance(kept, list) else []


def remember(key: str, text: str) -> None:
    """Offer this text with the next paper; the oldest of many is forgotten."""
    text = clean_name(text)
    if not text:
        return
    kept = [text, *(known for known in earlier(key) if known != text)][:_MOST_REMEMBERED]
    memory = remembered.memory()
    memory.setValue(key, json.dumps(kept, ensure_ascii=False))
    memory.sync()
