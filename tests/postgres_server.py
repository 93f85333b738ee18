"""A PostgreSQL server of one test alone, from the system's own programs."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@contextmanager
def own_postgres() -> Iterator[str]:
    """Give the address of a server on a socket in a folder of its own; skips where the system has no PostgreSQL."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install -e '.[postgres]'")
    if not PROGRAMS:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    programs = PROGRAMS[-1].parent
    # PostgreSQL refuses to run as root.
    user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    short = Path("/tmp") / f"pg-{os.getpid()}"
    short.mkdir()
    if user:
        os.chown(short, user.pw_uid, user.pw_gid)

    def run(program: str, *rest: str) -> None:
        command = [str(programs / program), *rest]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=short, user=user.pw_uid if user else None)

    try:
        run("initdb", "-D", f"{short}/data", "-U", "drafter", "-A", "trust", "-E", "UTF8", "--no-locale")
        options = f"-k {short} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "-D", f"{short}/data", "-w", "-l", f"{short}/log", "-o", options, "start")
        yield f"postgresql+psycopg://drafter@/postgres?host={short}"
    finally:
        # It may never have started.
        with suppress(subprocess.CalledProcessError):
            run("pg_ctl", "-D", f"{short}/data", "-w", "-m", "immediate", "stop")
        shutil.rmtree(short, ignore_errors=True)
