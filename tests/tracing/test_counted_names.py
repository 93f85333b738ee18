"""A small number is the count of a list only where the words ask for it and the list names what is counted."""

from functools import partial

import pytest
from flagging import last_trace

last = partial(last_trace, period="2025年")


@pytest.mark.parametrize(
    ("right", "wrong", "facts"),
    [
        ("选出整洁庭院14户。", "选出整洁庭院3户。", ["选出整洁庭院14户、好婆媳23对、孝心少年9名。"]),
        ("4月8日清扫河滩，捡拾垃圾160袋。", "4月8日清扫河滩，捡拾垃圾2袋。",
         ["4月2日踏青，85名老人参加；4月8日清扫河滩，捡拾垃圾160袋。"]),
        ("翻新楼道21个，惠及住户1340户。", "翻新楼道21个，惠及住户2户。", ["翻新楼道|21|个", "惠及住户|1340|户"]),
        ("共有专职调解员13名。", "共有2名专职调解员。", ["专职调解员|13|名", "人民调解员|45|名"]),
        ("图书室借阅参与1640人次。", "图书室借阅参与2人次。", ["图书室借阅参与|1640|人次"]),
        ("设岗3个。", "招收学员3名。", ["设岗|护路、保洁、护林", "学员|45|名"]),
        ("资助孤儿及困境儿童17名。", "资助孤儿及困境儿童2名。", ["孤儿及困境儿童|17|名"]),
    ],
)  # fmt: skip
def test_two_of_anything_is_no_count_of_a_list(right, wrong, facts):
    assert not last(right, *facts).flagged
    assert last(wrong, *facts).flagged


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("建有东苑、西苑两个小区。", ["小区|东苑、西苑"]),
        ("组建四支志愿服务队。", ["志愿服务队|红袖标队、爱心妈妈队、银发宣讲队、青年先锋队"]),
        ("李强、王芳2人当选。", ["身边好人|李强、王芳"]),
        ("春游与秋游两次活动。", ["活动|春游、秋游"]),
    ],
)
def test_names_listed_are_still_counted(text, facts):
    assert not last(text, *facts).flagged
