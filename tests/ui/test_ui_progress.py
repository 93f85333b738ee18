"""What the page says of writing that has ended."""

from drafter.ui.progress import lasting


def test_what_took_a_moment_did_not_take_no_time():
    assert [lasting(s) for s in (0.01, 0.6, 1.2, 59.6)] == ["不到 1 秒", "不到 1 秒", " 1 秒", " 60 秒"]
