import pytest

from drafter.structure.numbering import chinese_numeral, heading_marker


def test_each_level_has_its_own_form() -> None:
    assert [heading_marker(level, 3) for level in (1, 2, 3, 4)] == ["三、", "（三）", "3.", "（3）"]


@pytest.mark.parametrize(
    ("n", "marker"), [(1, "一、"), (10, "十、"), (11, "十一、"), (20, "二十、"), (23, "二十三、"), (99, "九十九、")]
)
def test_headings_count_on_past_ten(n: int, marker: str) -> None:
    assert heading_marker(1, n) == marker


def test_numbers_that_no_heading_has_are_refused() -> None:
    with pytest.raises(ValueError, match="not 0"):
        chinese_numeral(0)
    with pytest.raises(ValueError, match="level"):
        heading_marker(5, 1)
