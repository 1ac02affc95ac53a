"""Sites, logos and releases: kept in the book, each by one journal line, and verified like all else."""

import pytest
from reception import Reception

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.links import ALLOWED_HOSTS, check_link
from bluezone_desk.services.poster_record import KeptLogo, Release

RELEASE = Release(
    "door", "A4", "vi", ("https://www.bluezone.gov.vn",), 3, 3, 152.3, "Q", ("print_200dpi", "tilted"), "ab" * 32
)


def lines_of(office: Reception) -> int:
    return office.desk.care.info().lines


def test_a_site_is_allowed_with_what_it_is_for_and_survives_a_restart(office: Reception) -> None:
    link = "https://www.hoabinh.gov.vn/huong-dan"
    assert check_link(link, office.desk.links.hosts()) is Trouble.LINK_NOT_ALLOWED
    before = lines_of(office)
    assert office.desk.links.allow(" WWW.hoabinh.gov.vn ", "Cổng thông tin tỉnh") is None
    assert lines_of(office) == before + 1
    office.reopen()
    assert office.desk.links.own() == {"www.hoabinh.gov.vn": "Cổng thông tin tỉnh"}
    assert check_link(link, office.desk.links.hosts()) is None
    assert check_link("https://www.h0abinh.gov.vn/", office.desk.links.hosts()) is Trouble.LINK_LOOKALIKE
    assert office.desk.care.verify().ok


@pytest.mark.parametrize(
    ("host", "purpose", "code"),
    [
        ("www.bluezone.gov.vn", "x", Trouble.HOST_KNOWN),
        ("bluez0ne.gov.vn", "x", Trouble.LINK_LOOKALIKE),
        ("bluezone.gov.vn.evil.example", "x", Trouble.LINK_LOOKALIKE),
        ("bluezоne.gov.vn", "x", Trouble.LINK_LOOKALIKE),
        ("xn--bluezne-9ib.gov.vn", "x", Trouble.LINK_LOOKALIKE),
        ("a@hoabinh.gov.vn", "x", Trouble.LINK_LOOKALIKE),
        ("hoabinh.gov.vn.", "x", Trouble.LINK_LOOKALIKE),
        ("https://hoabinh.gov.vn", "x", Trouble.HOST_NOT_A_HOST),
        ("hoabinh.gov.vn/trang", "x", Trouble.HOST_NOT_A_HOST),
        ("hoabinh.gov.vn:8080", "x", Trouble.HOST_NOT_A_HOST),
        ("hoa binh.gov.vn", "x", Trouble.HOST_NOT_A_HOST),
        ("localhost", "x", Trouble.HOST_NOT_A_HOST),
        ("10.0.0.1", "x", Trouble.HOST_NOT_A_HOST),
        ("", "x", Trouble.HOST_NOT_A_HOST),
        ("hoabinh.gov.vn", " \u200b", Trouble.HOST_PURPOSE_MISSING),
        ("hoabinh.gov.vn", "x" * 101, Trouble.FIELD_TOO_LONG),
    ],
)
def test_a_site_that_may_mislead_is_not_allowed(office: Reception, host: str, purpose: str, code: Trouble) -> None:
    before = lines_of(office)
    refused = office.desk.links.allow(host, purpose)
    assert refused is not None
    assert refused.problems[0].code is code
    assert (lines_of(office), office.desk.links.own()) == (before, {})


def test_only_the_offices_own_sites_can_be_taken_off(office: Reception) -> None:
    office.desk.links.allow("hoabinh.gov.vn", "Cổng tỉnh")
    for host, code in (("bluezone.vn", Trouble.HOST_FIXED), ("sonla.gov.vn", Trouble.HOST_UNKNOWN)):
        refused = office.desk.links.forbid(host)
        assert refused is not None
        assert refused.problems[0].code is code
    assert office.desk.links.forbid("HoaBinh.gov.vn") is None
    assert dict(office.desk.links.hosts()) == dict(ALLOWED_HOSTS)


def test_a_logo_is_kept_changed_and_taken_away(office: Reception) -> None:
    assert office.desk.posters.logo() is None
    logo = KeptLogo(bytes(range(256)), "#0B2A75")
    office.desk.posters.keep_logo(logo)
    office.reopen()
    assert office.desk.posters.logo() == logo
    office.desk.posters.keep_logo(None)
    assert office.desk.posters.logo() is None


def test_a_release_is_written_down_once(office: Reception) -> None:
    before = lines_of(office)
    office.desk.posters.poster_released(RELEASE)
    office.desk.posters.poster_released(RELEASE)
    assert lines_of(office) == before + 1
    kept = office.desk.posters.last_release()
    assert (kept["digest"], kept["places"], kept["links"]) == (RELEASE.digest, 3, ["https://www.bluezone.gov.vn"])
    assert office.desk.care.verify().ok
