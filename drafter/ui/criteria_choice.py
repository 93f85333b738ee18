"""What the unit changed of the criteria, kept in the database for all of its drafts; the editors' edits put into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import ValidationError

from drafter.errors import StoreError
from drafter.store import Store
from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.structure.criteria import COMPARATORS, Criterion
from drafter.structure.own_criteria import MOST_OWN, Change, Choice, OwnRow, comparator_of, with_change

_NAME = "criteria"
OTHER_TOPIC = "其他"
LARGEST = 10**9


def load_choice(store: Store) -> Choice:
    """Return what was kept, or a choice that changes nothing. Raises StoreError where it can't be read."""
    kept = store.preferences(_NAME)
    try:
        return Choice.model_validate_json(kept) if kept else Choice()
    except ValidationError as e:
        raise StoreError(
            f"文稿数据库 {store.place} 里的自评标准读不出来，它可能由别的版本写成，请换回那个版本打开"
        ) from e


def keep_choice(store: Store, choice: Choice) -> None:
    """Keep this choice from now on."""
    store.keep_preferences(_NAME, choice.model_dump_json())


def given_row(criterion: Criterion) -> dict[str, Any]:
    """Return a given criterion as a row of its editor."""
    return {
        "used": criterion.used,
        "name": criterion.name,
        "comparator": COMPARATORS[criterion.comparator],
        "threshold": float(criterion.threshold),
        "unit": criterion.unit,
        "note": criterion.note,
    }


def own_row(row: OwnRow) -> dict[str, Any]:
    """Return an own criterion as a row of its editor."""
    return {
        "used": row.used,
        "name": row.name,
        "comparator": COMPARATORS[row.comparator],
        "threshold": None if row.threshold is None else float(row.threshold),
        "unit": row.unit,
        "role": topic_names().get(row.role, OTHER_TOPIC),
        "names": row.names,
    }


def topic_names() -> dict[str, str]:
    """Return the topics of the form by key, and what nothing fits."""
    return {t.key: t.name for t in load_catalogue().topics} | {OTHER: OTHER_TOPIC}


def with_given_edits(given: Sequence[Criterion], choice: Choice, edits: Mapping[str, Any]) -> Choice:
    """Return the choice after the edits of the given rows, which the editor reports by their place."""
    changes = dict(choice.changes)
    for at, edit in edits["edited_rows"].items():
        criterion = given[int(at)]
        changes[criterion.key] = with_change(criterion, changes.get(criterion.key, Change()), _read(edit))
    kept = {key: change for key, change in changes.items() if change != Change()}
    return choice.model_copy(update={"changes": kept})


def with_own_edits(
    choice: Choice, base: Sequence[OwnRow], before: Sequence[OwnRow], edits: Mapping[str, Any]
) -> Choice:
    """Return the choice after the edits of the unit's own rows.

    `base` is what the editor began with, `before` what it last led to; rows that another window added stay.
    """
    gone = set(edits["deleted_rows"])
    edited = [_put(row, edits["edited_rows"].get(at, {})) for at, row in enumerate(base) if at not in gone]
    added = [_put(OwnRow(), row) for row in edits["added_rows"]]
    others = [row for row in choice.own if row not in base and row not in before]
    rows = [row for row in (*edited, *added, *others) if not row.is_empty]
    return choice.model_copy(update={"own": tuple(rows[:MOST_OWN])})


def _put(row: OwnRow, edit: Mapping[str, Any]) -> OwnRow:
    return row.model_copy(update=_read(edit))


def _read(edit: Mapping[str, Any]) -> dict[str, Any]:
    """Return an editor's cells as the values that are kept; what is out of bounds is taken as not typed."""
    read: dict[str, Any] = {name: str(edit[name] or "").strip() for name in ("name", "unit", "names") if name in edit}
    if "used" in edit:
        read["used"] = bool(edit["used"])
    if edit.get("comparator"):
        read["comparator"] = comparator_of(str(edit["comparator"]))
    if "role" in edit:
        read["role"] = next((key for key, name in topic_names().items() if name == edit["role"]), OTHER)
    if "threshold" in edit:
        read["threshold"] = _number(edit["threshold"])
    return read


def _number(typed: object) -> Decimal | None:
    try:
        value = None if typed is None else Decimal(str(typed))
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() and 0 <= value <= LARGEST else None
