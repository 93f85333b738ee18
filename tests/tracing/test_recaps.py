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
