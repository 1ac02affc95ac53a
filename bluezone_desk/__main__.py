"""`python -m bluezone_desk` does what `bluezone-desk` does."""

from bluezone_desk.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
