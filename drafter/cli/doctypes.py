"""Which document type a fact sheet or `--document` means: a shipped one, a YAML file, or one of the unit's own."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import InputError
from drafter.models import Skeleton
from drafter.settings import Settings
from drafter.structure.skeletons import load_skeleton, parse_skeleton, read_skeleton, skeleton_keys


def find_type(given: str, settings: Settings) -> Skeleton:
    """Return the document type of a key, of a YAML file's path, or of an own type's key or name.

    Raises InputError that names all there are.
    """
    if given in skeleton_keys():
        return load_skeleton(given)
    if Path(given).suffix.lower() in (".yaml", ".yml"):
        return read_skeleton(Path(given))
    own = _own_types(settings.database_url)
    if given in own:
        return own[given]
    names = dict.fromkeys(skeleton.name for skeleton in own.values())
    raise InputError(
        f"没有文种“{given}”，可用的文种有：{'、'.join((*skeleton_keys(), *names))}；也可以写一个 .yaml 文种文件的路径。"
    )


def _own_types(url: str) -> dict[str, Skeleton]:
    """Return the unit's own types by key and by name; none where nobody has used the app yet."""
    from drafter.database import is_there
    from drafter.typestore import TypeStore

    if not is_there(url):
        return {}
    store = TypeStore(url)
    found: dict[str, Skeleton] = {}
    for own in store.types():
        skeleton = parse_skeleton(own.content, own.key).model_copy(update={"name": own.name})
        found |= {own.key: skeleton, own.name: skeleton}
    store.close()
    return found
