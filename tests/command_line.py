"""Run the command line as a user does: a process of its own, without the settings of whoever runs the tests."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `drafter` with these arguments and settings, in a terminal wide enough for its tables."""
    settings = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "DRAFTER_"))}
    return subprocess.run(
        [sys.executable, "-m", "drafter", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**settings, "COLUMNS": "200", "PYTHONIOENCODING": "utf-8", **environment},
        timeout=60,
    )
