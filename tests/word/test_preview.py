"""Pages before the download: real ones where LibreOffice is, else HTML."""

import re
import subprocess

import pytest
from sample_draft import long_draft, sample

from drafter.errors import DrafterError
from drafter.word import preview
from drafter.word.export import docx_bytes
from drafter.word.preview import can_render, page_html, page_images
from drafter.word.styles import STOCK


def test_html_holds_every_paragraph_in_its_look():
    html = page_html(sample(), STOCK)
    text = re.sub(r"<[^>]+>", "\n", html)
    for line in (
        "一、加强组织领导，健全工作机制",
        "（一）建立机构",
        "二、整治环境卫生",
        "表1　主要数据对比",
        "2026年1月8日",
    ):
        assert line in text
    assert "text-indent:32pt" in html
    assert "'黑体'" in html
    assert "没有写的一节" not in html


def test_html_escapes_what_staff_typed():
    draft = sample(title="<script>alert(1)</script>", unit="<b>")
    assert "<script>" not in page_html(draft, STOCK)
    assert "<b>" not in page_html(draft, STOCK)


def test_html_tells_a_heading_from_text_where_neither_font_is_installed():
    html = page_html(sample(), STOCK)
    (heading,) = re.findall(r'<p style="([^"]+)">一、加强', html)
    (text,) = re.findall(r'<p style="([^"]+)">全年开会', html)
    assert ",sans-serif;" in heading
    assert ",serif;" in text


@pytest.mark.skipif(not can_render(), reason="LibreOffice or pdftoppm is not installed")
def test_each_level_of_the_pages_has_a_look_of_its_own_where_the_fonts_are_missing(tmp_path):
    (tmp_path / "fontconfig").mkdir()
    (tmp_path / "fontconfig" / "fonts.conf").write_text(preview._font_settings(), encoding="utf-8")

    def taken(family):
        command = ["env", f"XDG_CONFIG_HOME={tmp_path}", "fc-match", "-f", "%{family}", family]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert taken(STOCK.hei) != taken(STOCK.body)
    assert taken("DejaVu Sans") == "DejaVu Sans"


@pytest.mark.skipif(not can_render(), reason="LibreOffice or pdftoppm is not installed")
def test_pages_are_pictures_in_order():
    pages = page_images(docx_bytes(long_draft(2)))
    assert len(pages) > 1
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_without_libreoffice_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(preview.shutil, "which", lambda name: None)
    assert not can_render()
    with pytest.raises(DrafterError, match="下载后用Word"):
        page_images(b"")
