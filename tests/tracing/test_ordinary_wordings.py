"""Ordinary ways of telling a right number raise no alarm, and the same words with a wrong one do."""

import pytest
from flagging import flags

VILLAGE = ("农户|1184|户", "村民|3962|人", "驻村单位|14|家", "预备党员|6|名")


@pytest.mark.parametrize(
    ("facts", "right", "wrong", "numbers"),
    [
        (VILLAGE, "全村共有1184户3962人。", "全村共有1148户3962人。", ["1148"]),
        (VILLAGE, "全村1184户3962人，其中预备党员6名。", "全村1184户3692人，其中预备党员6名。", ["3692"]),
        (("招募年龄|16至28岁",), "面向16岁至28岁青年招募。", "面向16岁至38岁青年招募。", ["38"]),
        (("门诊量|5.2|万人次|4.6",), "2023年门诊量4.6万人次，2024年5.2万人次。",
         "2022年门诊量4.6万人次，2024年5.2万人次。", ["2022年"]),
        (("门诊量|5.2|万人次",), "截至12月31日，门诊量5.2万人次。", "截至12月30日，门诊量5.2万人次。", ["12月30日"]),
        (("用药知晓率|87.6%",), "用药知晓率为88%。", "用药知晓率为89%。", ["89%"]),
        (("用药知晓率|99.7%",), "用药知晓率达99.7%。", "用药知晓率达100%。", ["100%"]),
        (("义诊居民|785|人",), "义诊居民八百不到。", "义诊居民七百不到。", ["七百"]),
        (("义诊居民|785|人",), "义诊居民780+人。", "义诊居民790+人。", ["790"]),
        (("用药知晓率|87.6%",), "用药知晓率85%+。", "用药知晓率90%+。", ["90%"]),
        (("要求每个班组结对3户农家，实际结对66户",), "每个班组结对3户农家。", "每个班组结对4户农家。", ["4"]),
    ],
)  # fmt: skip
def test_a_right_number_passes_and_a_wrong_one_does_not(
    facts: tuple[str, ...], right: str, wrong: str, numbers: list[str]
):
    assert flags(right, *facts) == []
    assert flags(wrong, *facts) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "聚焦“五个一”目标，办一个夜校、组一支乐队。",
        "打造10分钟健身圈，建设二十分钟就医圈。",
        "365天如一日守护山林，一年365天不打烊。",
    ],
)
def test_names_and_sayings_are_no_claims(text: str):
    assert flags(text, "村民|3962|人") == []
