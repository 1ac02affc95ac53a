"""import visits and import hosts: somebody else's table, looked at first, taken over whole or not at all."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bluezone_desk.cli import import_records, output, shapes
from bluezone_desk.cli.desks import opened_desk
from bluezone_desk.cli.options import Commands, Parser, day
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.plain_text import one_line
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import ngettext
from bluezone_desk.sentences import problem_sentence

if TYPE_CHECKING:
    from bluezone_desk.domain.import_results import BadRow, ImportCounts
    from bluezone_desk.domain.import_table import FirstLook
    from bluezone_desk.domain.legacy_text import Legacy
    from bluezone_desk.domain.programme import Programme
    from bluezone_desk.paper.book_reading import BookFile, Sheet

_ENCODINGS = ("tcvn3", "vni", "cp1258", "none")
_BAD_SHOWN = 50


def add(commands: Commands, shared: Parser) -> None:
    told = _("take over a visitor book or a list of hosts from Excel or CSV")
    parser = commands.add_parser("import", help=told, description=told)
    kinds = parser.add_subparsers(title=_("Commands"), metavar=_("COMMAND"), required=True, parser_class=Parser)
    for name, work, what in (
        ("visits", visits, _("record the visits of another book, marked as entered later")),
        ("hosts", hosts, _("offer these people and units at the desk")),
    ):
        kind = kinds.add_parser(name, parents=[shared], help=what, description=what)
        kind.add_argument("file", type=Path, metavar="FILE", help=_(".xlsx, .xls, .ods or .csv"))
        kind.add_argument("--sheet", metavar="NAME", default="", help=_("sheet to read; else the likeliest"))
        kind.add_argument(
            "--dry-run", action="store_true", help=_("say what would be imported, and write nothing")
        )
        kind.add_argument(
            "--convert", choices=_ENCODINGS, default="", help=_("old encoding to convert from, or none to keep")
        )
        kind.add_argument("--json", action="store_true", help=_("JSON for scripts"))
        kind.set_defaults(work=work)
        if name == "visits":
            _add_wishes(kind)
    import_records.add(kinds, shared)


def _add_wishes(kind: Parser) -> None:
    kind.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help=_("which column holds what: name=“Họ và tên”, entered_at=K; nothing after = for no column"),
    )
    kind.add_argument("--reason", default="", metavar="TEXT", help=_("why the visits come late"))
    kind.add_argument("--day", type=day, default=None, help=_("day of rows that tell none"))
    kind.add_argument(
        "--estimate-exits",
        action="store_true",
        help=_("estimate missing exits of past days at the end of the day"),
    )
    kind.add_argument("--skip-bad", action="store_true", help=_("leave out rows that cannot be recorded"))


def visits(chosen: argparse.Namespace) -> int:
    """0 when imported, or when a dry run finds nothing bad; 1 when rows are bad."""
    from bluezone_desk.domain.import_rows import ImportWish, default_reason, source_of
    from bluezone_desk.domain.import_table import look_at, mapped

    told = _maps(chosen)
    book = _read(chosen)
    with opened_desk(chosen) as desk:
        programmes = desk.settings.office().programmes
        sheet = _sheet(chosen, book, programmes)
        look = look_at(sheet.rows, programmes)
        wish = ImportWish(
            mapped(look.columns, told, programmes),
            chosen.reason or default_reason(book.name),
            source_of(book.digest, sheet.name),
            _encoding(chosen, look),
            chosen.day,
            chosen.estimate_exits,
        )
        judged = desk.imports.judge(
            sheet.rows, wish, is_cut=sheet.is_cut, progress=output.counter(_("{done} of {of} rows looked at"))
        )
        counts, is_recorded = judged.counts, False
        if not chosen.dry_run and (chosen.skip_bad or not judged.bad):
            counts = desk.imports.record(
                judged, without_bad=chosen.skip_bad, progress=output.counter(_("{done} of {of} rows recorded"))
            )
            is_recorded = True
    _tell(chosen, counts, judged.bad, look, is_recorded)
    if judged.bad and not is_recorded and not chosen.dry_run:
        raise DeskFault(Trouble.IMPORT_ROWS_BAD, count=len(judged.bad))
    return 1 if judged.bad and not is_recorded else 0


def hosts(chosen: argparse.Namespace) -> int:
    """0 when the list is kept, also when it was before."""
    from bluezone_desk.domain.import_hosts import read_hosts
    from bluezone_desk.domain.import_table import look_at

    book = _read(chosen)
    with opened_desk(chosen) as desk:
        programmes = desk.settings.office().programmes
        sheet = _sheet(chosen, book, programmes)
        found = read_hosts(sheet.rows, _encoding(chosen, look_at(sheet.rows, programmes)))
        if found is None:
            raise DeskFault(Trouble.IMPORT_HEADINGS_MISSING)
        if not chosen.dry_run:
            desk.offered_hosts.offer(found)
    if chosen.json:
        shape = {"ok": True, "recorded": not chosen.dry_run, "hosts": list(found.hosts)}
        output.say_json(shape | {"departments": list(found.departments), "left_out": found.left_out})
        return 0
    words = _("{people} people and {units} units would be offered.") if chosen.dry_run else ""
    words = words or _("{people} people and {units} units are offered at the desk now.")
    output.say(words.format(people=len(found.hosts), units=len(found.departments)))
    return 0


def _read(chosen: argparse.Namespace) -> "BookFile":
    from bluezone_desk.paper.book_reading import read_book

    return read_book(chosen.file)


def _maps(chosen: argparse.Namespace) -> dict[str, str]:
    pairs = [text.partition("=") for text in chosen.map]
    return {name.strip(): column.strip() for name, _sign, column in pairs}


def _sheet(chosen: argparse.Namespace, book: "BookFile", programmes: "tuple[Programme, ...]") -> "Sheet":
    from bluezone_desk.domain.import_table import most_likely

    if not chosen.sheet:
        return book.sheets[most_likely([sheet.rows for sheet in book.sheets], programmes)]
    wanted = one_line(chosen.sheet)
    found = next((sheet for sheet in book.sheets if one_line(sheet.name) == wanted), None)
    if found is None:
        known = ", ".join(sheet.name for sheet in book.sheets)
        raise DeskFault(Trouble.IMPORT_SHEET_UNKNOWN, sheet=chosen.sheet, known=known)
    return found


def _encoding(chosen: argparse.Namespace, look: "FirstLook") -> "Legacy | None":
    """What was said about old encodings; a dry run shows the likeliest one, an import demands to be told."""
    from bluezone_desk.domain.legacy_text import Legacy

    if chosen.convert:
        return None if chosen.convert == "none" else Legacy(chosen.convert)
    if look.legacy is None or chosen.dry_run:
        return look.legacy.encoding if look.legacy else None
    before, after = look.legacy.samples[0]
    name = look.legacy.encoding.upper()
    raise DeskFault(Trouble.IMPORT_ENCODING_UNDECIDED, encoding=name, before=before, after=after)


def _tell(
    chosen: argparse.Namespace,
    counts: "ImportCounts",
    bad: "tuple[BadRow, ...]",
    look: "FirstLook",
    is_recorded: bool,
) -> None:
    if chosen.json:
        output.say_json(_shape(counts, bad, look, is_recorded))
        return
    if look.legacy:
        for before, after in look.legacy.samples:
            output.say(f"{look.legacy.encoding.upper()}: {before} → {after}")
    for row in bad[:_BAD_SHOWN]:
        output.say(
            _("Row {number}: {why}").format(
                number=row.number, why=" ".join(problem_sentence(problem) for problem in row.problems)
            )
        )
    if len(bad) > _BAD_SHOWN:
        output.say(_("… and {count} more rows.").format(count=len(bad) - _BAD_SHOWN))
    recorded = ngettext("{count} visit recorded.", "{count} visits recorded.", counts.good)
    possible = ngettext("{count} visit can be recorded.", "{count} visits can be recorded.", counts.good)
    output.say((recorded if is_recorded else possible).format(count=counts.good))
    output.say(
        _(
            "In the book already: {known}. Bad rows: {bad}. New visitors: {people}. Estimated exits: {estimated}."
        ).format(
            known=counts.imported_before + counts.same_minute,
            bad=len(bad),
            people=counts.new_people,
            estimated=counts.estimated,
        )
    )


def _shape(
    counts: "ImportCounts", bad: "tuple[BadRow, ...]", look: "FirstLook", is_recorded: bool
) -> shapes.Shape:
    shape: shapes.Shape = {"ok": is_recorded or not bad, "recorded": is_recorded}
    for name in ("good", "imported_before", "same_minute", "passed_over", "new_people", "known_people"):
        shape[name] = getattr(counts, name)
    shape |= {"estimated": counts.estimated, "still_inside": counts.still_inside}
    shape["first_day"] = counts.first_day.isoformat() if counts.first_day else None
    shape["last_day"] = counts.last_day.isoformat() if counts.last_day else None
    shape["columns"] = {str(name): look.columns.headings[place] for name, place in look.columns.columns.items()}
    shape["encoding"] = str(look.legacy.encoding) if look.legacy else None
    shape["samples"] = [list(pair) for pair in look.legacy.samples] if look.legacy else []
    shape["bad"] = [
        {
            "row": row.number,
            "name": row.name,
            "problems": [
                {"code": str(p.code), "field": p.field, "message": problem_sentence(p)} for p in row.problems
            ],
        }
        for row in bad
    ]
    return shape
