"""Days told again as months, and what there was before something came on top: each beside its wrong twin."""

import pytest
from flagging import flags

WORKS = ("施工工期|75|天", "新增路灯|64|盏", "路灯总数|310|盏", "全年发展会员130名，年末累计528名")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("施工历时75天，约两个半月完成。", []),
        ("施工历时75天，约三个半月完成。", ["三个半"]),
        ("施工历时75天，历经两个多月。", []),
        ("施工历时75天，近四个月完成。", ["四"]),
        ("在原有246盏的基础上新增路灯64盏，总数达到310盏。", []),
        ("在原有256盏的基础上新增路灯64盏，总数达到310盏。", ["256"]),
        ("协会在原有398名的基础上发展会员130名，达到528名。", []),
        ("协会在原有389名的基础上发展会员130名，达到528名。", ["389"]),
    ],
)
def test_what_follows_from_the_numbers_beside_it_stands(text, wrong):
    assert flags(text, *WORKS) == wrong
