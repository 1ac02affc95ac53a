import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.links import ALLOWED_HOSTS, LONGEST_LINK, check_link


@pytest.mark.parametrize(
    "url",
    [
        "https://www.bluezone.gov.vn",
        "https://www.bluezone.gov.vn/",
        "https://bluezone.gov.vn/cac-cau-hoi-thuong-gap",
        "https://www.bluezone.gov.vn/tai-lieu",
        "HTTPS://WWW.BLUEZONE.GOV.VN",
        "https://bluezone.vn",
        "https://www.bluezone.vn/taiapp?nguon=poster#buoc-1",
        "https://bluezone.ai",
        "https://go.zalo.me/bluezone",
        "https://play.google.com/store/apps/details?id=com.mic.bluezone",
        "https://play.google.com/store/apps/details?hl=vi&id=com.mic.bluezone&gl=VN",
        "https://play.google.com/store/apps/details?id=com.vnptit.innovation.ncovi",
        "https://apps.apple.com/vn/app/bluezone/id1508062685",
        "https://apps.apple.com/app/id1508062685",
        "https://apps.apple.com/vn/app/ncovi/id1501934178",
    ],
)
def test_the_programmes_own_links_are_let_through(url: str) -> None:
    assert check_link(url) is None


@pytest.mark.parametrize(
    ("url", "trouble"),
    [
        ("http://www.bluezone.gov.vn", Trouble.LINK_NOT_HTTPS),
        ("ftp://bluezone.gov.vn/app.apk", Trouble.LINK_NOT_HTTPS),
        ("https://bluezone.gov.vn.evil.example", Trouble.LINK_LOOKALIKE),
        ("https://bluez0ne.gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://b1uezone.gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://bluzone.gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://bluezonne.gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://bluezone-gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://bluezone.com.vn", Trouble.LINK_LOOKALIKE),
        ("https://tai-bluezone.example", Trouble.LINK_LOOKALIKE),
        ("https://bIuezone.gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://bluezonе.gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://bluezone。gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://xn--bluezon-8kg.gov.vn", Trouble.LINK_LOOKALIKE),
        ("https://www.bluezone.gov.vn@evil.example", Trouble.LINK_LOOKALIKE),
        ("https://user:pw@www.bluezone.gov.vn/", Trouble.LINK_LOOKALIKE),
        ("https://www.bluezone.gov.vn.", Trouble.LINK_LOOKALIKE),
        ("https://go.za1o.me/bluezone", Trouble.LINK_LOOKALIKE),
        ("https://play-google.com/store/apps/details?id=com.mic.bluezone", Trouble.LINK_LOOKALIKE),
        ("https://pccovid.gov.vn", Trouble.LINK_NOT_ALLOWED),
        ("https://example.org", Trouble.LINK_NOT_ALLOWED),
        ("https://192.0.2.7/bluezone", Trouble.LINK_NOT_ALLOWED),
        ("https://go.zalo.me/bluezone2", Trouble.LINK_NOT_ALLOWED),
        ("https://go.zalo.me/", Trouble.LINK_NOT_ALLOWED),
        ("https://play.google.com/store/apps/details?id=com.bluezone.ads", Trouble.LINK_NOT_ALLOWED),
        ("https://play.google.com/store/apps/details?id=com.mic.bluezone.fake", Trouble.LINK_NOT_ALLOWED),
        ("https://apps.apple.com/vn/app/bluezone/id999", Trouble.LINK_NOT_ALLOWED),
        ("https://www.bluezone.gov.vn:8443/", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn:443", Trouble.LINK_MALFORMED),
        ("https:///www.bluezone.gov.vn", Trouble.LINK_MALFORMED),
        ("https:www.bluezone.gov.vn", Trouble.LINK_MALFORMED),
        ("www.bluezone.gov.vn", Trouble.LINK_MALFORMED),
        ("javascript:alert(1)", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn/a b", Trouble.LINK_MALFORMED),
        (" https://www.bluezone.gov.vn", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn\n", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn\u202e", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn\\@evil.example", Trouble.LINK_LOOKALIKE),
        ("https://www.bluezone.gov.vn/tài-liệu", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn/%00", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn/100%", Trouble.LINK_MALFORMED),
        ("", Trouble.LINK_MALFORMED),
        ("https://www.bluezone.gov.vn/" + "a" * LONGEST_LINK, Trouble.LINK_TOO_LONG),
    ],
)
def test_other_links_are_refused_each_for_its_reason(url: str, trouble: Trouble) -> None:
    assert check_link(url) is trouble


def test_an_office_may_trust_other_hosts() -> None:
    assert check_link("https://hoabinh.gov.vn/x", {"hoabinh.gov.vn": "Cổng tỉnh"}) is None
    assert check_link("https://hoabinh.gov.vn.co/x", {"hoabinh.gov.vn": "Cổng tỉnh"}) is Trouble.LINK_LOOKALIKE
    assert check_link("https://www.bluezone.gov.vn", {"hoabinh.gov.vn": "Cổng tỉnh"}) is not None


@given(
    st.text(alphabet=st.characters(), max_size=80)
    | st.from_regex(r"https://[a-z0-9.@:\-]{1,30}(/.*)?", fullmatch=True)
)
def test_whatever_passes_is_https_on_a_trusted_host(url: str) -> None:
    if check_link(url) is None:
        host = url.lower().removeprefix("https://").split("/")[0].split("?")[0].split("#")[0]
        assert host in ALLOWED_HOSTS


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["a", "https://", "https://a.", "hl=vi&", "@", "xn--", "%", "-."])
def test_an_endless_link_is_refused_at_once(piece: str) -> None:
    for url in (piece * 200_000, "https://play.google.com/store/apps/details?" + piece * 20):
        assert check_link(url) is not None
