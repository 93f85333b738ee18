"""Typed text in Markdown."""

from drafter.ui.plain import as_markdown, shortened


def test_nothing_typed_is_read_as_a_sign():
    assert as_markdown("*a* [b](c) $x$ <i> :red[d]") == r"\*a\* \[b\](c) \$x\$ \<i\> \:red\[d\]"
    assert as_markdown("- 1. 项\n2) 项") == r"\- 1\. 项 2\) 项"


def test_plain_chinese_stays_as_it_is():
    assert as_markdown("事实.yaml（2—3项），96.5%") == "事实.yaml（2—3项），96.5%"


def test_long_text_is_cut_where_told():
    assert shortened("一二三四", 3) == "一二三……"
    assert shortened("一二三", 3) == "一二三"
