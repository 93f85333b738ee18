"""Numbers told of fewer than their fact counts, or of another sort of it, are flagged."""

from functools import partial

import pytest
from flagging import last_trace

last = partial(last_trace, period="2025年")


@pytest.mark.parametrize(
    ("right", "wrong", "fact"),
    [
        ("全体党员142名。", "看望困难党员142名。", "党员|142|名"),
        ("注册志愿者415人。", "先进志愿者415人。", "志愿者|415|人"),
        ("辖区小区16个。", "弃管小区16个。", "小区|16|个"),
        ("老人736人。", "高龄老人736人。", "老年人|736|人"),
        ("居民8415人。", "少数民族居民8415人。", "居民|8415|人"),
        ("举办培训13期。", "举办电商培训13期。", "培训|13|期"),
        ("发放宣传资料3400份。", "发放禁毒宣传资料3400份。", "宣传资料|3400|份"),
        ("共有党员142名。", "发展党员142名。", "党员|142|名"),
        ("党员142名。", "党员中35岁以下142名。", "党员|142|名"),
        ("化解邻里纠纷34件。", "化解物业纠纷34件。", "邻里纠纷|34|件"),
        ("举办农技培训7期。", "举办烹饪培训7期。", "农技培训|7|期"),
        ("男党员51名。", "女党员51名。", "男党员|51|名"),
    ],
)
def test_a_word_right_before_the_noun_that_the_fact_lacks_makes_it_another(right, wrong, fact):
    assert not last(right, fact).flagged
    assert last(wrong, fact).flagged


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("广大党员142名。", "党员|142|名"),
        ("80岁以上高龄老人217人。", "80岁以上老人|217|人"),
        ("关爱独居老人63名。", "关爱老人|63|名"),
        ("资助困难学生12名。", "受助学生|12|名"),
        ("职工捐款31200元。", "捐款|31200|元"),
        ("开展普法讲座9场。", "法治讲座|9|场"),
    ],
)
def test_words_that_narrow_nothing_or_say_what_the_fact_says_anyway(text, fact):
    assert not last(text, fact).flagged


def test_the_fact_that_has_the_longer_name_is_the_one_meant():
    facts = ("宣传资料|3500|份", "法治宣传资料|800|份", "演出|16|场")
    assert last("发放法治宣传资料3500份。", *facts).suggestion == "800"
    assert not last("发放宣传资料3500份。", *facts).flagged
    facts = ("满意度|97.2|%", "物业满意度|91.3|%")
    assert last("物业服务满意度97.2%。", *facts).suggestion.startswith("91.3")
    assert not last("居民满意度97.2%。", *facts).flagged
