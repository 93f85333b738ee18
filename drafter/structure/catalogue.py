"""The form's catalogue: what a community can state, grouped by topic. Opens skeletons/fields.yaml."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from drafter.errors import InputError
from drafter.resources import load_yaml, resource

OTHER = "other"
"""The topic of facts that no topic of the catalogue fits; one section of each document type takes it."""

FieldType = Literal["text", "int", "decimal", "percent", "money", "date", "list"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CatalogueField(_Frozen):
    """One thing that the form asks for."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str = Field(min_length=1)
    """Reads well before its figure: 清运垃圾 200吨."""
    type: FieldType
    unit: str = ""
    units: tuple[str, ...] = ()
    """Units that may stand in place of `unit`."""
    example: str = Field(min_length=1)
    help: str = Field(min_length=1)
    names: tuple[str, ...] = ()
    """Other labels that mean the same quantity."""
    rare: bool = False
    """Seldom stated: shown behind the common fields."""
    lasting: bool = False
    """Says what the unit is, whatever the period; so it holds in the next one as well."""
    head: Literal["", "unit", "superior", "period", "date"] = ""
    """The line of the fact sheet's head that holds this value; such a field never becomes a fact."""


class Topic(_Frozen):
    """A group of the form."""

    key: str = Field(pattern=r"^[a-z]+$")
    name: str = Field(min_length=1)
    names: tuple[str, ...] = ()
    """What else staff call the topic."""
    words: tuple[str, ...] = ()
    """What facts of this topic speak of; sorts facts that come without a topic."""
    labels: tuple[str, ...] = ()
    """Whole labels that belong here, too short to be looked for inside others: 居民, but 居民公约."""
    fields: tuple[CatalogueField, ...] = Field(min_length=1)


class Catalogue(_Frozen):
    """All topics in the order of the documents, each with its fields."""

    topics: tuple[Topic, ...] = Field(min_length=1)
    general: tuple[str, ...] = ()
    """Labels that say of a fact only that it is worth telling (创新做法), and not what it is about."""
    following: tuple[str, ...] = ()
    """Words of labels that go on from the fact before them (参加人数), and don't say themselves what it was about."""

    @model_validator(mode="after")
    def _nothing_twice(self) -> Catalogue:
        seen: set[str] = set()
        for topic in self.topics:
            for word in (topic.key, topic.name, *topic.names):
                if word in seen:
                    raise ValueError(f"主题 {topic.key} 的名称“{word}”用了两次")
                seen.add(word)
        fields: set[str] = set()
        for field in (f for t in self.topics for f in t.fields):
            for word in (field.key, field.label, *field.names):
                if word in fields:
                    raise ValueError(f"字段 {field.key} 的名称“{word}”用了两次")
                fields.add(word)
        return self

    @property
    def groups(self) -> tuple[Topic, ...]:
        """The groups of the form, in order."""
        return self.topics

    def field(self, key: str) -> CatalogueField | None:
        """Return the field of that key, or None."""
        return next((f for t in self.topics for f in t.fields if f.key == key), None)

    def field_named(self, label: str) -> CatalogueField | None:
        """Return the field that is called so in the form or by another of its names, or None."""
        return self.fields_by_name.get(label)

    @cached_property
    def fields_by_name(self) -> dict[str, CatalogueField]:
        """The fields by what each is called in the form, and by its other names."""
        return {name: f for t in self.topics for f in t.fields for name in (f.label, *f.names)}

    def topic_of(self, field: CatalogueField) -> Topic:
        """Return the topic that holds a field of this catalogue."""
        return next(t for t in self.topics if any(f.key == field.key for f in t.fields))

    def topic_key(self, name: str) -> str:
        """Return the key of the topic that staff call so (environment, 环境整治, 环境卫生), or an empty string."""
        return next((t.key for t in self.topics if name in (t.key, t.name, *t.names)), "")

    def topic_name(self, key: str) -> str:
        """Return what the form calls the topic of that key, or an empty string."""
        return next((t.name for t in self.topics if t.key == key), "")


@cache
def load_catalogue() -> Catalogue:
    """Return the catalogue of skeletons/fields.yaml; read once.

    Raises InputError that names the place in the file.
    """
    return read_catalogue(resource("skeletons", "fields.yaml"))


def read_catalogue(path: Path) -> Catalogue:
    """Return the catalogue that a YAML file holds; raises InputError that names the place in the file."""
    try:
        return Catalogue.model_validate(load_yaml(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(f"打不开字段目录 {path}，请检查文件是否存在。") from error
    except yaml.YAMLError as error:
        raise InputError(f"字段目录 {path.name} 不是正确的 YAML，请检查：{yaml_place(error)}。") from error
    except ValidationError as error:
        raise InputError(f"字段目录 {path.name} 有误，请改正：{first_fault(error)}。") from error


def yaml_place(error: yaml.YAMLError) -> str:
    """Return where a YAML file breaks off: 第 12 行第 3 列."""
    mark = getattr(error, "problem_mark", None)
    return f"第 {mark.line + 1} 行第 {mark.column + 1} 列" if mark else "文件格式"


def first_fault(error: ValidationError) -> str:
    """Return the place and kind of the first fault: topics[2].fields[0].label（缺少）."""
    fault = error.errors()[0]
    place = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in fault["loc"]).lstrip(".") or "全文"
    if fault["type"] == "missing":
        return f"{place} 缺少"
    if fault["type"] == "extra_forbidden":
        return f"{place} 不认识"
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    return f"{place} 的值不合要求（{str(fault['input'])[:30]}）"
