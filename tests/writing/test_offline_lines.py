import pytest

from drafter.models import Fact
from drafter.writing.offline_lines import groups, is_part, lets_in
from drafter.writing.offline_patterns import Line
from drafter.writing.offline_said import Kind, Said

LINE = Line(
    kind="has", takes=("party_members",), words=("党员",), whole="party_members", parts=("女性",), say=("{{ told }}",)
)


def said(label: str, value: str = "1", unit: str = "人", field: str = "", kind: Kind = "has") -> Said:
    return Said(Fact(label=label, value=value, unit=unit), kind, f"{label}{value}{unit}", field, unit=unit)


@pytest.mark.parametrize(
    ("part", "is_one"),
    [
        (said("女性党员", "45"), True),
        (said("女性党员", "45", "名"), True),
        (said("女性党员", "95"), False),
        (said("女性党员", "近45"), False),
        (said("女性党员家庭", "45", "户"), False),
        (said("新发展党员", "4"), False),
    ],
)
def test_a_part_has_its_name_its_measure_and_a_smaller_figure(part: Said, is_one: bool) -> None:
    assert is_part(LINE, part, said("在册党员", "93", field="party_members")) is is_one


def test_deeds_are_not_let_in_among_things() -> None:
    assert lets_in(LINE, said("流动党员"))
    assert not lets_in(LINE, said("培训党员", kind="did"))
    assert not lets_in(LINE, said("居民小组"))


def test_a_long_row_is_cut_and_figures_of_three_years_stand_apart() -> None:
    rows = groups([said("三年申报低保户"), *(said(f"慰问{n}") for n in range(6))], "")
    assert [len(row) for row in rows] == [1, 5, 1]


def test_a_whole_stays_with_its_parts_however_many() -> None:
    members = [said("在册党员", "93", field="party_members"), *(said(f"党员{n}") for n in range(8))]
    assert groups(members, "party_members") == [members]
