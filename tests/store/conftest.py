from collections.abc import Iterator
from pathlib import Path

import pytest
from reception import Reception, reception


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Reception]:
    """A reception on a fresh book."""
    opened = reception(tmp_path / "book")
    yield opened
    opened.desk.close()
