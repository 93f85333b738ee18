"""Example fact sheets for tests: those of samples/ and tests/sheets/, written by hand, and any number of generated ones.

    all_sheets(30)          at least thirty, the hand-written ones first
    generated_sheet(7)      always the same sheet for the same seed
"""

from __future__ import annotations

import random
from pathlib import Path

from drafter.factfile import load_facts
from drafter.models import Fact, FactSheet
from drafter.resources import resource
from drafter.structure.catalogue import CatalogueField, load_catalogue
from drafter.structure.skeletons import skeleton_keys

_HERE = Path(__file__).parent / "sheets"
_FIRST = ("柳荫", "槐安", "清溪", "望江", "石桥", "松岭", "荷塘", "东篱", "临湖", "麦田", "古槐", "云台", "北苑", "桂花园")
_KINDS = ("社区", "街道", "村", "居委会")
_PERIODS = ("2023年度", "2024年", "2025年上半年", "2022年", "2026年上半年")
_ROUND = ("{}", "{}", "{}", "{}", "{}余", "{}多", "近{}", "约{}")


def hand_written() -> list[FactSheet]:
    """Return the fact sheets that people wrote, those of samples/ first."""
    files = [*sorted(resource("samples").glob("*.yaml")), *sorted(_HERE.glob("*.yaml"))]
    return [load_facts(path) for path in files]


def all_sheets(count: int) -> list[FactSheet]:
    """Return so many sheets: the hand-written ones, then generated ones."""
    sheets = hand_written()
    return [*sheets, *(generated_sheet(seed) for seed in range(count - len(sheets)))][:count]


def generated_sheet(seed: int) -> FactSheet:
    """Return a sheet with some of the form's fields filled in, by chance but always the same for one seed."""
    rng = random.Random(seed)
    fields = [(t.key, f) for t in load_catalogue().topics for f in t.fields if not f.head]
    wanted = rng.sample(fields, rng.randint(6, 45))
    facts = [_fact(rng, topic, field) for topic, field in fields if (topic, field) in wanted]
    return FactSheet(
        unit=rng.choice(_FIRST) + rng.choice(_KINDS),
        superior=rng.choice(("", "云河街道办事处", "城北镇人民政府")),
        document=rng.choice(skeleton_keys()),
        period=rng.choice(_PERIODS),
        date="2026年1月8日",
        facts=tuple(facts),
    ).with_ids()


def _fact(rng: random.Random, topic: str, field: CatalogueField) -> Fact:
    id_ = field.key if rng.random() < 0.5 else ""
    label = rng.choice((field.label, *field.names))
    if field.type in ("text", "list"):
        return Fact(id=id_, topic=topic, label=label, text=field.example)
    if field.type == "date":
        return Fact(id=id_, topic=topic, label=label, value=f"{rng.randint(1998, 2021)}年{rng.randint(1, 12)}月")
    if field.type == "percent":
        return Fact(id=id_, topic=topic, label=label, value=f"{rng.randint(600, 999) / 10:g}", unit="%")
    size = 10 ** rng.randint(1, 3)
    value = rng.randint(2, 9 * size)
    if field.type in ("decimal", "money") and rng.random() < 0.5:
        return Fact(id=id_, topic=topic, label=label, value=f"{value / 10:g}", unit=field.unit)
    previous = str(max(1, value + rng.randint(-value // 3, value // 3))) if rng.random() < 0.4 else ""
    typed = str(value) if previous else _rounded(rng, value)
    return Fact(id=id_, topic=topic, label=label, value=typed, unit=field.unit, previous=previous)


def _rounded(rng: random.Random, value: int) -> str:
    form = rng.choice(_ROUND)
    if form == "{}" or value < 20:
        return str(value)
    return form.format(round(value, 1 - len(str(value))) or value)
