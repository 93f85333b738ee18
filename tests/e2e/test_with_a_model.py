"""The same app with a chat model behind it: a real server on this machine that speaks the protocol, well or badly."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from chat_server import ChatServer, Messages, Reply, good_writer
from desk import all_texts, press, settled
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from conftest import Server

pytestmark = pytest.mark.browser

KEY = "sk-not-a-real-key"


def inventing(messages: Messages) -> Reply:
    """Write a number that nobody entered, and insist on it when it is sent back."""
    reply = good_writer(messages)
    return replace(reply, text=reply.text + "\n新建智能充电桩88123个。")


def never_answering(messages: Messages) -> Reply:
    return replace(good_writer(messages), before=60.0)


def writing_but_never_judging(messages: Messages) -> Reply:
    judges = any("请核对一份草稿" in m["content"] for m in messages)
    return never_answering(messages) if judges else good_writer(messages)


def open_example(page: Page) -> None:
    press(page.get_by_role("button", name="载入示例"))
    expect(page.get_by_role("heading", name="填写事实", exact=True)).to_be_visible()
    press(page.get_by_role("banner").get_by_role("link", name="撰写与核查"))
    expect(page.get_by_role("button", name="生成全文")).to_be_enabled()


def set_model(page: Page, address: str) -> None:
    press(page.get_by_text("模型设置"))
    for label, value in (("接口地址", address), ("密钥", KEY), ("模型名称", "fixture")):
        page.get_by_label(label, exact=True).fill(value)
        page.keyboard.press("Tab")
    expect(page.get_by_text("撰写方式：模型撰写（fixture）")).to_be_visible()


def test_what_a_model_invents_is_flagged_or_gone(page: Page, server: Server) -> None:
    with ChatServer(inventing) as model:
        set_model(page, model.url)
        press(page.get_by_role("button", name="测试连接"))
        expect(page.get_by_text("连接正常")).to_be_visible()
        open_example(page)
        press(page.get_by_role("button", name="生成全文"))
        expect(page.get_by_text(re.compile("写好 .* 节，用时"))).to_be_visible(timeout=40_000)
        expect(page.get_by_role("button", name="下一步：导出")).to_be_visible()
    stated = sum("88123" in text for text in all_texts(page))
    assert page.get_by_text("待核：88123").count() == stated
    expect(page.get_by_text("撰写时程序改正或退回了什么")).to_be_visible()
    assert KEY not in server.log()
    assert not any(KEY.encode() in content for content in server.stored())
    assert any("模型撰写" in caption for caption in page.get_by_text("模型撰写").all_inner_texts())


def test_a_model_that_hangs_is_stopped_at_once(page: Page) -> None:
    with ChatServer(never_answering) as model:
        set_model(page, model.url)
        open_example(page)
        press(page.get_by_role("button", name="生成全文"))
        expect(page.get_by_role("button", name="停止")).to_be_visible()
        page.reload()
        page.get_by_role("button", name="停止").click()
        expect(page.get_by_text("已停止")).to_be_visible(timeout=5_000)
        expect(page.get_by_role("button", name="生成全文")).to_be_enabled()


def test_a_second_look_that_hangs_is_stopped_at_once_and_says_so(page: Page) -> None:
    with ChatServer(writing_but_never_judging) as model:
        set_model(page, model.url)
        open_example(page)
        press(page.get_by_role("button", name="生成全文"))
        expect(page.get_by_text(re.compile("写好 .* 节，用时"))).to_be_visible(timeout=40_000)
        settled(page)  # the editors come one after another
        before = all_texts(page)
        press(page.get_by_role("button", name="请模型再看一遍"))
        expect(page.get_by_text("模型正在通读：0 /")).to_be_visible()
        page.get_by_role("button", name="停止通读").click()
        expect(page.get_by_text("已停止通读")).to_be_visible(timeout=5_000)
        expect(page.get_by_role("button", name="请模型再看一遍")).to_be_enabled()
        settled(page)
        assert all_texts(page) == before


def test_an_unreachable_model_is_one_sentence_and_the_text_is_written_all_the_same(page: Page) -> None:
    set_model(page, "http://127.0.0.1:9/v1")
    press(page.get_by_role("button", name="测试连接"))
    expect(page.get_by_text("拒绝连接")).to_be_visible()
    open_example(page)
    press(page.get_by_role("button", name="生成全文"))
    expect(page.get_by_text("以下各节改由本机撰写")).to_be_visible(timeout=40_000)
    expect(page.get_by_text("Traceback")).to_have_count(0)
