"""Whatever staff type shows as typed on every page: markup in it is text, never a picture and never a script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from desk import generate, press, section, settled
from playwright.sync_api import Page, expect

from drafter.models import Draft, Section, Table
from drafter.resources import resource
from drafter.store import Entry, Store, Work
from drafter.structure.own_criteria import Choice, OwnRow
from drafter.typestore import OwnType, TypeStore
from drafter.ui.criteria_choice import keep_choice
from drafter.ui.preferences import Preferences, keep_preferences

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser

PAGES = sorted(
    re.findall(r'url_path="(\w+)"', (Path(__file__).parents[2] / "drafter/ui/pages.py").read_text(encoding="utf-8"))
)
MADE_OF_TEXT = """() => {
    const found = window.__ran ? ['it ran: ' + window.__ran] : [];
    const look = (root) => {
        for (const element of root.querySelectorAll('*')) {
            const names = element.getAttributeNames();
            const made = element.matches("mark, img[src='x']") || names.some((name) => name.startsWith('on'));
            if (made) found.push(element.outerHTML);
            if (element.shadowRoot) look(element.shadowRoot);
        }
    };
    look(document);
    return found;
}"""


def nasty(place: str) -> str:
    """Markup that would leave an attribute, make a picture that fails to load, and run a script for it."""
    return f"{place}\"'><img src=x onerror=window.__ran='{place}'><mark>"


def own_type() -> OwnType:
    data = yaml.safe_load((resource("skeletons") / "brochure.yaml").read_text(encoding="utf-8"))
    data |= {"name": nasty("文种名"), "title": "{unit}" + nasty("文种题目")}
    for spec in data["sections"]:
        spec["heading"] = nasty(spec["heading"])
    return OwnType(key="brochure_own", name=nasty("文种名"), content=yaml.safe_dump(data, allow_unicode=True))


def entries() -> tuple[Entry, ...]:
    """A fact in each way to state one, every field of it hostile; some of the form's own, some free."""
    every = {name: nasty(name) for name in ("label", "value", "unit", "previous", "text", "note")}
    counted = Entry(id="F2", topic="volunteer", label=nasty("志愿者"), value="326", unit="人", note=nasty("台账"))
    unread = Entry(id="F6", topic="volunteer", label="注册志愿者", value=nasty("约3"), unit="名", note=nasty("名册"))
    return (
        Entry(id="F1", topic="environment", **every),
        counted,
        Entry(id="F3", topic="other", text=nasty("文字12处")),
        Entry(id="F4", topic="environment", label="清运垃圾", value="200多", unit=nasty("吨"), previous="180"),
        Entry(id="F5", topic="culture", label=nasty("标准"), value="3", unit="个"),
        unread,
    )


def hostile() -> Work:
    sections = (
        Section(
            key="overview",
            heading=nasty("概况标题"),
            text=nasty("志愿者326人，另有88123个") + "\n第二段。",
            origin="staff",
        ),
        Section(
            key="environment",
            heading=nasty("环境标题5"),
            text=nasty("环境正文"),
            table=Table(caption=nasty("表题7"), header=(nasty("表头"), "数"), rows=((nasty("格子"), "9"),)),
            origin="staff",
        ),
    )
    draft = Draft(
        title=nasty("题目"), unit=nasty("单位"), date=nasty("2025年1月"), document="brochure_own", sections=sections
    )
    return Work(
        unit=nasty("单位"),
        superior=nasty("上级"),
        document="brochure_own",
        period=nasty("2025年度"),
        date=nasty("2025年1月"),
        private=nasty("王某"),
        title=nasty("题目"),
        entries=entries(),
        draft=draft,
    )


