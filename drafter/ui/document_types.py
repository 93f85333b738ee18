"""The document types that staff can choose: those that ship with the product, and the unit's own."""

from __future__ import annotations

from functools import lru_cache

from drafter.errors import InputError
from drafter.models import Skeleton
from drafter.store import Work
from drafter.structure.plan import left_out, planned
from drafter.structure.skeletons import load_skeleton, parse_skeleton, skeleton_keys
from drafter.typestore import OwnType
from drafter.ui import session


def type_names() -> dict[str, str]:
    """Return the names of all document types by their keys, the unit's own last."""
    shipped = {key: load_skeleton(key).name for key in skeleton_keys()}
    return shipped | {own.key: f"{own.name}（本单位）" for own in session.type_store().types()}


def load_type(key: str) -> Skeleton:
    """Return a document type, shipped or own; raises InputError where there is none of that key."""
    if key in skeleton_keys():
        return load_skeleton(key)
    own = next((own for own in session.type_store().types() if own.key == key), None)
    if own is None:
        raise InputError(f"没有文种“{key}”，它可能已被删除；请到「填写事实」页重新选一种文种。")
    return skeleton_of(own)


def planned_type(work: Work) -> Skeleton:
    """Return the document type of a work as staff planned it, with the sections that they left out."""
    return planned(load_type(work.document), work.plan)


def left_out_of(work: Work) -> frozenset[str]:
    """Return the keys of the sections that staff left out of a work."""
    return left_out(load_type(work.document), work.plan)


@lru_cache(maxsize=32)
def skeleton_of(own: OwnType) -> Skeleton:
    """Return an own document type as a skeleton under its own name."""
    return parse_skeleton(own.content, own.key).model_copy(update={"name": own.name})
