"""What a script may ask: thin commands that parse, call services, and print text or JSON."""

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window when none is named. Returns the exit code: 0, 1 or 2."""
    from bluezone_desk.cli.gate import run

    return run(argv)
