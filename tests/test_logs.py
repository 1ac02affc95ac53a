"""The log keeps its own troubles to itself: what it could not write stands nowhere else, and stops nobody."""

import logging
from pathlib import Path

import pytest

from bluezone_desk.logs import CRASH_NAME, FILE_NAME, FOLDER, DeskLog


@pytest.mark.parametrize("in_the_way", [FILE_NAME, CRASH_NAME])
def test_a_log_that_cannot_be_written_says_nothing_elsewhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], in_the_way: str
) -> None:
    (tmp_path / FOLDER / in_the_way).mkdir(parents=True)
    log = DeskLog(tmp_path)
    log.open()
    try:
        logging.getLogger("desk").info("khách 0912345678")
    finally:
        log.close()
    assert capfd.readouterr().err == ""
    written = tmp_path / FOLDER / FILE_NAME
    assert not written.is_file() or "0912345678" not in written.read_text("utf-8")
