"""A finished PDF in the form an archive asks for: what PDF/A-2b (ISO 19005-2) demands beside the pages.

reportlab embeds its fonts but writes no XMP, no output intent, and no line end before `endstream`. All three are
added to the finished file, whose objects are found by its own table; the pages stay as they were drawn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms

CREATOR = "Bluezone Desk"
PRODUCER = "Bluezone Desk (ReportLab)"

_TABLE = re.compile(rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] ?\r?\n)+)trailer\n", re.ASCII)
_LENGTH = re.compile(rb"/Length (\d+)(?![\d ]*R)")
_STREAM = b"\nstream\n"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What an archive's catalogue reads; `made_at` is aware. Texts are plain, in NFC."""

    title: str
    author: str
    made_at: datetime


def archived(pdf: bytes, about: About) -> bytes:
    """The same pages with PDF/A-2b metadata, output intent and dates. Same input, same bytes.

    `pdf` is a file of this package's `Sheet`: one table, no encryption. Raises ValueError for any other.
    """
    table = _TABLE.search(pdf, pdf.rfind(b"\nxref\n"))
    if table is None:
        raise ValueError("no table of objects")
    trailer = pdf[table.end() :].partition(b"startxref")[0]
    objects = dict(_objects(pdf, table))
    root, info = (_number(trailer, key) for key in (b"Root", b"Info"))
    metadata, profile, intent = range(len(objects) + 1, len(objects) + 4)
    objects[info] = _info(about)
    objects[metadata] = _stream(b"/Type /Metadata /Subtype /XML", _xmp(about))
    objects[profile] = _stream(b"/N 3", _srgb())
    objects[intent] = (
        b"<<\n/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)\n"
        b"/Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R\n>>" % profile
    )
    catalog, _, end = objects[root].rpartition(b">>")
    objects[root] = b"%s/Metadata %d 0 R /OutputIntents [ %d 0 R ]\n>>%s" % (catalog, metadata, intent, end)
    size = b"/Size %d" % (len(objects) + 1)
    return _written(pdf[: pdf.index(b"1 0 obj")], objects, re.sub(rb"/Size \d+", size, trailer))


def _objects(pdf: bytes, table: re.Match[bytes]) -> Iterator[tuple[int, bytes]]:
    """Number and body of every object, streams ended as the standard asks."""
    lines = table[2].splitlines()[1:]
    starts = {number: int(line[:10]) for number, line in enumerate(lines, start=1)}
    order = sorted(starts, key=starts.__getitem__)
    ends = [starts[number] for number in order[1:]] + [table.start()]
    for number, end in zip(order, ends, strict=True):
        body = pdf[starts[number] : end].partition(b" obj\n")[2].rpartition(b"endobj")[0]
        yield number, _ended(body)


def _ended(body: bytes) -> bytes:
    """The object with a line end before `endstream`, which the stream's length does not count."""
    head, mark, rest = body.partition(_STREAM)
    if not mark:
        return body.rstrip(b"\n")
    found = _LENGTH.search(head)
    if found is None:
        raise ValueError("a stream without a length")
    return b"%s%s%s\nendstream" % (head, _STREAM, rest[: int(found[1])])


def _number(trailer: bytes, key: bytes) -> int:
    found = re.search(rb"/%s (\d+) 0 R" % key, trailer)
    if found is None:
        raise ValueError(f"no {key.decode()}")
    return int(found[1])


def _written(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    parts = [head]
    at = len(head)
    starts: list[int] = []
    for number in range(1, len(objects) + 1):
        starts.append(at)
        part = b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
        parts.append(part)
        at += len(part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s" % (len(objects) + 1, table, trailer))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(parts)


def _info(about: About) -> bytes:
    made = about.made_at.astimezone(UTC).strftime("(D:%Y%m%d%H%M%S+00'00')").encode()
    texts = {b"Title": about.title, b"Author": about.author, b"Creator": CREATOR, b"Producer": PRODUCER}
    told = b"".join(b"/%s %s\n" % (key, _text(value)) for key, value in texts.items())
    return b"<<\n%s/CreationDate %s /ModDate %s\n>>" % (told, made, made)


def _text(value: str) -> bytes:
    return b"<FEFF%s>" % value.encode("utf-16-be").hex().upper().encode()


def _xmp(about: About) -> bytes:
    return _XMP.format(
        title=escape(about.title),
        author=escape(about.author),
        creator=CREATOR,
        producer=PRODUCER,
        made=about.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00"),
    ).encode()


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<<\n%s /Length %d\n>>%s%s\nendstream" % (entries, len(content), _STREAM, content)


@cache
def _srgb() -> bytes:
    """The sRGB profile, with a fixed date in place of the moment it was made."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = b"".join(part.to_bytes(2, "big") for part in (2020, 8, 5, 0, 0, 0))
    return profile[:24] + made + profile[36:]
