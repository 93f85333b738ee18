"""How one server bears many people at once: 20 browser sessions, each on its own draft, editing, writing and checking.

    python benchmarks/sessions.py [SESSIONS]

A bounded load on this machine alone: the app on a free port with a database of its own, and one headless Chromium with
a context (own cookies, own connection) a session. All sessions take each step together; every answer is looked for on
the page and, at the end, in the database: each draft must hold its own session's words and nobody else's. The memory is
that of the server's process, from /proc. Exits with 1 where anything failed.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from drafter.factfile import load_facts
from drafter.store import Store, Work, sqlite_url
from drafter.ui.entries import work_of

ROOT = Path(__file__).resolve().parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SESSIONS = 20
LONGEST = 400_000
"""Milliseconds that a step may take, the others' steps included: the browser itself shares the processors."""
AT_ONCE = asyncio.Semaphore(4)
"""Pages that load together: it is the browser, not the server, that takes its time over a page's program."""
NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"


@dataclass
class Server:
    """The app as a user starts it."""

    folder: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        secret = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "DRAFTER_MODEL")
        env = {k: v for k, v in os.environ.items() if k not in secret}
        env["DRAFTER_DATABASE_URL"] = sqlite_url(self.folder / "drafts.sqlite3")
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--server.headless", "true"], cwd=ROOT, env=env, stdout=log, stderr=log
            )
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not start")

    def stop(self) -> None:
        """Stop it."""
        if self.process:
            self.process.terminate()
            self.process.wait(15)

    def memory_mb(self) -> float:
        """Return how much memory its process holds now, in MB."""
        assert self.process
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


@dataclass
class Session:
    """One person at a browser, on a draft of their own."""

    name: str
    work: Work
    page: Page
    errors: list[str] = field(default_factory=list)
    took: dict[str, float] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        """The name of the unit, which nobody else's draft may hold."""
        return f"{self.name}河社区"

    @property
    def figure(self) -> str:
        """A number that this session alone types."""
        return str(81001 + 37 * NAMES.index(self.name))

    @property
    def editor(self) -> str:
        """What the editors are found by."""
        return ".cm-content"


async def opened(browser: Browser, server: Server, name: str, work: Work) -> Session:
    """Open a context of its own on a draft and gather what the browser complains of."""
    async with AT_ONCE:
        return await _opened(browser, server, name, work)


async def _opened(browser: Browser, server: Server, name: str, work: Work) -> Session:
    context = await browser.new_context(viewport={"width": 1024, "height": 800}, locale="zh-CN")
    context.set_default_timeout(LONGEST)
    session = Session(name, work, await context.new_page())
    session.page.on("pageerror", lambda e: session.errors.append(f"{name}: {e}"))
    await session.page.goto(f"http://127.0.0.1:{server.port}/facts?draft={work.id}")
    await session.page.get_by_label("单位全称", exact=True).wait_for()
    return session


async def settled(page: Page) -> None:
    """Wait until the server has answered the last change."""
    await page.wait_for_timeout(400)
    await page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


async def press(page: Page, name: str) -> None:
    """Click a button once the page has come to rest: one that still moves takes the click elsewhere."""
    await settled(page)
    await page.get_by_role("button", name=name).click()


async def fill(session: Session) -> None:
    """Give the unit's name and a figure of its own."""
    page = session.page
    for label, value in (("单位全称", session.unit), ("常住居民", session.figure)):
        await page.get_by_label(label, exact=True).fill(value)
        await page.keyboard.press("Tab")
    await settled(page)


async def write(session: Session) -> None:
    """Write the whole document without a model."""
    page = session.page
    await press(page, "下一步：撰写与核查")
    await page.get_by_role("button", name="生成全文").wait_for()
    await press(page, "生成全文")
    await page.get_by_text(re.compile("写好 .* 节，用时")).wait_for()
    await page.locator(session.editor).last.wait_for()
    await settled(page)


async def edit(session: Session) -> None:
    """Type a sentence with a number that nobody entered, and wait until the check has flagged it."""
    page = session.page
    editor = page.locator(session.editor).first
    await editor.click()
    await editor.press("Control+End")
    await page.keyboard.insert_text(f"{session.name}河新装路灯{session.figure[::-1]}盏。")
    await page.get_by_text(f"待核：{session.figure[::-1]}").first.wait_for()
    await settled(page)


