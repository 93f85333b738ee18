"""What README and the documents claim is what the project does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLIND = ("benchmarks/data/numbers_blind.jsonl", "benchmarks/data/trace_blind.jsonl")
CLASSES = ("benchmarks/data/trace_classes_dev.jsonl", "benchmarks/data/trace_classes_more.jsonl")
HELD = ("benchmarks/data/trace_fresh_held.jsonl",)
OTHER = ("benchmarks/data/trace_other_dev.jsonl", "benchmarks/data/trace_other_more.jsonl")
DERIVED = ("benchmarks/data/trace_derived_dev.jsonl",)
VARIED = ("benchmarks/data/trace_varied_dev.jsonl",)
FRESH = tuple(sorted(str(p.relative_to(ROOT)) for p in (ROOT / "benchmarks" / "data").glob("trace_fresh*_dev.jsonl")))
UNSEEN = tuple(sorted(str(p.relative_to(ROOT)) for p in (ROOT / "benchmarks" / "data").glob("trace_unseen*.jsonl")))
README = (ROOT / "README.md").read_text(encoding="utf-8")
ACCURACY = (ROOT / "docs" / "核对的准确度.md").read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme():
    commands = re.findall(r"```bash\n(.*?)\n```", README, re.S)
    (command,) = [c for c in commands if "pytest" in c]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("mark", "files"),
    [
        ("accuracy", ()),
        ("accuracy-unseen", UNSEEN),
        ("accuracy-fresh", FRESH),
        ("accuracy-blind", BLIND),
        ("accuracy-classes", CLASSES),
        ("accuracy-held", HELD),
        ("accuracy-other", OTHER),
        ("accuracy-derived", DERIVED),
        ("accuracy-varied", VARIED),
    ],
)
def test_the_accuracy_tables_are_what_the_benchmark_prints(mark: str, files: tuple[str, ...]):
    printed = subprocess.run(
        [sys.executable, "benchmarks/accuracy.py", *files], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    stated = re.search(rf"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", README + ACCURACY, re.S)
    assert stated
    assert stated.group(1).strip() == printed.strip()


def test_the_table_of_subjects_is_what_its_benchmark_prints():
    command = [sys.executable, "benchmarks/subjects_told.py"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    stated = re.search(r"<!-- subjects -->\n(.*?)<!-- /subjects -->", ACCURACY, re.S)
    assert stated
    assert stated.group(1).strip() == printed.strip()


def test_every_link_of_the_documents_leads_somewhere():
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_of_the_command_line_stands_in_the_readme():
    help_text = subprocess.run(
        [sys.executable, "-m", "drafter", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for command in re.findall(r"│ (\w[\w-]*)  ", help_text):
        assert f"drafter {command}" in README, f"README does not show drafter {command}"
