"""demo: one invented reception day, worked through the same services as the window."""

import argparse
from datetime import date

from bluezone_desk.cli import options, output
from bluezone_desk.cli.options import Commands, Parser
from bluezone_desk.i18n import gettext as _


def add(commands: Commands, shared: Parser) -> None:
    told = _("work one invented reception day and leave its papers; needs no display")
    parser = commands.add_parser("demo", parents=[shared], help=told, description=told)
    parser.add_argument("--out", type=options.place, metavar="DIR", required=True, help=_("folder for the papers"))
    parser.add_argument("--visits", type=options.count, default=200, metavar="N", help=_("visitors of the day"))
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=_("same seed, same papers"))
    parser.add_argument("--date", type=options.day, default=date(2020, 8, 5), metavar="D", help=_("the day"))
    parser.add_argument("--without-pictures", action="store_true", help=_("leave out pictures of the window"))
    parser.add_argument("--without-posters", action="store_true", help=_("leave out the folder of posters"))
    parser.add_argument("--without-reports", action="store_true", help=_("leave out the set of reports"))
    parser.set_defaults(work=demo)


def demo(chosen: argparse.Namespace) -> int:
    from bluezone_desk.demo import Plan, run_demo

    plan = Plan(day=chosen.date, visits=chosen.visits, seed=chosen.seed)
    progress = output.counter(_("{done} of {of} visits"))
    left = run_demo(
        plan,
        chosen.out,
        book_dir=chosen.data_dir,
        with_pictures=not chosen.without_pictures,
        with_posters=not chosen.without_posters,
        with_reports=not chosen.without_reports,
        progress=progress,
    )
    output.say(
        _("{visits} visits of {day} worked. Left in {folder}:").format(
            visits=left.visits, day=chosen.date.isoformat(), folder=chosen.out
        )
    )
    for path in left.files:
        output.say(f"  {path.relative_to(chosen.out).as_posix()}")
    for remark in left.remarks:
        output.say(remark)
    return 0
