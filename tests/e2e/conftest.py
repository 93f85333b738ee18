"""A real server with an empty database, and a headless Chromium before it.

Starting a server costs more than most tests, so that they share one, each with the database emptied for it.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from drafter.database import open_engine
from drafter.store import sqlite_url

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# What unfolds does so at once: a click in the milliseconds in which it still grows would fall beside its mark.
_AT_ONCE = """
const animate = Element.prototype.animate;
Element.prototype.animate = function (frames, options) {
  return animate.call(this, frames, { ...(typeof options === "object" ? options : {}), duration: 0 });
};
"""


class Server:
    """The app as a user starts it, on a port of its own; it can be stopped and started again on the same database."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        self.database_url = database_url or sqlite_url(folder / "drafts.sqlite3")
        self._database = folder / "drafts.sqlite3"
        self._log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self.options: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        env = {k: v for k, v in os.environ.items() if k not in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "DRAFTER_MODEL")}
        env["DRAFTER_DATABASE_URL"] = self.database_url
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--server.headless", "true", *self.options], cwd=ROOT, env=env, stdout=log, stderr=log
            )
        limit = time.monotonic() + 90
        while not self._answers():
            assert time.monotonic() < limit, self.log()
            time.sleep(0.1)

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(15)
            self._process = None

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def empty(self) -> None:
        """Take everything out of the database."""
        engine = open_engine(self.database_url)
        tables = sa.MetaData()
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            tables.reflect(connection)
            for table in reversed(tables.sorted_tables):
                if table.name != "alembic_version":
                    connection.execute(table.delete())
        engine.dispose()

    def stored(self) -> list[bytes]:
        """The files of the database."""
        return [file.read_bytes() for file in self._database.parent.glob(f"{self._database.name}*")]

    def peak_mb(self) -> float:
        """The most memory that the server has had so far, in MB."""
        assert self._process
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def running(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("server"))
    started.start()
    yield started
    started.stop()


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    running.empty()
    before = len(running.log())
    yield running
    assert "Traceback" not in running.log()[before:]


@pytest.fixture
def said() -> list[str]:
    """What the windows of a test say on their consoles."""
    return []


@pytest.fixture
def page(browser: Browser, server: Server, said: list[str]) -> Iterator[Page]:
    context = a_context(browser)
    context.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    context.on("requestfailed", lambda request: said.append(f"failed: {request.url} {request.failure}"))
    context.on("weberror", lambda error: said.append(f"uncaught: {error.error.stack}"))
    opened = context.new_page()
    opened.on("crash", lambda _: said.append("the window crashed"))
    opened.goto(server.url)
    yield opened
    context.close()


def a_context(browser: Browser) -> BrowserContext:
    """A browser of one person: own cookies, own connection; its pages are that person's windows."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN", accept_downloads=True)
    context.add_init_script(_AT_ONCE)
    context.set_default_timeout(30_000)
    expect.set_options(timeout=30_000)
    return context


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to a failure what its windows showed, and what the server said last."""
    report = yield
    given = getattr(item, "funcargs", {})
    if report.when == "call" and report.failed and isinstance(given.get("page"), Page):
        for window in given["page"].context.pages:
            report.sections.append((f"window at {window.url}", _shown(window)))
        if "said" in given:
            report.sections.append(("the windows' consoles", "\n".join(given["said"][-40:])[-6000:]))
        if "server" in given:
            report.sections.append(("the server's last words", given["server"].log()[-2000:]))
    return report


def _shown(window: Page) -> str:
    app = window.locator("[data-testid=stApp]")
    try:
        if not app.count():
            return window.content()[-3000:]
        states = [
            app.get_attribute(name, timeout=2000) for name in ("data-test-script-state", "data-test-connection-state")
        ]
        return f"{states} {window.locator('body').inner_text(timeout=2000)[:3000]}"
    except Error as e:
        return f"(gone: {e})"
