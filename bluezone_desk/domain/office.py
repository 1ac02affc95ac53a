"""The office at whose door the desk stands, and the directive it works under."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bluezone_desk.domain.programme import AppCheck, GateAdvice, GatePolicy, Programme, advise

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
    #: Policies of single programmes, by code; the others follow `gate`.
    gates: Mapping[str, GatePolicy] = field(default_factory=dict, hash=False)
    desk_name: str = "Cổng chính"
    receptionist: str = "Lễ tân"
    contact: str = ""
    retention_days: int = 365

    @property
    def programmes(self) -> tuple[Programme, ...]:
        return self.directive.programmes

    def gate_of(self, programme: str) -> GatePolicy:
        """The policy for one programme."""
        return self.gates.get(programme, self.gate)

    def advice(self, checks: tuple[AppCheck, ...]) -> GateAdvice:
        """What the gate says of a visitor with these checks: the strictest advice of any programme asked for."""
        each = [advise(self.gate_of(p.code), checks, (p.code,)) for p in self.programmes]
        return max(each, key=tuple(GateAdvice).index, default=GateAdvice.LET_IN)
