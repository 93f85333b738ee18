from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.structure.derive import derive
from drafter.structure.derivedfile import derive_file, sample_outlines, shipped_samples, stale_types, with_derived
from drafter.structure.outline import outline_lines, outline_text
from drafter.structure.read import read_lines
from drafter.structure.skeletons import load_skeleton, read_skeleton, skeleton_keys

BODY = "社区每周组织网格员、物业和居民代表巡查一遍院落，共走访120户，发现问题当天登记，三天内答复。"


def document(*headings: str, opening: str = "") -> str:
    numbers = "一二三四五六七八九"
    parts = [f"{numbers[at]}、{heading}\n{BODY}" for at, heading in enumerate(headings)]
    return "\n".join([part for part in (opening, *parts) if part])


def derived(*texts: str):
    return derive([outline for text in texts for outline in outline_text(text)])


def test_a_section_is_required_usual_or_optional_by_how_many_samples_have_it():
    both = document("加强组织领导", "整治环境卫生")
    found = derived(both, both, document("加强组织领导", "开展志愿服务"), document("加强组织领导", "整治环境卫生"))
    assert {s.role: (s.samples, s.use) for s in found.sections} == {
        "leadership": (4, "required"),
        "environment": (3, "usual"),
        "volunteer": (1, "optional"),
    }


def test_the_order_is_the_one_that_fewest_samples_contradict():
    usual = document("加强组织领导", "广泛宣传发动", "整治环境卫生")
    odd = document("整治环境卫生", "加强组织领导", "广泛宣传发动")
    assert [s.role for s in derived(usual, odd, usual).sections] == ["leadership", "publicity", "environment"]


def test_a_section_that_only_gathers_others_is_replaced_by_them():
    text = f"一、主要工作情况\n（一）加强组织领导\n{BODY}\n（二）整治环境卫生\n{BODY}\n二、下一步打算\n{BODY}"
    assert [s.role for s in derived(text).sections] == ["leadership", "environment", "plans"]


def test_wordings_are_patterns_not_copies():
    (section,) = derived(document("切实加强社区组织领导工作")).sections
    assert section.wordings == ("切实…组织领导…",)


def test_lengths_units_and_the_frame_are_measured():
    opening = "2025年，柳荫社区在街道办事处领导下开展文明创建工作，现总结如下："
    found = derived(document("加强组织领导", opening=opening), document("加强组织领导"))
    assert (found.samples, found.opening, found.closing, found.signature) == (2, 1, 0, 0)
    assert found.sections[0].chars == (len(BODY),) * 3
    assert "户" in found.sections[0].units


def test_a_document_without_headings_is_read_by_its_paragraphs():
    paragraphs = [
        "社区成立创建领导小组，党委书记任组长，两委成员分工负责，年初召开动员会，制定实施方案，把任务层层分解。",
        "志愿者服务队全年开展志愿服务40次，学雷锋志愿者在路口劝导行人，志愿者上岗800人次，受到居民欢迎和好评。",
    ]
    roles = {s.role for s in derived("\n".join(p * 2 for p in paragraphs)).sections}
    assert roles == {"leadership", "volunteer"}


def test_nothing_can_be_derived_from_nothing(tmp_path: Path):
    with pytest.raises(ValueError, match="outline"):
        derive([])
    short = tmp_path / "短.txt"
    short.write_text("通知", encoding="utf-8")
    with pytest.raises(InputError, match=r"短\.txt"):
        sample_outlines([short])


def test_deriving_again_keeps_what_people_wrote(tmp_path: Path):
    sample = tmp_path / "总结.txt"
    sample.write_text(document("加强组织领导", "整治环境卫生"), encoding="utf-8")
    out = tmp_path / "own.yaml"
    derive_file([sample], "own", out)
    people = out.read_text(encoding="utf-8").replace("purpose: ", "purpose: 本单位补充：", 1).split("# 以下由")[0]
    out.write_text("# 说明\n" + people, encoding="utf-8")
    derive_file([sample, sample], "own", out)
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# 说明\n" + people.rstrip("\n"))
    assert "samples: 2" in text
    assert read_skeleton(out).spec("leadership") is not None


def test_a_new_type_is_a_complete_document_type_named_after_its_samples(tmp_path: Path):
    sample = tmp_path / "总结.txt"
    text = "柳荫社区2025年文明创建工作总结\n" + document("加强组织领导", "整治环境卫生")
    sample.write_text(text, encoding="utf-8")
    derive_file([sample], "own", tmp_path / "own.yaml")
    skeleton = read_skeleton(tmp_path / "own.yaml")
    assert skeleton.title == "{unit}{period}文明创建工作总结"
    assert [s.key for s in skeleton.sections] == ["opening", "leadership", "environment", "closing"]


def test_every_shipped_type_still_follows_from_its_samples():
    assert stale_types(skeleton_keys()) == []


def test_a_changed_sample_makes_its_type_stale():
    key = "half_year_summary"
    outlines = sample_outlines(shipped_samples(key))
    one = with_derived("name: x\n", derive(outlines[:1]))
    assert one != with_derived("name: x\n", derive(outlines))


def test_every_shipped_type_has_samples_of_its_kind_and_length():
    count = 0
    for key in skeleton_keys():
        for path in shipped_samples(key):
            count += 1
            assert 800 <= len("".join(path.read_text(encoding="utf-8").split())) <= 3500, path.name
            (from_text,) = outline_lines(read_lines(path))
            (from_word,) = outline_lines(read_lines(path.with_suffix(".docx")))
            assert from_text == from_word, path.name
            kind = key.split("_")[0]
            assert from_text.doc_type.startswith(("annual", "campaign") if kind == "campaign" else kind), path.name
        assert shipped_samples(key), key
    assert count >= 16


def test_the_shipped_sections_stand_in_the_order_of_the_samples():
    """Where at least two samples of a type agree on the order of two sections, its document type has it, too."""
    for key in skeleton_keys():
        order = [s.key for s in load_skeleton(key).sections]
        ahead: Counter[tuple[str, str]] = Counter()
        for outline in sample_outlines(shipped_samples(key)):
            roles = list(dict.fromkeys(s.role for s in outline.sections if s.role in order))
            ahead.update(combinations(roles, 2))
        for (first, second), count in ahead.items():
            if count >= 2 and not ahead[second, first]:
                assert order.index(first) < order.index(second), (key, first, second)
