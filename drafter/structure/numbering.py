"""Heading numbers of official documents: 一、 then （一） then 1. then （1）. Source: GB/T 9704-2012, 7.3.3."""

_DIGITS = "零一二三四五六七八九"


def chinese_numeral(n: int) -> str:
    """Return 1 to 99 as Chinese numerals: 十, 十一, 二十三.

    Raises ValueError outside that range: no document has a hundred headings on one level.
    """
    if not 1 <= n <= 99:
        raise ValueError(f"a heading number must be 1 to 99, not {n}")
    tens, ones = divmod(n, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def heading_marker(level: int, n: int) -> str:
    """Return the number before the n-th heading (from 1) of a level (1 to 4): 一、 （一） 1. （1）."""
    if level == 1:
        return f"{chinese_numeral(n)}、"
    if level == 2:
        return f"（{chinese_numeral(n)}）"
    if level == 3:
        return f"{n}."
    if level == 4:
        return f"（{n}）"
    raise ValueError(f"a heading level must be 1 to 4, not {level}")