def prepared(store: Store) -> Work:
    """Keep all that can be kept of an office in the database, with markup in every word of it."""
    types = TypeStore(store.place)
    types.keep(own_type())
    types.close()
    keep_choice(store, Choice(own=(OwnRow(name=nasty("标准"), threshold=9, unit="个", names=nasty("叫法")),)))
    store.delete(store.create(Work(unit=nasty("删去的"))).id)
    work = store.create(hostile())

    def reworded(before: Work) -> Work:
        assert before.draft is not None
        old = before.draft.sections[0]
        return before.model_copy(update={"draft": before.draft.with_section(old.model_copy(update={"text": "旧。"}))})

    store.change(work.id, reworded)
    return store.change(work.id, lambda w: w.model_copy(update={"draft": work.draft}))


def is_text(page: Page, *places: str) -> None:
    """Fail where markup took effect anywhere on the page, or where one of these places doesn't show it as typed."""
    settled(page)
    for frame in page.frames:
        assert frame.evaluate(MADE_OF_TEXT) == []
    for place in places:
        expect(page.locator("body")).to_contain_text(f"{place}\"'><img src=x", use_inner_text=True)


def open_everything(page: Page) -> None:
    """Open each box of the page, and what boxes hold, so that what is drawn on demand is there as well."""
    boxes = page.get_by_test_id("stMain").locator("details:not([open]) > summary")
    for _ in range(4):
        settled(page)
        if not boxes.count():
            return
        boxes.evaluate_all("all => all.forEach((box) => box.click())")
    pytest.fail("boxes in boxes without end")


def visit(page: Page, server: Server, path: str, work: Work) -> None:
    page.goto(f"{server.url}/{path}?draft={work.id}")
    expect(page.get_by_text("正在办理")).to_be_visible()
    open_everything(page)


def test_markup_in_what_staff_typed_is_text_on_every_page(page: Page, server: Server) -> None:
    store = Store(server.database_url)
    work = prepared(store)
    seen = {"export": ("题目", "环境正文"), "assessment": ("标准",), "types": ("文种名",), "settings": ("删去的",)}
    for path in ["", *(p for p in PAGES if p not in ("facts", "writing"))]:
        visit(page, server, path, work)
        is_text(page, "单位", *seen.get(path, ()))

    # What the model is called is remembered by the tab alone.
    press(page.get_by_text("模型设置", exact=True))
    for label in ("接口地址", "模型名称"):
        page.get_by_label(label).fill(nasty(label))
        page.keyboard.press("Tab")
        settled(page)
    expect(page.get_by_text(f"模型撰写（{nasty('模型名称')}）")).to_be_visible()
    is_text(page)

    visit(page, server, "facts", work)
    is_text(page, "单位", "认识文明创建")
    press(page.get_by_test_id("stButtonGroup").get_by_role("radio", name=re.compile("志愿")).first)
    is_text(page, "约3")
    press(page.get_by_text("粘贴表格或文字"))
    page.get_by_role("textbox", name=re.compile("粘贴")).fill(f"事项\t本期\n{nasty('贴来的')}\t326人")
    press(page.get_by_role("button", name="读出来"))
    expect(page.get_by_text("认出 1 项")).to_be_visible()
    is_text(page)
    store.close()


@pytest.mark.parametrize("plain", [False, True])
def test_markup_is_text_where_one_writes_and_checks(page: Page, server: Server, plain: bool) -> None:
    store = Store(server.database_url)
    work = prepared(store)
    keep_preferences(store, Preferences(plain_editor=plain))
    visit(page, server, "writing", work)
    is_text(page, "单位", "概况标题", "环境标题5", "表头", "格子")
    for name in ("改事实", "改正文"):
        press(page.get_by_role("button", name=name).first)
        is_text(page)
        page.keyboard.press("Escape")
    settled(page)
    section(page, "概况标题").locator("span[title^='有出处']" if plain else ".drafter-backed").first.hover()
    if not plain:
        expect(page.locator(".drafter-provenance")).to_contain_text("志愿者\"'><img src=x")
        is_text(page)
        generate(page)
        is_text(page, "单位")
    store.close()
