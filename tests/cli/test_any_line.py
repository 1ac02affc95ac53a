"""Whatever bytes come, each is answered in JSON and nothing ends in a traceback."""

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from command_runs import CARD
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bluezone_desk.cli import main

KEYS = st.sampled_from(["name", "scan", "party", "checks", "entered_at", "request_id", "phone", "visit_id", "x"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)
ENTRIES = st.dictionaries(KEYS, VALUES, max_size=5).map(lambda entry: json.dumps(entry).encode())
PIECES = st.lists(
    st.sampled_from([*CARD.split("|"), "|", "{", "}", "\x00", "\r", "\ud83d", "0" * 13]), max_size=30
)
CARDS = PIECES.map(lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass"))
INPUTS = st.lists(st.binary(max_size=60) | ENTRIES | CARDS, max_size=4).map(b"\n".join)


def answers(command: str, given_bytes: bytes, folder: Path) -> tuple[int, list[dict[str, object]], str]:
    out, err = io.StringIO(), io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(given_bytes), encoding="utf-8")
    with patch.object(sys, "stdin", stdin), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([command, "--data-dir", str(folder)])
    return code, [json.loads(line) for line in out.getvalue().split("\n") if line], err.getvalue()


@pytest.mark.thorough
@settings(max_examples=60, deadline=None)
@given(INPUTS)
@example(b'{"name":"a","party":1e999}')
@example(b'{"scan":"\\u0000"}')
def test_any_bytes_are_answered(given_bytes: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for command in ("check-in", "check-out", "identify"):
            code, results, told = answers(command, given_bytes, Path(folder))
            assert told == ""
            assert code == (0 if all(result["ok"] for result in results) else 1)
            assert all(result["ok"] or (result["code"] and result["message"]) for result in results)
