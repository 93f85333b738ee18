from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.structure.catalogue import load_catalogue, read_catalogue

_FIELD = "{key: area, label: 面积, type: decimal, example: '1', help: 填。}"
_GOOD = f"topics: [{{key: overview, name: 概况, fields: [{_FIELD}]}}]"


def test_the_form_asks_for_ninety_common_and_thirty_three_rare_fields() -> None:
    fields = [f for t in load_catalogue().groups for f in t.fields]
    assert (len([f for f in fields if not f.rare]), len([f for f in fields if f.rare])) == (90, 33)


def test_every_quantity_has_a_unit_and_every_head_line_is_asked_once() -> None:
    fields = [f for t in load_catalogue().groups for f in t.fields]
    assert [f.key for f in fields if f.type in ("int", "decimal", "percent", "money") and not f.unit] == []
    assert sorted(f.head for f in fields if f.head) == ["date", "period", "superior", "unit"]


def test_topics_are_known_by_what_staff_call_them() -> None:
    catalogue = load_catalogue()
    called = {"概况": "overview", "基本概况": "overview", "环境整治": "environment", "治安调解": "security"}
    assert {name: catalogue.topic_key(name) for name in called} == called
    assert catalogue.topic_key("航天") == ""


def test_a_field_knows_its_topic() -> None:
    catalogue = load_catalogue()
    field = catalogue.field("trees")
    assert field is not None
    assert catalogue.topic_of(field).key == "environment"
    assert catalogue.field("rockets") is None


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (_GOOD.replace("label: 面积, ", ""), "topics[0].fields[0].label 缺少"),
        (_GOOD.replace("decimal", "number"), "topics[0].fields[0].type"),
        (_GOOD.replace("help: 填。", "help: 填。, colour: red"), "colour 不认识"),
        (_GOOD.replace("help: 填。", "help: 填。, names: [面积]"), "字段 area 的名称“面积”用了两次"),
        (_GOOD[:-3], "不是正确的 YAML"),
    ],
)
def test_a_faulty_catalogue_is_refused_with_its_place(tmp_path: Path, broken: str, says: str) -> None:
    path = tmp_path / "fields.yaml"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_catalogue(path)
    assert says in str(error.value)
