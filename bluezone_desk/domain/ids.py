"""UUIDv7: sortable by the moment they were made, and made at the desk (RFC 9562, section 5.7)."""

from datetime import datetime


def uuid7_text(moment: datetime, entropy: bytes) -> str:
    """The UUIDv7 of `moment` (millisecond precision) with 10 bytes of `entropy`, in canonical lower-case text."""
    milliseconds = int(moment.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    tail = int.from_bytes(entropy[:10], "big")
    value = (milliseconds << 80) | tail
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
