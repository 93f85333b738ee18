"""A server with sign-in: nothing before it, each unit its own drafts, and out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Server, a_context
from desk import settled
from oidc_server import OidcServer
from playwright.sync_api import Browser, Page, expect

from drafter.backup.read import read_backup
from drafter.store import Store, Work

pytestmark = pytest.mark.browser

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "a secret of this test alone, long enough"
client_id = "drafter"
client_secret = "not a real secret"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[units]
"zhang@heping.example" = "和平社区"
"@xinhua.example" = "新华社区"
"""


@pytest.fixture
def provider() -> Iterator[OidcServer]:
    with OidcServer() as running:
        yield running


@pytest.fixture
def guarded(browser: Browser, provider: OidcServer, tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS.format(port=server.port, provider=provider.url), encoding="utf-8")
    server.options = ("--secrets.files", str(secrets))
    server.start()
    yield server
    server.stop()
    assert "Traceback" not in server.log()


def entered(browser: Browser, server: Server, provider: OidcServer, email: str, **more: object) -> Page:
    """Open a browser of its own and sign in as this person."""
    provider.person = {"email": email, **more}
    page = a_context(browser).new_page()
    page.goto(server.url)
    page.get_by_role("button", name="登录", exact=True).click()
    return page


def test_each_person_sees_only_the_drafts_of_their_unit(
    browser: Browser, guarded: Server, provider: OidcServer
) -> None:
    store = Store(guarded.database_url)
    ours = store.of("和平社区").create(Work(unit="和平社区的文稿"))
    store.of("新华社区").create(Work(unit="新华社区的文稿"))
    store.create(Work(unit="登录之前的文稿"))

    stranger = a_context(browser).new_page()
    stranger.goto(f"{guarded.url}/writing?draft={ours.id}")
    expect(stranger.get_by_role("button", name="登录", exact=True)).to_be_visible()
    expect(stranger.get_by_role("link", name="跳到正文")).to_have_count(1)
    for hidden in ("和平社区", "载入示例", "撰写与核查"):
        expect(stranger.get_by_text(hidden)).to_have_count(0)
    stranger.context.close()

    zhang = entered(browser, guarded, provider, "Zhang@heping.example")
    expect(zhang.get_by_text("和平社区的文稿")).to_be_visible()
    expect(zhang.get_by_text("zhang@heping.example")).to_be_visible()
    li = entered(browser, guarded, provider, "li@xinhua.example")
    expect(li.get_by_text("新华社区的文稿")).to_be_visible()
    for page, other in ((zhang, "新华社区的文稿"), (li, "和平社区的文稿")):
        expect(page.get_by_text(other)).to_have_count(0)
        expect(page.get_by_text("登录之前的文稿")).to_have_count(0)
    li.goto(f"{guarded.url}/writing?draft={ours.id}")
    expect(li.get_by_text("没有找到这份文稿")).to_be_visible()

    zhang.get_by_role("button", name="新建文稿").click()
    expect(zhang.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    assert [len(store.of(unit).works()) for unit in ("和平社区", "新华社区", "")] == [2, 1, 1]

    zhang.get_by_role("button", name="退出登录").click()
    expect(zhang.get_by_role("button", name="登录", exact=True)).to_be_visible()
    zhang.goto(f"{guarded.url}/?draft={ours.id}")
    expect(zhang.get_by_role("button", name="登录", exact=True)).to_be_visible()
    expect(zhang.get_by_text("和平社区的文稿")).to_have_count(0)
    for page in (zhang, li):
        page.context.close()
    store.close()


def test_a_backup_holds_what_belongs_to_the_unit_of_the_person_who_takes_it(
    browser: Browser, guarded: Server, provider: OidcServer
) -> None:
    store = Store(guarded.database_url)
    store.of("和平社区").create(Work(unit="和平社区的文稿"))
    store.of("新华社区").create(Work(unit="新华社区的文稿"))
    store.close()
    page = entered(browser, guarded, provider, "li@xinhua.example")
    expect(page.get_by_text("新华社区的文稿")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="设置").click()
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载备份").click()
    backup = read_backup(waiting.value.path().read_bytes())
    assert (backup.drafts, backup.owners) == ((1, 0), ("新华社区",))
    page.context.close()


@pytest.mark.parametrize(
    ("email", "more"), [("wang@elsewhere.example", {}), ("zhang@heping.example", {"email_verified": False})]
)
def test_a_person_without_a_unit_is_refused(
    browser: Browser, guarded: Server, provider: OidcServer, email: str, more: dict[str, object]
) -> None:
    page = entered(browser, guarded, provider, email, **more)
    expect(page.get_by_text("还没有归到任何单位")).to_be_visible()
    expect(page.get_by_text("新建文稿")).to_have_count(0)
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    page.context.close()
