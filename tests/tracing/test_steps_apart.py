"""How far apart two numbers of a fact are, what one leaves of its neighbour, and what listed parts come to."""

import pytest

from tests.tracing.flagging import flags

FAIRS = ("小额贷款|7户，12.6万元", "展销会进场商户|3月25家，9月32家")
PRICES = "月票|学生30元，老人24元"
MATCH = "东苑队76分获第一，西苑队69分获第二"
CHECKS = ("用电户|1868|户", "入户检查|1846|户")
CALLS = ("来电|250|件", "类别|占道80件、油烟65件、漏雨35件、其他70件")
ESSAYS = "征文赛，30名学生参赛，评出一等奖2名、二等奖5名"
PHOTOS = ("金奖选手|5|名", "银奖选手|16|名")
COACHES = ("教练员|国家级1名、一级5名、二级11名", "运动员|63|人")
LEAFLETS = ("发放手册|2700|册", "总户数|3000|户")


@pytest.mark.parametrize(
    ("text", "right", "wrong", "facts"),
    [
        ("今年办展销会，后一次比前一次多来商户{}家。", "7", "8", FAIRS),
        ("选手中年龄最小的9岁至最大的71岁，老少同台，相差{}岁。", "62", "52", ("棋类赛|选手9至71岁",)),
        ("学生月票30元，老人再让{}元，只收24元。", "6", "8", (PRICES,)),
        ("东苑队以76分获得第一，西苑队以{}分之差屈居第二。", "7", "9", (MATCH,)),
        ("入户检查1846户，只剩{}户没有人在家。", "22", "32", CHECKS),
        ("来电250件，占道、油烟两类最突出，占了{}。", "58%", "68%", CALLS),
        ("上门发放手册2700册，册数相当于总户数的{}。", "九成", "八成", LEAFLETS),
        ("全年第一剂接种3470人、第二剂3260人，累计{}剂次。", "6730", "6370", ("接种|第一剂3470人，第二剂3260人",)),
        ("征文赛有30名学生参赛，{}名学生拿回奖状，其中一等奖2名。", "7", "8", (ESSAYS,)),
        ("全年征集摄影稿件，5人拿到金奖，16人拿到银奖，这{}名能手进了人才库。", "21", "23", PHOTOS),
        ("运动会上，{}名足球教练员带着孩子们上场。", "17", "19", COACHES),
        ("5月2日—5月16日，送出绿植3315盆，平均每天{}盆。", "221", "237", ("绿植|5月2日—5月16日，送出3315盆",)),
    ],
)
def test_one_plain_step_is_told_from_a_wrong_one(text: str, right: str, wrong: str, facts: tuple[str, ...]) -> None:
    assert not flags(text.format(right), *facts)
    assert any(flag.startswith(wrong) for flag in flags(text.format(wrong), *facts))
