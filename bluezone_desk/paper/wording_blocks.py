"""The pieces a report's body is made of, whatever file it ends in."""

from dataclasses import dataclass

from bluezone_desk.domain.vietnamese_numbers import number_text


@dataclass(frozen=True, slots=True)
class Heading:
    """A bold line: level 1 is a "mục" (I., II.), level 2 a "khoản" with a heading (1., 2.)."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`is_sum` rows are printed bold and carry no ordinal."""

    ordinal: str
    label: str
    count: int
    share: str
    is_sum: bool = False

    @property
    def texts(self) -> tuple[str, str, str, str]:
        return (self.ordinal, self.label, number_text(self.count), self.share)


@dataclass(frozen=True, slots=True)
class ResultTable:
    """The check results of one programme: four columns, headed."""

    head: tuple[str, str, str, str]
    rows: tuple[ResultRow, ...]


Block = Heading | Paragraph | ResultTable


def counted(number: int) -> str:
    """A count in running text: 1 to 9 with a leading zero, as offices write it ("09 lượt"), dots for thousands."""
    return f"{number:02d}" if 0 < number < 10 else number_text(number)
