import pytest
from flagging import flags

FACTS = ("专职网格员|21|名", "微网格员|118|名", "节庆活动|元宵灯会、端午包粽、中秋诗会、重阳登高", "好人榜|14|人")


def test_a_count_sums_up_the_numbers_told_right_before():
    assert not flags("配备专职网格员21名、微网格员118名，两支力量各负其责。", *FACTS)


def test_a_count_that_misses_one_of_them_is_flagged():
    assert flags("配备专职网格员21名、微网格员118名，三支力量各负其责。", *FACTS) == ["三"]


def test_names_right_before_the_number_count_whatever_else_a_fact_lists():
    assert not flags("端午包粽、中秋诗会两场活动在广场举行。", *FACTS)


def test_people_are_told_anew_and_not_summed_up():
    assert flags("配备专职网格员21名、微网格员118名，2人当选好人。", *FACTS) == ["2"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("入口关、过程关、结果关，三关都由群众把。", []),
        ("入口关、过程关、结果关，四关都由群众把。", ["四"]),
        ("建起议事亭、连心亭和法治亭，三亭成了好去处。", []),
        ("组建太极队、合唱队、腰鼓队，三支队伍常年活跃。", []),
        ("组建太极队、合唱队、腰鼓队，四支队伍常年活跃。", ["四"]),
        ("健全议事制度、公开制度、监督制度，这三项制度管住了权力。", []),
        ("健全议事制度、公开制度、监督制度，两项制度管住了权力。", ["两"]),
        ("服务老年人、残疾人、困难人，三人获奖。", ["三"]),
    ],
)
def test_names_of_the_clause_before_are_counted_by_what_they_end_in(text, wrong):
    assert flags(text, *FACTS) == wrong
