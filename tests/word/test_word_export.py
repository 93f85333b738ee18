"""The clean file: read back from its bytes."""

import io

from docx import Document

from drafter.models import Draft, Section
from drafter.word.export import docx_bytes


def draft(**changes):
    given = {
        "title": "南苑社区2025年度精神文明创建工作总结",
        "unit": "南苑社区",
        "date": "2026-01-08",
        "document": "annual_summary",
        "period": "2025年度",
        "sections": (
            Section(key="opening", heading="", text="全年现有志愿者326人。"),
            Section(
                key="leadership",
                heading="加强组织领导",
                text="（一）建立机构\n成立领导小组。\n1.明确分工\n（1）责任到人\n逐项落实。",
            ),
            Section(key="empty", heading="没有写的一节"),
            Section(key="publicity", heading="营造宣传氛围", text="发放资料1000份。\n\n　　张贴标语20条。"),
            Section(key="closing", heading="", text="社区将继续努力。\n附件：1.荣誉清单。\n2.活动统计表"),
        ),
    }
    return Draft(**(given | changes))


def paragraphs(data):
    return [(p.style.name, p.text) for p in Document(io.BytesIO(data)).paragraphs]


def test_every_paragraph_takes_its_style_and_headings_are_numbered():
    assert paragraphs(docx_bytes(draft())) == [
        ("Title", "南苑社区2025年度精神文明创建工作总结"),
        ("公文正文", "全年现有志愿者326人。"),
        ("Heading 1", "一、加强组织领导"),
        ("Heading 2", "（一）建立机构"),
        ("公文正文", "成立领导小组。"),
        ("Heading 3", "1.明确分工"),
        ("Heading 4", "（1）责任到人"),
        ("公文正文", "逐项落实。"),
        ("Heading 1", "二、营造宣传氛围"),
        ("公文正文", "发放资料1000份。"),
        ("公文正文", "张贴标语20条。"),
        ("公文正文", "社区将继续努力。"),
        ("附件说明首项", "附件：1.荣誉清单"),
        ("附件说明续项", "2.活动统计表"),
        ("落款单位", "南苑社区"),
        ("成文日期", "2026年1月8日"),
    ]
