"""Rules for numbers inside the names of places: bus lines and roads, lanes, communities, villages."""

from __future__ import annotations

from drafter.numbers.shapes import ARAB_STARTS, COUNTED_STARTS, D, Rule, compiled, cores

RULES: tuple[Rule, ...] = (
    Rule(
        "bus line",
        ARAB_STARTS,
        compiled(r"(\d{1,3})路(?=公交|车|[、，]\d{1,3}路|站|汽车|电车|首末)"),
        cores("term"),
        {"[105]路公交站": None, "乘[7]路、21路车": None},
        ("巡逻105路段",),
        after="路",
    ),
    Rule(
        "numbered road",
        ARAB_STARTS,
        compiled(r"(?:(?<=国道)|(?<=省道)|(?<=县道))(\d{2,4})(?=线|段|沿|两|[，。、])"),
        cores("term"),
        {"国道[318]线": None},
        ("修国道318米",),
        before="道",
    ),
    Rule(
        "numbered place",
        "一二三四五六七八九十",
        compiled(r"(?<=[东西南北中前后])([一二三四五六七八九十])(?=[巷路街环胡弄里马道区村组队条])(?!条件)"),
        cores("term"),
        {"南[一]巷": None, "东[三]街": None},
        ("三条巷",),
        after="巷路街环胡弄里马道区村组队条",
        before="东西南北中前后",
    ),
    Rule(
        "numbered community",
        COUNTED_STARTS + "十",
        compiled(
            rf"(?<![0-9.第])({D}{{1,3}}|[一二三四五六七八九十]{{1,3}})(?=(?:社区|社區|居委会?|村委会)(?!工作者|[居党干]))"
        ),
        cores("term"),
        {"[38]社区": None, "[三十八]社区領導": None},
        ("三个社区",),
        after="社居村",
    ),
    Rule(
        "village name",
        "一二三四五六七八九十",
        compiled(
            r"(?<![走行跑赶离距约近了])([一二三四五六七八九十]{1,2})里(?=[村镇乡街桥屯河庄店铺堡坪湾墩塘台沟]|社区|小区"
            r"|路(?![程远外]|[上放]学|才))"
        ),
        cores("term"),
        {"[四]里桥": None, "[三]里社区": None, "[六]里路公交站": None},
        ("三里路程远", "每天走三里路", "步行了五里路"),
        after="里",
    ),
)
