"""How long the server takes to draw the page 撰写与核查 anew after an edit, at 200 facts and 20 sections.

    python benchmarks/page_rerun.py

The page is driven by Streamlit's AppTest, without a browser: what is measured is the processor time of the script's
run, saving and tracing included, so that other work on the machine does not count. Each edit changes one section.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from drafter.models import Draft, Section
from drafter.store import Entry, Store, Work, sqlite_url
from drafter.structure.catalogue import load_catalogue
from drafter.structure.skeletons import load_skeleton
from drafter.ui.preferences import Preferences, keep_preferences

ROOT = Path(__file__).resolve().parent.parent
FACTS, SECTIONS, EDITS = 200, 20, 6
LIMIT_MS = 300


def large_work() -> Work:
    """Return a draft of 20 sections over 200 facts, each told once with its change: the form's figures, twice over."""
    fields = [
        (topic.key, field.label, field.unit)
        for topic in load_catalogue().topics
        for field in topic.fields
        if not field.head and field.type in ("int", "decimal", "money")
    ]
    labels = [(t, f"{part}{label}", unit) for part in ("", "南片", "北片", "新建小区") for t, label, unit in fields]
    entries = tuple(
        Entry(id=f"F{n}", topic=t, label=label, value=str(1037 + 7 * n * n), unit=unit, previous=str(911 + 5 * n * n))
        for n, (t, label, unit) in enumerate(labels[:FACTS])
    )
    skeleton = load_skeleton("annual_summary")
    keys = [s.key for s in skeleton.sections] + [f"own{n}" for n in range(SECTIONS)]
    each = FACTS // SECTIONS
    sections = tuple(
        Section(
            key=keys[n],
            heading=f"做好第{n + 1}方面的工作",
            text="".join(told(e) for e in entries[n * each : (n + 1) * each]),
            origin="staff",
        )
        for n in range(SECTIONS)
    )
    draft = Draft(title="总结", unit="和平社区", date="2025年12月1日", document="annual_summary", sections=sections)
    return Work(unit="和平社区", period="2025年度", date="2025年12月1日", entries=entries, draft=draft)


def told(entry: Entry) -> str:
    """Return a sentence that states an entry and by how much it grew."""
    return f"{entry.label}{entry.value}{entry.unit}，比上年增加{int(entry.value) - int(entry.previous)}{entry.unit}。"


def measure(*, plain: bool) -> list[float]:
    """Return the milliseconds of processor time of each rerun after an edit, with the editor or in the simple mode."""
    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "drafts.sqlite3")
        os.environ["DRAFTER_DATABASE_URL"] = url
        store = Store(url)
        keep_preferences(store, Preferences(plain_editor=plain))
        work = store.create(large_work())
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        at.query_params["draft"] = work.id
        at.run()
        at.switch_page("drafter/ui/writing_page.py").run()
        assert not at.exception, at.exception
        took = []
        for n in range(EDITS):
            edit(at, store, work, n, plain=plain)
            begun = time.process_time()
            at.run()
            took.append((time.process_time() - begun) * 1000)
            assert not at.exception, at.exception
        draft = store.load(work.id).draft
        assert draft is not None
        assert sum("又办了" in s.text for s in draft.sections) == EDITS
        store.close()
        return took


def edit(at: AppTest, store: Store, work: Work, n: int, *, plain: bool) -> None:
    """Type a further sentence with a number that nobody entered into one section."""
    added = f"又办了{5000 + n}场。"
    if plain:
        area = at.text_area[n % SECTIONS]
        area.set_value(area.value + added)
        return
    # AppTest can't type into a component: the same save is made beside the page, which then traces and draws it.
    draft = store.load(work.id).draft
    assert draft is not None
    section = draft.sections[n % SECTIONS]
    changed = section.model_copy(update={"text": section.text + added})
    store.change(work.id, lambda w: w.model_copy(update={"draft": draft.with_section(changed)}), typing=True)


def main() -> None:
    """Print one line a mode."""
    for name, plain in (("editor", False), ("simple mode", True)):
        took = sorted(measure(plain=plain))
        print(
            f"{name}: {FACTS} facts, {SECTIONS} sections, {EDITS} edits: median {statistics.median(took):.0f} ms, "
            f"worst {took[-1]:.0f} ms (limit {LIMIT_MS} ms)"
        )


if __name__ == "__main__":
    main()
