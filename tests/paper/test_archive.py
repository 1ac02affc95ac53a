"""What an archive asks of a report that is kept: metadata of PDF/A-2b, and nothing about its pages changed."""

import dataclasses
import io
import re
import unicodedata
from datetime import UTC, datetime
from xml.etree import ElementTree

import paper_reading
import pypdf
import pytest
import sample_day
import sample_period

from bluezone_desk.paper.archive import About, archived
from bluezone_desk.paper.daily_report import ReportOptions, daily_report
from bluezone_desk.paper.period_report import period_report

KEPT = ReportOptions(number="86", archive=True)
OFFICE = dataclasses.replace(sample_day.OFFICE, name="Sở <Thông tin> & Truyền thông")
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module", params=["day", "period"])
def pair(request: pytest.FixtureRequest) -> tuple[bytes, bytes]:
    plain = dataclasses.replace(KEPT, archive=False)
    if request.param == "day":
        day = sample_day.summary(64, previous=59)
        return daily_report(day, OFFICE, plain), daily_report(day, OFFICE, KEPT)
    week = sample_period.summary(20, before=18)
    return period_report(week, OFFICE, plain), period_report(week, OFFICE, KEPT)


def test_the_pages_are_those_of_the_plain_paper(pair: tuple[bytes, bytes]) -> None:
    plain, kept = (paper_reading.read(pdf) for pdf in pair)
    assert plain == kept
    assert all(unicodedata.is_normalized("NFC", page.text) for page in kept)


def test_metadata_names_the_standard_and_agrees_with_the_document(pair: tuple[bytes, bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pair[1]), strict=True)
    root, info = reader.trailer["/Root"], reader.metadata
    stream = root["/Metadata"]
    assert "/Filter" not in stream
    xml = ElementTree.fromstring(stream.get_data().decode().partition("?>")[2].rpartition("<?xpacket")[0])
    told = {element.tag.rpartition("}")[2]: "".join(element.itertext()).strip() for element in xml.iter()}
    assert (told["part"], told["conformance"]) == ("2", "B")
    assert info is not None
    assert (told["title"], told["creator"]) == (info.title, info.author)
    assert info.author == "SỞ <THÔNG TIN> & TRUYỀN THÔNG"
    assert (told["CreatorTool"], told["Producer"]) == (info.creator, info.producer)
    assert info.creation_date == datetime.fromisoformat(told["CreateDate"]) == info.modification_date
    assert f"{DC}title" in {element.tag for element in xml.iter()}


def test_colours_and_fonts_need_nothing_outside_the_file(pair: tuple[bytes, bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pair[1]), strict=True)
    [intent] = reader.trailer["/Root"]["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"]
    assert (profile["/N"], profile.get_data()[36:40], profile.get_data()[16:20]) == (3, b"acsp", b"RGB ")
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor
            assert re.match(r"/[A-Z]{6}\+Tinos-", descriptor["/FontName"])


def test_every_stream_ends_as_the_standard_asks(pair: tuple[bytes, bytes]) -> None:
    lengths = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", pair[1]))
    assert len(lengths) > 10
    for found in lengths:
        after = found.end() + int(found[1])
        assert pair[1][after : after + 18] == b"\nendstream\nendobj\n"


def test_the_same_report_is_the_same_file_again() -> None:
    day = sample_day.summary(3)
    assert daily_report(day, OFFICE, KEPT) == daily_report(day, OFFICE, KEPT)
    assert re.search(rb"/ID\s*\[\s*<[0-9a-f]{32}>", daily_report(day, OFFICE, KEPT))


def test_what_is_no_finished_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        archived(b"%PDF-1.7\n", About("", "", datetime(2020, 8, 5, tzinfo=UTC)))
