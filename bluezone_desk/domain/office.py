"""The office at whose door the desk stands, and the directive it works under."""

from dataclasses import dataclass, field
from datetime import date

from bluezone_desk.domain.programme import GatePolicy, Programme

BLUEZONE = Programme("bluezone", "Bluezone", "https://www.bluezone.gov.vn")


@dataclass(frozen=True, slots=True)
class Directive:
    """A document that asks offices to record visitors and their app. Shipped as presets, editable by the office.

    `target_percent` is a share of the people whose phone can run the programme, 0 when the document sets none.
    """

    code: str
    kind: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""
    programmes: tuple[Programme, ...] = (BLUEZONE,)
    target_percent: int = 0
    deadline: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs. `authority` is TM., KT., TL., TUQ., Q. or empty; `title` as printed, e.g. "Chánh Văn phòng"."""

    name: str = ""
    title: str = ""
    authority: str = ""
    #: The head's title printed first when signing on someone's behalf ("KT. GIÁM ĐỐC").
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """What the office tells about itself at first start; every field can be changed later."""

    name: str = "Cơ quan"
    parent: str = ""
    symbol: str = "VP"
    place: str = "Hà Nội"
    addressee: str = ""
    recipients: tuple[str, ...] = ("Lãnh đạo cơ quan",)
    archive: str = "VT, VP"
    signatory: Signatory = field(default_factory=lambda: Signatory(title="Thủ trưởng đơn vị"))
    directive: Directive = field(default_factory=lambda: Directive("none"))
    gate: GatePolicy = GatePolicy.REMIND
    desk_name: str = "Cổng chính"
    receptionist: str = "Lễ tân"
    contact: str = ""
    retention_days: int = 365

    @property
    def programmes(self) -> tuple[Programme, ...]:
        return self.directive.programmes
