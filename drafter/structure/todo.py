"""From what came out to what is to be done: how much is missing, and which facts are still to be entered. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from drafter.structure.assess import Assessed, requirement
from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.structure.criteria import Amount

Kind = Literal["close", "settle", "enter"]
KINDS: dict[Kind, str] = {"close": "补差距", "settle": "核准数", "enter": "补事实"}
COLUMNS = ("序号", "类别", "方面", "标准", "要求", "本单位", "要做什么")


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to be done for one criterion."""

    kind: Kind
    topic: str
    """The key of the form's topic."""
    place: str
    """What staff call that topic."""
    assessed: Assessed
    task: str

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """What is to be entered for it."""
        return self.assessed.lacking


def todos(assessed: Iterable[Assessed]) -> tuple[Todo, ...]:
    """Return what is to be done: gaps first, then what can't be told, then what isn't entered; each in given order."""
    found = [t for a in assessed if (t := _todo(a))]
    return tuple(t for kind in KINDS for t in found if t.kind == kind)


def _todo(assessed: Assessed) -> Todo | None:
    topic = assessed.criterion.role
    place = next((t.name for t in load_catalogue().topics if t.key == topic), "其他")
    if assessed.conclusion == "missed":
        more = f"（{assessed.because}）" if assessed.because else ""
        now = f"{requirement(assessed.criterion)}，现为{assessed.stated}，{assessed.gap}{more}"
        task = f"{assessed.criterion.name}：{now}。"
        return Todo("close", topic, place, assessed, task)
    if assessed.conclusion == "unsure":
        return Todo("settle", topic, place, assessed, f"{assessed.criterion.name}：{assessed.because}。")
    if assessed.conclusion == "nodata":
        names = "、".join(a.name for a in assessed.lacking)
        why = f"（{assessed.because}）" if assessed.because else ""
        whose = "" if names == assessed.criterion.name else f"{assessed.criterion.name}："
        return Todo("enter", topic, place, assessed, f"{whose}请补填{names}{why}。")
    return None


def todo_rows(list_: Iterable[Todo]) -> list[tuple[str, ...]]:
    """Return the list as rows under COLUMNS."""
    return [
        (
            str(at), KINDS[t.kind], t.place, t.assessed.criterion.name, requirement(t.assessed.criterion),
            t.assessed.stated or "无数据", t.task,
        )
        for at, t in enumerate(list_, 1)
    ]  # fmt: skip


def todo_text(list_: Iterable[Todo], title: str) -> str:
    """Return the list as plain text, one line a task, to be copied or sent around."""
    lines = [title]
    for kind, name in KINDS.items():
        tasks = [t.task for t in list_ if t.kind == kind]
        lines += [f"{name}（{len(tasks)} 项）", *(f"{at}. {task}" for at, task in enumerate(tasks, 1))] if tasks else []
    return "\n".join(lines) + "\n"


def by_topic(list_: Iterable[Todo]) -> dict[str, tuple[Todo, ...]]:
    """Return the tasks that lead to the form, by topic in the order of the form."""
    keys = [*(t.key for t in load_catalogue().topics), OTHER]
    lots = {key: tuple(t for t in list_ if t.topic == key and t.amounts) for key in keys}
    return {key: lot for key, lot in lots.items() if lot}