async def reload(session: Session) -> None:
    """Load the page anew and find one's own words on it."""
    async with AT_ONCE:
        await session.page.reload()
        await session.page.locator(session.editor, has_text=f"{session.name}河新装路灯").first.wait_for()
    await settled(session.page)


STEPS: tuple[tuple[str, Callable[[Session], Awaitable[None]]], ...] = (
    ("fill in the form", fill),
    ("write offline", write),
    ("edit and check", edit),
    ("reload", reload),
)


async def take(step: tuple[str, Callable[[Session], Awaitable[None]]], session: Session) -> None:
    """Have a session take a step; what fails is noted."""
    name, act = step
    begun = time.monotonic()
    try:
        await act(session)
        if await session.page.get_by_test_id("stException").count():
            session.errors.append(f"{session.name}, {name}: the page shows an error")
    except Exception as error:
        session.errors.append(f"{session.name}, {name}: {str(error).splitlines()[0]}")
    session.took[name] = time.monotonic() - begun


async def run(server: Server, works: Sequence[Work], chromium: str) -> tuple[list[Session], list[tuple[str, float]]]:
    """Open all sessions, have them take the steps together, and return them with the memory after each step."""
    memory = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        first = await opened(browser, server, NAMES[0], works[0])
        await settled(first.page)
        memory.append(("one session open", server.memory_mb()))
        rest = await asyncio.gather(*(opened(browser, server, NAMES[n], w) for n, w in enumerate(works) if n))
        sessions = [first, *rest]
        memory.append(("all sessions open", server.memory_mb()))
        for step in STEPS:
            await asyncio.gather(*(take(step, s) for s in sessions))
            memory.append((f"after: {step[0]}", server.memory_mb()))
        await browser.close()
    return sessions, memory


def mixed(store: Store, sessions: Sequence[Session]) -> list[str]:
    """Return what stands in a draft that isn't its own session's, and what of its own is missing."""
    found = []
    for session in sessions:
        work = store.load(session.work.id)
        text = work.model_dump_json()
        if not all(own in text for own in (session.unit, session.figure, f"{session.name}河新装路灯")):
            found.append(f"{session.name}: its own words are missing")
        found += [f"{session.name}: holds words of {o.name}" for o in sessions if o is not session and o.unit in text]
    return found


def main() -> None:
    """Print the table; exit with 1 where anything failed or was mixed up."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("no chromium on this machine (Debian: apt-get install chromium)")
    sheet = load_facts(ROOT / "samples" / "example_annual_summary.yaml")
    with tempfile.TemporaryDirectory() as name:
        server = Server(Path(name))
        store = Store(sqlite_url(server.folder / "drafts.sqlite3"))
        works = [store.create(work_of(sheet)) for _ in range(count)]
        server.start()
        try:
            empty = server.memory_mb()
            sessions, memory = asyncio.run(run(server, works, chromium))
        finally:
            server.stop()
        wrong = [e for s in sessions for e in s.errors] + mixed(store, sessions)
        store.close()
        log = (server.folder / "log").read_text(encoding="utf-8", errors="replace")
        wrong += ["the server's log holds a traceback"] if "Traceback" in log else []
    report(sessions, [("server started", empty), *memory], wrong)
    raise SystemExit(bool(wrong))


def report(sessions: Sequence[Session], memory: Sequence[tuple[str, float]], wrong: Sequence[str]) -> None:
    """Print what was measured."""
    print(f"{len(sessions)} sessions at once, {len(wrong)} errors or mixed drafts")
    for line in wrong:
        print(f"  {line}")
    print("\n| step, all sessions together | median s | slowest s |\n|---|---|---|")
    for name, _ in STEPS:
        took = sorted(s.took[name] for s in sessions)
        print(f"| {name} | {statistics.median(took):.1f} | {took[-1]:.1f} |")
    print("\n| server's memory | MB |\n|---|---|")
    for name, held in memory:
        print(f"| {name} | {held:.0f} |")
    most, one = max(held for _, held in memory), memory[1][1]
    print(f"\nper further session: {(most - one) / max(1, len(sessions) - 1):.1f} MB")


if __name__ == "__main__":
    main()
