"""Example fact sheets for tests of the writers: the ones written by hand in sheets/, and any number of seeded ones."""

from pathlib import Path
from random import Random

from drafter.factfile import load_facts
from drafter.models import Fact, FactSheet
from drafter.structure.catalogue import CatalogueField, load_catalogue

_HERE = Path(__file__).parent / "sheets"
_NAMES = (
    "青松",
    "白塔",
    "花园",
    "新民",
    "长江",
    "北苑",
    "和平",
    "临湖",
    "西岭",
    "春晖",
    "团结",
    "虹桥",
    "金山",
    "梅林",
    "海棠",
    "解放",
    "康乐",
    "河东",
    "星海",
    "桃源",
)
_OFFICES = ("城关", "东门", "南山", "西湖", "滨江", "高铁", "开元", "文昌", "北城", "云龙")
_PERIODS = ("2025年", "2024年度", "2025年上半年", "2026年", "2023—2024年")
_THINGS = (
    "雨污管网",
    "停车棚",
    "健身广场",
    "便民菜店",
    "日间照料室",
    "文化长廊",
    "充电设施",
    "儿童乐园",
    "邻里议事亭",
    "消防通道",
)
_GROUPS = ("舞龙队", "民乐队", "书法社", "太极社", "模特队", "读书会", "乒乓球队", "广场舞队", "戏曲社", "摄影社")
_DEEDS = (
    "清明祭扫",
    "端午龙舟",
    "重阳敬老",
    "元旦晚会",
    "假期托管",
    "环保市集",
    "健步行",
    "法律咨询",
    "家电维修",
    "手工课堂",
)
_OWN = (
    ("清掏化粪池", "座"), ("慰问环卫工人", "人"), ("智能门禁", "套"), ("议事会", "次"), ("心理咨询", "人次"),
    ("旧衣回收", "公斤"), ("高空抛物监控", "个"), ("家庭医生签约率", "%"), ("物业费收缴率", "%"), ("微心愿认领", "个"),
    ("流动人口", "人"), ("便民手册", "册"),
)  # fmt: skip
_APPROX = ("", "", "", "近", "约", "余", "多")


def written_by_hand() -> dict[str, FactSheet]:
    """Return the sheets of sheets/ by name, with ids."""
    return {path.stem: load_facts(path).with_ids() for path in sorted(_HERE.glob("*.yaml"))}


def generated(seed: int, document: str) -> FactSheet:
    """Return a sheet of 5 to 70 facts, the same one for the same seed."""
    chance = Random(seed * 7919 + len(document))
    fields = [(t.key, f) for t in load_catalogue().topics for f in t.fields if not f.head]
    chosen = chance.sample(fields, chance.choice((5, 12, 25, 40, 60)))
    chosen.sort(key=fields.index)
    facts = [_fact(topic, field, chance) for topic, field in chosen]
    for label, unit in chance.sample(_OWN, chance.randint(1, 6)):
        facts.append(Fact(label=label, value=_figure(chance, unit), unit=unit))
    for thing in chance.sample(_THINGS, chance.randint(0, 3)):
        topic = chance.choice(("infrastructure", "service", "environment", "plans", "problems", ""))
        facts.append(
            Fact(
                topic=topic,
                text=f"{chance.randint(2, 11)}月协调{chance.choice(_OFFICES)}公司改造{thing}{chance.randint(2, 90)}处",
            )
        )
    return FactSheet(
        unit=f"{chance.choice(_NAMES)}{chance.choice(('', '', '东', '北'))}社区",
        superior=chance.choice((f"{chance.choice(_OFFICES)}街道办事处", "")),
        document=document,
        period=chance.choice(_PERIODS),
        facts=tuple(facts),
    ).with_ids()


def _fact(topic: str, field: CatalogueField, chance: Random) -> Fact:
    base = {"id": field.key, "topic": topic, "label": field.label}
    if field.type == "list":
        pool = _GROUPS if field.unit in ("支", "个") else _DEEDS if field.unit in ("场", "项") else _THINGS
        return Fact(**base, text="、".join(chance.sample(pool, chance.randint(1, 4))))
    if field.type == "date":
        return Fact(**base, value=f"{chance.randint(1980, 2020)}年{chance.randint(1, 12)}月")
    if field.type == "text":
        return Fact(**base, text=_statement(field, chance))
    value = _figure(chance, field.unit)
    previous = _figure(chance, field.unit) if chance.random() < 0.3 else ""
    return Fact(**base, value=value, unit=field.unit, previous=previous)


def _figure(chance: Random, unit: str) -> str:
    if unit == "%":
        return str(round(chance.uniform(60, 100), chance.choice((0, 1))))
    if unit in ("平方公里", "万元"):
        return str(round(chance.uniform(0.3, 90), 2))
    number = chance.choice((chance.randint(1, 30), chance.randint(31, 999), chance.randint(1000, 9999)))
    mark = chance.choice(_APPROX)
    if mark in ("近", "约"):
        return f"{mark}{number}"
    return f"{number // 10 * 10}{mark}" if mark and number > 99 else str(number)


def _statement(field: CatalogueField, chance: Random) -> str:
    office, thing, deed = chance.choice(_OFFICES), chance.choice(_THINGS), chance.choice(_DEEDS)
    return {
        "location": f"位于{office}片区，东临{chance.choice(_OFFICES)}路，南接{chance.choice(_OFFICES)}街",
        "leader_post": chance.choice(("党委书记", "党支部书记", "社区主任")),
        "deputy_post": chance.choice(("居委会主任", "副书记", "两委委员")),
        "kickoff_meeting": f"{chance.randint(1, 4)}月{chance.randint(1, 28)}日{office}片区创建动员会",
        "meeting_cycle": chance.choice(("每周", "每月", "每季度")),
        "inspection_cycle": chance.choice(("日查、周评、月通报", "每周", "每月")),
        "science_media": f"{thing}科普画廊{chance.randint(10, 60)}米",
        "it_platform": f"{office}居民服务平台",
        "target_title": f"{chance.randint(2026, 2028)}年创成市级文明社区",
    }.get(field.key, f"{thing}和{deed}")
