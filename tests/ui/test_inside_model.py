"""The rows of those inside change only where they differ."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt

from bluezone_desk.ui.widgets.inside_model import InsideModel
from bluezone_desk.ui.widgets.inside_rows import ROW_ROLE, InsideRow

pytestmark = pytest.mark.gui

PEOPLE = st.lists(st.integers(0, 8), unique=True)


def rows(numbers: list[int], details: str = "") -> list[InsideRow]:
    return [InsideRow(f"v{number}", "08:00", f"Khách {number}", details, "good") for number in numbers]


def shown(model: InsideModel) -> list[InsideRow]:
    return [model.data(model.index(row, 0), ROW_ROLE) for row in range(model.rowCount())]


@settings(max_examples=60, deadline=None)
@given(PEOPLE, PEOPLE)
def test_the_model_becomes_what_it_is_told(before: list[int], after: list[int]) -> None:
    model = InsideModel()
    model.show_rows(rows(before))
    model.show_rows(rows(after, "Ông Bình"))
    assert shown(model) == rows(after, "Ông Bình")


def test_what_is_chosen_stays_chosen_while_others_come_and_go() -> None:
    model = InsideModel()
    model.show_rows(rows([3, 2, 1]))
    chosen = QItemSelectionModel(model)
    chosen.select(model.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    model.show_rows(rows([5, 4, 3, 2]))
    assert [index.data(ROW_ROLE).visit_id for index in chosen.selectedIndexes()] == ["v2"]


def test_only_the_row_that_changed_is_drawn_again() -> None:
    model = InsideModel()
    model.show_rows(rows([3, 2, 1]))
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.extend((first.row(), last.row())))
    model.modelReset.connect(lambda: told.append(-1))
    changed = rows([3, 2, 1])
    changed[1] = dataclasses.replace(changed[1], overdue="quá 4 giờ")
    model.show_rows(changed)
    assert told == [1, 1]


def test_a_screen_reader_hears_the_whole_row() -> None:
    model = InsideModel()
    model.show_rows([InsideRow("v1", "08:00", "Lê Anh", "Ông Bình", "good", "quá 4 giờ")])
    assert (
        model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Lê Anh, 08:00, Ông Bình, quá 4 giờ"
    )
    assert model.data(QModelIndex()) is None
