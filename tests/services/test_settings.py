"""The office, its directive, and the desk's name."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from reception import Reception

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.faults import DeskFault
from bluezone_desk.domain.office import Office, Signatory
from bluezone_desk.domain.programme import GatePolicy
from bluezone_desk.services.office_record import office_from_json
from bluezone_desk.services.opening import open_desk


def test_a_fresh_book_has_defaults_and_says_so(office: Reception) -> None:
    assert not office.desk.settings.is_set_up()
    assert office.desk.settings.office() == Office()


def test_every_field_comes_back_as_it_was_told(office: Reception) -> None:
    told = Office(
        name="Văn phòng UBND tỉnh",
        parent="UBND tỉnh Hòa Bình",
        symbol="VPUBND",
        place="Hòa Bình",
        addressee="Chánh Văn phòng",
        recipients=("Như trên", "Phòng HCTC"),
        archive="VT",
        signatory=Signatory("Nguyễn Văn A", "Chánh Văn phòng", "TL.", "CHỦ TỊCH"),
        directive=office.desk.settings.presets()[4],
        gate=GatePolicy.REQUIRE,
        desk_name="Cổng phụ",
        receptionist="Bà Lan",
        contact="0218 385 1234",
        retention_days=180,
    )
    assert office.desk.settings.change_office(told) is None
    office.reopen()
    assert office.desk.settings.office() == told
    assert office.desk.settings.is_set_up()
    line = office.enter()
    assert (line.recorded_by, line.desk) == ("Bà Lan", "Cổng phụ")


def test_an_office_has_a_name(office: Reception) -> None:
    refused = office.desk.settings.change_office(Office(name=" \u200b"))
    assert refused is not None
    assert refused.problems[0].code is Trouble.OFFICE_NAME_MISSING
    assert not office.desk.settings.is_set_up()


def test_what_is_typed_decomposed_or_over_lines_is_kept_composed_on_one(office: Reception) -> None:
    office.desk.settings.change_office(
        Office(name="So\u031b\u0309 Y te\u0302\u0301\nHo\u0300a Bi\u0300nh", desk_name=" ")
    )
    assert office.desk.settings.office().name == "Sở Y tế Hòa Bình"
    office.reopen()
    assert office.enter().desk == "Cổng chính"


def test_an_office_of_an_earlier_version_gets_defaults_for_what_it_lacks() -> None:
    assert office_from_json('{"name": "Sở Y tế", "unknown": 1}') == Office(name="Sở Y tế")


def test_the_same_office_again_writes_nothing(office: Reception) -> None:
    told = Office(name="Sở Y tế")
    office.desk.settings.change_office(told)
    lines = office.desk.care.info().lines
    office.desk.settings.change_office(told)
    assert office.desk.care.info().lines == lines


def test_a_renamed_desk_goes_on_with_its_chain(office: Reception) -> None:
    office.enter("A B")
    office.desk.settings.change_office(dataclasses.replace(Office(), desk_name="Sảnh chính"))
    assert office.enter("C D").desk == "Sảnh chính"
    office.reopen()
    assert office.enter("E F").number == 3
    assert office.desk.care.info().desk == "Sảnh chính"
    assert office.desk.care.verify().ok


def test_another_desk_has_a_chain_of_its_own_and_shares_the_day(office: Reception, tmp_path: Path) -> None:
    office.enter("A B")
    with open_desk(tmp_path / "book", office.clock, by="Ông Hải", desk="Cổng phụ") as side:
        from reception import draft

        outcome = side.check_in.check_in(draft("C D"))
        assert (outcome.visit.desk, outcome.visit.recorded_by, outcome.visit.number) == ("Cổng phụ", "Ông Hải", 2)  # type: ignore[union-attr]
        assert len(side.visits.inside()) == 2
    assert office.desk.care.verify().ok


def test_the_directives_of_the_product_are_presets(office: Reception) -> None:
    presets = {preset.code: preset for preset in office.desk.settings.presets()}
    assert len(presets) == 6
    hoa_binh, binh_duong = presets["hoa-binh-1287"], presets["binh-duong-12"]
    assert (hoa_binh.number, hoa_binh.issued_on) == ("1287/UBND-KGVX", date(2020, 8, 4))
    assert (binh_duong.target_percent, binh_duong.deadline) == (60, date(2020, 8, 20))
    assert [programme.code for programme in presets["dak-nong-2021"].programmes] == ["ncovi", "bluezone"]
    assert presets["kien-giang-1119"].issued_on == date(2020, 8, 19)
    assert "478/UBND-KGVX" in presets["quang-ngai-2021"].note


def test_links_of_the_presets_are_on_the_allow_list(office: Reception) -> None:
    from bluezone_desk.domain.links import check_link

    links = [p.link for preset in office.desk.settings.presets() for p in preset.programmes if p.link]
    assert links
    assert [link for link in links if check_link(link)] == []


@pytest.mark.parametrize("text", ["{", "[]x", '[{"code": "a"}]', '[{"code": "a", "programmes": 3}]', "3"])
def test_presets_that_cannot_be_read_are_known_trouble(
    office: Reception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    broken = tmp_path / "directives.json"
    broken.write_text(text, "utf-8")
    monkeypatch.setattr("bluezone_desk.paths.resource", lambda *_: broken)
    with pytest.raises(DeskFault) as fault:
        office.desk.settings.presets()
    assert fault.value.code is Trouble.PRESET_UNREADABLE
