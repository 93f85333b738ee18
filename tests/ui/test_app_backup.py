"""The page 设置 gives everything as one file and takes it back."""

import io
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from drafter.backup.read import read_backup
from drafter.backup.save import save_backup
from drafter.store import Store, Work

OpenApp = Callable[..., AppTest]


def given(at: AppTest, data: bytes) -> AppTest:
    at.file_uploader[0].set_value(("备份.zip", data, "application/zip")).run()
    assert not at.exception
    return at


def test_a_backup_is_looked_at_and_put_back(open_app: OpenApp, store: Store, url: str):
    kept = store.create(Work(unit="和平社区"))
    held = io.BytesIO()
    save_backup(url, held)
    store.change(kept.id, lambda w: w.model_copy(update={"unit": "改过的"}))
    later = store.create(Work(unit="后来的"))
    at = given(open_app(page="settings"), held.getvalue())
    assert "下载备份" in [b.label for b in at.download_button]
    assert any("有 1 份文稿" in m.value for m in at.markdown)
    at.radio[-1].set_value("全部换成备份里的，现有的清空").run()
    start = next(b for b in at.button if b.label == "开始恢复")
    assert start.disabled
    at.checkbox[-1].check().run()
    next(b for b in at.button if b.label == "开始恢复").click().run()
    assert not at.exception
    assert [w.work.unit for w in store.works()] == ["和平社区"]
    assert later.id not in [w.work.id for w in store.works()]
    assert read_backup(held.getvalue()).drafts == (1, 0)


def test_a_file_that_is_no_backup_is_one_sentence(open_app: OpenApp, store: Store):
    store.create(Work(unit="和平社区"))
    at = given(open_app(page="settings"), b"nothing")
    assert any("没有恢复任何内容" in e.value for e in at.error)
    assert len(store.works()) == 1
