"""Two versions of a section beside each other."""

from drafter.ui.side_by_side import side_by_side_html


def shown(old: str, new: str) -> str:
    return side_by_side_html(("原来", old), ("现在", new))


def test_only_what_differs_is_marked_on_each_side_and_numbers_are_told_whole():
    html = shown("同一段。\n志愿者362人。", "同一段。\n志愿者326人。")
    assert html.count("<del") == html.count("<ins") == 1
    assert ">362</del>" in html
    assert ">326</ins>" in html
    assert html.count("<div>同一段。</div>") == 2


def test_a_new_paragraph_stands_beside_nothing():
    html = shown("甲。", "甲。\n新的一段。")
    assert "<del" not in html
    assert "<div></div><div><ins" in html


def test_what_people_typed_is_text():
    html = shown("<img src=x onerror=alert(1)>", "<b>甲</b>")
    assert "<img" not in html
    assert "<b>" not in html


def test_a_very_long_paragraph_is_told_whole():
    html = shown("甲" * 20_000, "乙" * 20_000)
    assert html.count("<del") == 1
