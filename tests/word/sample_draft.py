"""A small draft with everything in it, and a long one, for the tests of the Word files."""

from drafter.models import Draft, Fact, FactSheet, Section, Table

SHEET = FactSheet(
    unit="南苑社区",
    period="2025年度",
    date="2026-01-08",
    facts=(
        Fact(topic="volunteer", label="志愿者", value="326", previous="280", unit="人", note="志愿者台账"),
        Fact(topic="environment", label="清运垃圾", value="200多", previous="150", unit="吨"),
        Fact(topic="party", label="党员", value="93", unit="人", note="=1+1"),
        Fact(topic="service", label="居民满意率", value="96", previous="94.5", unit="%"),
    ),
).with_ids()
TABLE = Table(
    caption="表1　主要数据对比",
    header=("项目", "本期", "上期", "增减情况"),
    rows=(
        ("志愿者", "326人", "280人", "增加46人，增长16.4%"),
        ("清运垃圾", "200多吨", "150吨", "—"),
        ("居民满意率", "96%", "94.5%", "提高1.5个百分点"),
    ),
)


def sample(**changes):
    given = {
        "title": "南苑社区2025年度精神文明创建工作总结",
        "unit": "南苑社区",
        "date": "2026-01-08",
        "document": "annual_summary",
        "period": "2025年度",
        "sections": (
            Section(key="opening", heading="", text="社区现有党员93人、志愿者326人，比上年增加46人。"),
            Section(
                key="leadership",
                heading="加强组织领导，健全工作机制",
                text="（一）建立机构\n社区把创建作为“一号工程”——书记任组长。\n1.明确分工\n（1）责任到人\n"
                "全年开会57次。\n（二）压实责任。每月通报一次进度。",
            ),
            Section(key="unwritten", heading="没有写的一节"),
            Section(
                key="environment",
                heading="整治环境卫生",
                text="全年清运垃圾200多吨。\n\n　　张贴标语20条。",
                table=TABLE,
            ),
            Section(key="closing", heading="", text="社区将继续努力。\n附件：1.荣誉清单。\n2.活动统计表"),
        ),
    }
    return Draft(**(given | changes))


def long_draft(pages: int) -> Draft:
    """Some 22 lines of 28 characters a page, under four levels of headings."""
    text = "社区把创建工作摆在突出位置，党员干部带头参与，居民群众积极响应，各项任务有序推进。" * 3
    part = "\n".join(["（一）建立机构", text, "1.明确分工", text, "（1）责任到人", text])
    sections = tuple(
        Section(key=f"s{n}", heading=f"第{n}项工作扎实推进", text="\n".join([part] * 2)) for n in range(1, pages + 1)
    )
    return sample(sections=sections)
