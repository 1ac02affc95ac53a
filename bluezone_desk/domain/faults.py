"""Known trouble: not an outcome of the work and not a bug."""

from bluezone_desk.domain.codes import Trouble


class DeskFault(Exception):  # noqa: N818 -- the field's word; an error is what a bug makes
    """Known trouble met at the edge of a room: disk full, file locked, printer gone.

    `facts` are the named placeholders of the code's sentence (paths, versions, names), all text.
    """

    def __init__(self, code: Trouble, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = {key: str(value) for key, value in facts.items()}

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else str(self.code)
