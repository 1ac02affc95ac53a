# ruff: noqa: T201 -- printing is how it talks to the test
"""A second program at the same book, started by tests: one word of advice, then check-ins until it ends."""

import resource
import sys
from pathlib import Path

from reception import draft

from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import CheckedIn
from bluezone_desk.services.opening import open_desk
from bluezone_desk.services.system_clock import SystemClock


def check_in_and_tell(folder: Path, name: str, count: int) -> None:
    """Record `count` visitors; print each number only after it is confirmed, and each trouble's code."""
    with open_desk(folder, SystemClock()) as desk:
        print("open", flush=True)
        for number in range(count):
            wanted = draft(f"Khách {name} {number}", request_id=f"{name}-{number}", purpose="x" * 250)
            try:
                outcome = desk.check_in.check_in(wanted)
            except DeskFault as fault:
                print(fault.code.value, flush=True)
                continue
            print(wanted.request_id if isinstance(outcome, CheckedIn) else outcome, flush=True)


def main() -> None:
    folder, name, count, *limits = sys.argv[1:]
    if limits:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limits[0]), resource.RLIM_INFINITY))
    try:
        check_in_and_tell(Path(folder), name, int(count))
    except DeskFault as fault:
        print(fault.code.value, fault.facts.get("path", ""), flush=True)


if __name__ == "__main__":
    main()
