"""Sites an office allows on its posters beside the program's own list."""

from collections.abc import Mapping

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.links import ALLOWED_HOSTS, check_link

#: Nobody reads a purpose longer than this.
MOST_PURPOSE_LETTERS = 100


def all_hosts(own: Mapping[str, str]) -> Mapping[str, str]:
    """The program's list and the office's; the program's words about its own sites win."""
    return {**own, **ALLOWED_HOSTS}


def host_trouble(host: str, purpose: str, own: Mapping[str, str]) -> Trouble | None:
    """None when the office may allow `host`, all in small letters, else why not.

    A host that looks like one of the list is never allowed: that is what forged posters lead to.
    """
    if host in all_hosts(own):
        return Trouble.HOST_KNOWN
    if any(char in host for char in "/?#:") or host.replace(".", "").isdigit():
        return Trouble.HOST_NOT_A_HOST
    judged = check_link(f"https://{host}", all_hosts(own))
    if judged is Trouble.LINK_LOOKALIKE:
        return judged
    if judged is not Trouble.LINK_NOT_ALLOWED:
        return Trouble.HOST_NOT_A_HOST
    return None if purpose else Trouble.HOST_PURPOSE_MISSING
