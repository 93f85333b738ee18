"""Make the pictures of docs/images from the running app: python docs/make_screenshots.py (chromium, playwright).

It starts the app with an empty database, opens the bundled example, writes it offline, spoils one number, and takes
pictures, also of a table being imported and of a sample document being checked; nothing of the user's own documents is
touched.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
GIVEN = ROOT / "samples" / "documents" / "annual_summary" / "liuyin.txt"
BROUGHT = """事项,本期,单位,上期,来源
注册志愿者,612,人,560,志愿服务台账
电动车充电桩,36,个,24,物业
垃圾分类投放点,8,处,6,网格
"""
WIDTH, HEIGHT = 1440, 1100
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Take every picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("这台机器上没有 chromium；Debian 上可用 apt-get install chromium 安装。")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, address = start(Path(folder))
        try:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="zh-CN")
            page.set_default_timeout(60_000)
            expect.set_options(timeout=60_000)
            page.goto(address)
            take_all(page)
            browser.close()
        finally:
            server.terminate()
            server.wait(15)


def start(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start the app on a free port with a database of its own, and without any model."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {k: v for k, v in os.environ.items() if k not in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "DRAFTER_MODEL")}
    env["DRAFTER_DATABASE_URL"] = f"sqlite:///{folder / 'drafts.sqlite3'}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen([*command, "--server.headless", "true"], cwd=ROOT, env=env, stdout=quiet, stderr=quiet)
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            return server, address
        except OSError:
            time.sleep(0.2)
    server.terminate()
    raise SystemExit("应用没有启动。")


def take_all(page: Page) -> None:
    """Walk the way of a first visitor and take a picture of each page."""
    page.get_by_role("button", name="载入示例").click()
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    take(page, "facts")
    bring(page)
    take(page, "import", top="导入")
    page.reload()
    page.get_by_role("button", name="下一步：撰写与核查").click()
    page.get_by_role("button", name="生成全文").click()
    expect(page.get_by_text(re.compile("写好 .* 节，用时"))).to_be_visible()
    opening = page.get_by_role("textbox", name="开头（正文）")
    expect(opening.locator(".drafter-backed").first).to_be_visible()
    spoil(opening)
    expect(page.get_by_text("待核：").first).to_be_visible()
    take(page, "workbench")
    page.get_by_role("button", name="下一步：导出").click()
    expect(page.get_by_role("button", name="下载 Word")).to_be_visible()
    take(page, "export")
    for name, picture in (("自评", "assessment"), ("图表", "charts")):
        page.get_by_role("banner").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1, name=re.compile(name))).to_be_visible()
        take(page, picture)
    check(page)
    take(page, "check")


def bring(page: Page) -> None:
    """Have the table of an office wait in the panel 导入."""
    page.get_by_text("导入", exact=True).first.click()
    file = {"name": "网格填报.csv", "mimeType": "text/csv", "buffer": BROUGHT.encode()}
    page.locator("input[type=file]").first.set_input_files(file)
    expect(page.get_by_role("button", name="放进表单")).to_be_visible()


def check(page: Page) -> None:
    """Have a sample with two digits changed checked against the sample as it was."""
    page.get_by_role("banner").get_by_role("link", name="核对文稿").click()
    expect(page.get_by_role("heading", level=1, name="核对文稿")).to_be_visible()
    text = GIVEN.read_text(encoding="utf-8")
    wrong = re.sub(r"(\d\d)(\d)(\d)(?=户|人)", r"\1\3\2", text, count=1)
    file = {"name": "年度总结（送审稿）.txt", "mimeType": "text/plain", "buffer": wrong.encode()}
    page.locator("input[type=file]").first.set_input_files(file)
    page.get_by_text("另一份材料", exact=True).click()
    field = page.get_by_test_id("stFileUploader").filter(has_text="作依据的材料")
    field.locator("input[type=file]").set_input_files(GIVEN)
    expect(page.get_by_text("⚠ 待核：").first).to_be_visible()


def spoil(editor: Locator) -> None:
    """Have two digits of the first number of four digits change places, as it happens to people."""
    text = "\n".join(editor.locator(".cm-line").all_text_contents())
    editor.click()
    editor.press("Control+a")
    editor.page.keyboard.insert_text(re.sub(r"(\d\d)(\d)(\d)(?=户)", r"\1\3\2", text, count=1))


def take(page: Page, name: str, top: str = "") -> None:
    """Save what the window shows from the page's head or the panel `top` on, once it stands still."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.mouse.move(WIDTH - 5, HEIGHT - 5)
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    page.wait_for_timeout(1200)
    closes = page.get_by_test_id("stToast").get_by_role("button")
    while closes.count():
        closes.first.click()
        page.wait_for_timeout(400)
    if top:
        panel = page.get_by_test_id("stExpander").filter(has=page.get_by_text(top, exact=True)).first
        panel.evaluate("panel => { panel.style.scrollMarginTop = '72px'; panel.scrollIntoView(); }")
    page.wait_for_timeout(600)
    page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
