"""A value told of something that its fact says nothing of is flagged; a wording that shares a sign with it is not."""

from functools import partial

import pytest
from flagging import flags, last_trace, only_alarm

last = partial(last_trace, period="2025年")


@pytest.mark.parametrize(
    ("right", "wrong", "fact"),
    [
        ("翻修屋顶315户。", "评上清洁庭院315户。", "屋顶翻修|315|户"),
        ("编印简报146期。", "挂牌荣誉146项。", "简报|146|期"),
        ("捐来衣物274件。", "查找短板274处。", "捐赠衣物|274|件"),
        ("举行朗诵会168场。", "碰头商议168次。", "诗歌朗诵|168|场"),
        ("采纳点子132条。", "更换井盖132个。", "金点子|132|条"),
        ("新栽路树49棵。", "配发雨具49套。", "行道树|49|棵"),
        ("劝导不文明停车1240人次。", "借阅刊物1240人次。", "停车劝导|1240|人次"),
        ("清淤2.6公里。", "加装扶手2.6公里。", "河道清淤|2.6|公里"),
        ("村民3120人。", "护林巡山3120人。", "人口|3120|人"),
    ],
)
def test_nothing_ties_the_words_at_the_number_to_the_fact_that_has_its_value(right, wrong, fact):
    assert not last(right, fact).flagged
    assert last(wrong, fact).flagged


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("全村518户。", "农户|518|户"),
        ("面对大雪，社区145名冲在一线。", "值守人员|145|人"),
        ("连续奋战175天。", "工期|175|天"),
        ("立冬当天，为386名户外劳动者送去热姜茶。", "冬日慰问|386|人"),
    ],
)
def test_what_names_nothing_of_its_own_may_state_the_one_fact_that_has_it(text, fact):
    assert not last(text, fact).flagged


@pytest.mark.parametrize(
    ("right", "wrong", "facts"),
    [
        ("社区现有居民4360户、11520人。", "社区现有居民4360户、326人。",
         ["总户数|4360|户", "总人口|11520|人", "党员|326|名"]),
        ("全村共726户2618口人。", "全村共726户152口人。", ["农户|726|户", "人口|2618|人", "安装路灯|152|盏"]),
        ("全村共726户。", "全村共318户。", ["农户|726|户", "改厕|318|户"]),
        ("去年学员只有240人，今年达到315人。", "去年学员只有240人，今年达到7916人。",
         ["2024年学员|240|人", "学员|315|人", "人口|7916|人"]),
        ("车棚24个。", "车棚24场。", ["车棚|24|个"]),
        ("车棚24个，满意度97.4%。", "车棚24个，其中充电车棚9个，占97.4%。",
         ["车棚|24|个", "充电车棚|9|个", "满意度|97.4|%"]),
    ],
)  # fmt: skip
def test_a_number_without_a_noun_of_its_own_is_not_that_of_any_fact_in_its_unit(right, wrong, facts):
    assert not last(right, *facts).flagged
    assert last(wrong, *facts).flagged


def test_what_a_last_period_leads_up_to_is_the_same_fact_in_this_period():
    facts = ("学员|315|人|240", "人口|7916|人")
    assert flags("去年学员只有240人，今年达到315人。", *facts, period="2025年") == []
    alarm = only_alarm("去年学员只有240人，今年达到7916人。", *facts, period="2025年")
    assert (alarm.category, alarm.suggestion) == ("swapped_subject", "315")
