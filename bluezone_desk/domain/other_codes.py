"""Codes that people hold out to a scanner and that are no identity cards: refused, each by its name."""

import re

from bluezone_desk.domain.codes import Trouble

_KINDS = (
    (
        Trouble.SCAN_IS_URL,
        re.compile(r"(?:https?|ftps?)[:;]|www\.[^\s.]|[a-z]{0,12}://|[^\s/@]{1,80}\.(?:vn|com)/", re.I),
    ),
    # EMVCo: payload format indicator 00, length 02, version 01, then the next object.
    (Trouble.SCAN_IS_PAYMENT, re.compile(r"000201[0-9]{2}.{12}", re.S)),
    (Trouble.SCAN_IS_VACCINE, re.compile(r"HC1:|shc:/", re.I)),
    (
        Trouble.SCAN_IS_OTHER_CODE,
        re.compile(
            r"\{|\[\s*[{\"\[0-9]|<\?xml|(?:BEGIN:VC|MECARD|WIFI|MATMSG|SMSTO|SMS|TEL|MAILTO|GEO|OTPAUTH)[:A]|"
            r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\W*\Z|I[D<][A-Z]{3}[A-Z0-9<]{20}|"
            r"(?=[^\s]{0,200}[0-9])[A-Za-z0-9+/_=.-]{32,}\Z|[0-9]{13,}\Z",
            re.I,
        ),
    ),
)


def other_code(text: str) -> Trouble | None:
    """Which other code this is (link, payment, vaccine certificate, something else); None for none of them."""
    return next((code for code, pattern in _KINDS if pattern.match(text)), None)
