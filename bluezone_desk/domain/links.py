"""Which links may stand on a poster: those of the programmes' own sites and store pages, over https only.

A poster is obeyed without being read, so a link that merely looks right is worse than none.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.lookalikes import resembles

LONGEST_LINK = 200

#: Host -> what it is. Sources: links printed in the directives and in the apps themselves.
ALLOWED_HOSTS: Mapping[str, str] = MappingProxyType(
    {
        "www.bluezone.gov.vn": "Bluezone",
        "bluezone.gov.vn": "Bluezone",
        "www.bluezone.vn": "Bluezone",
        "bluezone.vn": "Bluezone",
        "bluezone.ai": "Bluezone",
        "go.zalo.me": "Bluezone, Zalo",
        "play.google.com": "Google Play",
        "apps.apple.com": "App Store",
    }
)

#: Hosts where everybody has pages: only these pages count, path and query together.
_ONLY_PAGES: Mapping[str, re.Pattern[str]] = {
    "go.zalo.me": re.compile(r"/bluezone/?"),
    "play.google.com": re.compile(
        r"/store/apps/details/?\?(?:(?:hl|gl)=[A-Za-z_-]{2,6}&)*id=com\.(?:mic\.bluezone|vnptit\.innovation\.ncovi)"
        r"(?:&(?:hl|gl)=[A-Za-z_-]{2,6})*"
    ),
    "apps.apple.com": re.compile(r"(?:/[a-z]{2})?/app(?:/[a-z0-9-]{1,60})?/id(?:1508062685|1501934178)/?"),
}

_LINK = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^#]*)(?:#.*)?")
#: What a link may hold as it stands; percent signs stand for no controls.
_PRINTED = re.compile(r"(?:[!#$&-;=?-\[\]_a-z~]|%[2-9A-Fa-f][0-9A-Fa-f])*")
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+")


def check_link(url: str, allowed: Mapping[str, str] | None = None) -> Trouble | None:
    """None when the link may be printed, else why not.

    `allowed` replaces `ALLOWED_HOSTS` for an office that trusts other sites; the pages of the app stores and of
    Zalo stay limited to the programmes' own. Nothing is looked up: this judges text.
    """
    hosts = ALLOWED_HOSTS if allowed is None else allowed
    if len(url) > LONGEST_LINK:
        return Trouble.LINK_TOO_LONG
    if not url.isprintable() or any(char.isspace() for char in url):
        return Trouble.LINK_MALFORMED
    parts = _LINK.fullmatch(url)
    if parts is None:
        return Trouble.LINK_MALFORMED
    scheme, authority, page = parts[1].lower(), parts[2], parts[3]
    trouble = _check_host(authority, hosts)
    if trouble is not None:
        return trouble
    if not _PRINTED.fullmatch(url):
        return Trouble.LINK_MALFORMED
    if scheme != "https":
        return Trouble.LINK_NOT_HTTPS
    only = _ONLY_PAGES.get(authority.lower())
    if only is not None and not only.fullmatch(page):
        return Trouble.LINK_NOT_ALLOWED
    return None


def _check_host(authority: str, hosts: Mapping[str, str]) -> Trouble | None:
    host = authority.lower()
    if host in hosts:
        return None
    if "@" in host or "xn--" in host or not host.isascii() or host.endswith("."):
        return Trouble.LINK_LOOKALIKE
    if not _HOST.fullmatch(host):
        return Trouble.LINK_MALFORMED
    return Trouble.LINK_LOOKALIKE if resembles(host, hosts) else Trouble.LINK_NOT_ALLOWED
