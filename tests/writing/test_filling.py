"""Slots in a model's text become the facts' own words, fitted to the sentence."""

import pytest

from drafter.models import Fact
from drafter.writing.filling import RESIDUE, fill
from drafter.writing.slots import section_slots

SLOTS = section_slots(
    [
        Fact(id="F3", label="志愿者", value="326", unit="人", previous="298"),
        Fact(id="turnout", label="志愿参与人次", value="800", unit="人次"),
        Fact(id="area", label="办公用房面积", value="300多", unit="平方米"),
        Fact(id="rate", label="参与率", value="96", unit="%"),
        Fact(id="founded", label="成立时间", value="2002年6月"),
        Fact(id="F9", text="2010年获“先进集体”称号。"),
    ],
    "上年",
)


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("现有志愿者{{F3}}。", "现有志愿者326人。"),
        ("现有{{F3}}人。", "现有326人。"),
        ("现有{{F3}}名志愿者。", "现有326名志愿者。"),
        ("{{F3}}人均服务。", "326人人均服务。"),
        ("参与{{turnout}}人次。", "参与800人次。"),
        ("参与{{F3}}人次。", "参与326人次。"),
        ("用房{{area}}人次。", "用房300多平方米。"),
        ("{{F9}}人次。", "2010年获“先进集体”称号。"),
        ("约{{F3}}参加。", "326人参加。"),
        ("附近{{F3}}参加。", "附近326人参加。"),
        ("已超过{{F3}}。", "已达326人。"),
        ("共{{F3}}余人。", "共326人。"),
        ("共{{F3}}余次。", "共326人。"),
        ("共{{F3}}户居民。", "共326户居民。"),
        ("面积约{{area}}。", "面积300多平方米。"),
        ("面积{{area}}平方米。", "面积300多平方米。"),
        ("参与率达百分之{{rate}}。", "参与率达96%。"),
        ("参与率{{rate}}%。", "参与率96%。"),
        ("成立于{{founded}}月。", "成立于2002年6月。"),
        ("面积{{area}}人。", "面积300多平方米。"),
        ("{{F9}}余人。", "2010年获“先进集体”称号。"),
        ("{{F9}}。", "2010年获“先进集体”称号。"),
        ("有{{F3.value}}人，增长{{F3.growth}}。", "有326人，增长9.4%。"),
        ("上年{{F3.previous}}人。", "上年298人。"),
    ],
)  # fmt: skip
def test_the_words_fit_the_sentence(written: str, filled: str) -> None:
    assert fill(written, SLOTS).text == filled


@pytest.mark.parametrize(
    "written",
    [
        "{F3}",
        "｛｛F3｝｝",
        "{{ F3 }}",
        "{{f3}}",
        "F3",
        "【F3】",
        "{{F3",
        "{{F3：326人}}",
        "{{志愿者}}",
        "{{{F3}}}",
        "{{Ｆ３}}",
    ],
)
def test_a_badly_written_slot_is_mended_where_its_meaning_is_certain(written: str) -> None:
    filled = fill(f"现有志愿者{written}。", SLOTS)
    assert filled.text == "现有志愿者326人。"
    assert len(filled.mended) == 1
    assert filled.unknown == ()


@pytest.mark.parametrize("written", ["{{F99}}", "{{F9.growth}}", "{{党员}}", "{{F3和F9}}"])
def test_a_slot_that_means_nothing_certain_is_reported_and_stays(written: str) -> None:
    filled = fill(f"现有{written}。", SLOTS)
    assert filled.unknown == (written,)
    assert RESIDUE.search(filled.text)


def test_an_id_inside_another_word_is_not_a_slot() -> None:
    assert fill("XF30型设备、F3A区。", SLOTS).text == "XF30型设备、F3A区。"


def test_it_is_known_which_facts_stand_where() -> None:
    filled = fill("志愿者{{F3}}，面积{{area}}。", SLOTS)
    assert filled.facts_between(0, 8) == ("F3",)
    assert [filled.text[p.start : p.end] for p in filled.placed] == ["326人", "300多平方米"]
