"""Where the editable data folders lie: at the top of a checkout, or inside an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a data file, e.g. `resource("skeletons", "fields.yaml")`.

    A wheel carries the data folders in drafter/data/; a checkout has them beside the package.
    """
    packaged = _PACKAGE / "data"
    root = packaged if packaged.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
