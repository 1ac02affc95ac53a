"""Every trouble has one whole sentence in every language, with and without its facts."""

import dataclasses
import string
from collections.abc import Iterator

import pytest

from bluezone_desk import i18n
from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.visits import CheckInDraft, Problem
from bluezone_desk.sentences import fault_sentence, problem_sentence, sentence


@pytest.fixture(params=i18n.LANGUAGES, autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use_language(request.param)
    yield request.param
    i18n.use_language(i18n.DEFAULT_LANGUAGE)


@pytest.mark.parametrize("code", list(Trouble))
def test_every_code_has_a_whole_sentence(code: Trouble, language: str) -> None:
    text = sentence(code)
    assert text.endswith(".")
    assert "{" not in text
    assert "}" not in text
    if language == "vi":
        i18n.use_language("en")
        assert text != sentence(code), "Vietnamese is not translated"


def test_facts_are_named_in_the_sentence() -> None:
    assert "/mnt/so" in sentence(Trouble.PLACE_FULL, {"path": "/mnt/so"})
    assert "07" in sentence(Trouble.PASS_IN_USE, {"pass_number": "07", "other": "ignored"})


def test_an_empty_fact_counts_as_missing() -> None:
    assert sentence(Trouble.PLACE_FULL, {"path": ""}) == sentence(Trouble.PLACE_FULL)


@pytest.mark.parametrize("hostile", ["{path}", "{0}", "{", "%s", "{path.__class__}"])
def test_facts_are_never_read_as_placeholders(hostile: str) -> None:
    assert hostile in sentence(Trouble.PLACE_FULL, {"path": hostile})


def test_a_problem_names_its_field_as_people_read_it() -> None:
    text = problem_sentence(Problem(Trouble.FIELD_TOO_LONG, "purpose", {"limit": "200"}))
    assert i18n.gettext("Purpose") in text
    assert "purpose" not in text
    assert "200" in text


TYPED = {field.name for field in dataclasses.fields(CheckInDraft) if field.type is str} | {"note"}


@pytest.mark.parametrize("field", sorted(TYPED - {"request_id", "visitor_id", "old_id_number"}))
def test_every_field_that_people_fill_in_has_a_name_of_theirs(field: str) -> None:
    assert f"“{field}”" not in problem_sentence(Problem(Trouble.FIELD_TOO_LONG, field, {"limit": "250"}))


def test_a_fault_says_its_facts() -> None:
    assert "7" in fault_sentence(DeskFault(Trouble.BOOK_NEWER, found=7, known=3))


def test_placeholders_of_every_sentence_have_names() -> None:
    from bluezone_desk import sentences
    from bluezone_desk.sentences.deeds import DEED_SENTENCES
    from bluezone_desk.sentences.faults import FAULT_SENTENCES
    from bluezone_desk.sentences.imports import IMPORT_SENTENCES
    from bluezone_desk.sentences.papers import PAPER_SENTENCES
    from bluezone_desk.sentences.posters import POSTER_SENTENCES

    tables = (DEED_SENTENCES, IMPORT_SENTENCES, PAPER_SENTENCES, POSTER_SENTENCES, FAULT_SENTENCES)
    for texts in [text for table in (sentences._SENTENCES, *tables) for text in table.values()]:
        full, plain = (texts, texts) if isinstance(texts, str) else texts
        assert not [name for _, name, _, _ in string.Formatter().parse(plain) if name is not None]
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(full))
