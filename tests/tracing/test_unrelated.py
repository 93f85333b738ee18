"""A value told of something that its fact says nothing of is flagged; a wording that shares a sign with it is not."""

import pytest

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers


def flagged(text: str, *facts: str) -> bool:
    """Say whether the last number of a text is flagged against facts given as label|value|unit."""
    made = [Fact(**dict(zip(("label", "value", "unit"), f.split("|"), strict=True))) for f in facts]
    return trace_numbers(text, FactSheet(period="2025年", facts=made).with_ids()).traces[-1].flagged


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
    assert not flagged(right, fact)
    assert flagged(wrong, fact)


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
    assert not flagged(text, fact)
