"""What recurs comes to over a stretch of time that the words name."""

import pytest

from tests.tracing.flagging import flags

MONTHLY = "磨刀队上门|每月5日，每次为14位老人磨刀"
VISITS = "重点人员走访|46名，每季度1次"
STARS = "卫生之星评选|5月起每月评8个"
GRANTS = ("助学补贴|孤儿每人每学期800元", "孤儿|13|名")
POSTS = ("岗亭|6|个", "岗亭值守|每个岗亭每班2人，每天三班")


@pytest.mark.parametrize(
    ("text", "right", "wrong", "facts"),
    [
        ("磨刀队每月5日上门，每次为14位老人磨刀，全年共有{}人次。", "168", "186", (MONTHLY,)),
        ("对46名重点人员每季度走访一次，全年{}人次。", "184", "138", (VISITS,)),
        ("自5月起每月评选卫生之星8个，到9月累计评出{}个。", "40", "48", (STARS,)),
        ("助学补贴每学期800元，全年为孤儿发放{}万元。", "2.08", "3.12", GRANTS),
        ("6个岗亭每天三班、每班2人，算下来每天上岗{}人次。", "36", "48", POSTS),
        ("楼道消杀每月{}次。", "两", "三", ("楼道消杀|每半月一次",)),
        ("展板内容常换常新，全年出刊{}期。", "4", "6", ("展板|每季度一换",)),
    ],
)
def test_what_recurs_comes_to_so_much_over_the_time_told(
    text: str, right: str, wrong: str, facts: tuple[str, ...]
) -> None:
    assert not any(flag.startswith(right) for flag in flags(text.format(right), *facts))
    assert any(flag.startswith(wrong) for flag in flags(text.format(wrong), *facts))


def test_a_month_is_set_against_the_one_before_it() -> None:
    visits = "来访量|4月1.6万人次，5月2.4万人次，6月3.3万人次"
    assert not flags("二季度来访7.3万人次，其中6月来访量环比增长37.5%。", visits, period="2024年二季度")
    assert flags("二季度来访7.3万人次，其中6月来访量环比增长50%。", visits, period="2024年二季度")
