"""self-test: what the installed program proves about itself."""

import argparse

from bluezone_desk.cli import output
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.i18n import gettext as _
from bluezone_desk.sentences import sentence


def add(commands: Commands, shared: Parser) -> None:
    told = _("what the installed program proves about itself")
    parser = commands.add_parser("self-test", parents=[shared], help=told, description=told)
    parser.set_defaults(work=self_test)


def self_test(_chosen: argparse.Namespace) -> int:
    from bluezone_desk.selftest import checks

    failed = False
    for check in checks():
        failed = failed or not check.ok
        sign = _("ok") if check.ok else _("FAILED")
        output.say(f"{sign:<6}  {check.name}" + (f": {check.detail}" if check.detail else ""))
        output.flush()
    if failed:
        output.complain(sentence(Trouble.SELF_TEST_FAILED))
    return 1 if failed else 0
