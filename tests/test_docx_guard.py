"""Files from outside: what is no plain Word document is refused in one sentence, quickly and in little memory."""

import io
import os
import subprocess
import sys
import time
import zipfile
from contextlib import suppress

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.docx_guard import MAX_BYTES, open_docx, read_docx
from drafter.errors import InputError

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def sound() -> bytes:
    stream = io.BytesIO()
    document = Document()
    document.add_paragraph("全年现有志愿者326人。")
    document.save(stream)
    return stream.getvalue()


def altered(replaced: dict[str, bytes | None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A sound file with parts replaced, added, or (None) left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound())) as old, zipfile.ZipFile(stream, "w", method) as new:
        for name in dict.fromkeys([*old.namelist(), *replaced]):
            content = replaced.get(name, old.read(name) if name in old.namelist() else None)
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def types(main: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sound())) as package:
        return package.read("[Content_Types].xml").replace(MAIN.encode(), main.encode())


def document_xml(inner: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{inner}</w:body></w:document>'.encode()


def encrypted() -> bytes:
    data = bytearray(sound())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
STRICT = b'<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument"/></Relationships>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

HOSTILE = {
    "a zip bomb": (lambda: altered({"word/media/a.xml": bytes(300 * 1024 * 1024)}), "过大"),
    "a bomb in the text": (lambda: altered({"word/document.xml": document_xml("<w:p/>" * 4_000_000)}), "内容过多"),
    "a bomb of attributes": (
        lambda: altered({"word/document.xml": document_xml('<w:p w:a="1" w:b="2" w:c="3"/>' * 700_000)}),
        "内容过多",
    ),
    "an external entity": (lambda: altered({"word/document.xml": document_xml("<w:p>&x;</w:p>", ENTITY)}), "外部实体"),
    "an entity in two-byte letters": (
        lambda: altered({"word/document.xml": document_xml("", ENTITY).decode().encode("utf-16")}),
        "外部实体",
    ),
    "too many bytes": (lambda: b"PK\x03\x04" + bytes(MAX_BYTES), "20MB"),
    "broken XML": (lambda: altered({"word/document.xml": document_xml("<w:p>")}), "已损坏"),
    "a text too deep": (lambda: altered({"word/document.xml": document_xml("<w:p>" * 999 + "</w:p>" * 999)}), "已损坏"),
    "a missing part": (lambda: altered({"word/styles.xml": None}), "已损坏"),
    "macros by type": (lambda: altered({"[Content_Types].xml": types(MACRO)}), "带有宏"),
    "macros by part": (lambda: altered({"word/vbaProject.bin": b"x"}), "带有宏"),
    "a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "a password of the zip": (encrypted, "密码"),
    "an old .doc": (lambda: OLE, "旧版"),
    "an .xlsx named .docx": (lambda: altered({"[Content_Types].xml": types(SHEET)}), "Excel"),
    "strict Open XML": (lambda: altered({"_rels/.rels": STRICT}), "严格"),
    "no relationships": (lambda: altered({"_rels/.rels": None}), "已损坏"),
    "a plain zip": (lambda: altered({"[Content_Types].xml": None}), "压缩包"),
    "a text file": (lambda: "南苑社区工作总结".encode(), "不是Word文档"),
    "an empty file": (lambda: b"", "空文件"),
    "half a file": (lambda: sound()[:4000], "已损坏"),
    "a damaged stream": (lambda: sound()[:1200] + b"\0" * 400 + sound()[1600:], "已损坏"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_it_is_refused_in_one_sentence_within_two_seconds(what):
    make, word = HOSTILE[what]
    data = make()
    started = time.perf_counter()
    with pytest.raises(InputError) as refused:
        open_docx(data, "总结.docx")
    assert time.perf_counter() - started < 2
    sentence = str(refused.value)
    assert word in sentence
    assert sentence.startswith("“总结.docx”")
    assert sentence.count("。") == 1


SOUND = sound()


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_file_damaged_anywhere_is_opened_or_refused_but_never_a_crash(damage):
    data = bytearray(SOUND)
    for at, byte in damage:
        data[at] = byte
    with suppress(InputError):
        open_docx(bytes(data), "总结.docx")


PARTS = ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]


@settings(max_examples=80)
@given(st.sampled_from(PARTS), st.integers(0, 3000), st.binary(max_size=8))
def test_a_part_damaged_under_a_sound_container_is_opened_or_refused(name, at, junk):
    with zipfile.ZipFile(io.BytesIO(SOUND)) as package:
        content = package.read(name)
    with suppress(InputError):
        broken = content[:at] + junk + content[at + len(junk) :]
        open_docx(altered({name: broken}, zipfile.ZIP_STORED), "总结.docx")


def test_a_sound_file_is_opened():
    assert open_docx(sound(), "总结.docx").paragraphs[0].text == "全年现有志愿者326人。"


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "大.docx"
    path.touch()
    os.truncate(path, 300 * 1024 * 1024)
    with pytest.raises(InputError, match="20MB"):
        read_docx(path)


def test_the_dearest_file_that_is_let_in_stays_in_two_hundred_megabytes(tmp_path):
    """Memory is measured in a process of its own: peak beside what the imports need."""
    inner = "<w:p/>词" * 530_000
    path = tmp_path / "满.docx"
    path.write_bytes(altered({"word/document.xml": document_xml(inner)}))
    code = (
        "import resource, sys, docx; from pathlib import Path; from drafter.docx_guard import open_docx, read_docx\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "open_docx(read_docx(Path(sys.argv[1])), 'x')\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 200
