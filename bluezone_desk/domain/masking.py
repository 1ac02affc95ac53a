"""A visit as those may see it who need not know whole numbers."""

from dataclasses import replace

from bluezone_desk.domain.id_number import mask_id
from bluezone_desk.domain.phones import mask_phone
from bluezone_desk.domain.visits import VisitLine


def masked_numbers(line: VisitLine) -> VisitLine:
    """The same visit with its ID and phone numbers hidden in part; for papers and tables only."""
    return replace(line, id_number=mask_id(line.id_number), phone=mask_phone(line.phone))
