"""The house keeps its own rules: who may import whom, how long things are, and that each module has its test."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "drafter"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Lowest first. A module may import from its own room and from lower rooms.
LAYERS = [
    {"amount", "record"},
    {"models", "errors", "resources"},
    {"docx_guard", "database", "migrations", "numbers", "versions"},
    {"tracing"},
    {"structure"},
    {"writing"},
    {"word", "store", "typestore", "factfile", "jsonl", "settings"},
    {"tables", "backup"},
    {"handover"},
    {"cli", "ui"},
    {"__main__"},
]
PURE = ["amount.py", "record.py", "models", "errors.py", "numbers", "tracing"]
FORBIDDEN_IN_PURE = {"os", "socket", "streamlit", "openai", "docx", "sqlalchemy", "time", "httpx"}


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def level(room: str) -> int:
    return next((i for i, rooms in enumerate(LAYERS) if room in rooms), -1)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nothing_imports_upward(path: Path):
    room = room_of(path)
    if room == "__init__":
        return
    assert level(room) >= 0, f"{room} stands in no layer"
    for name in imports(path):
        if name.startswith("drafter."):
            other = name.split(".")[1]
            allowed = other == room or level(other) < level(room)
            assert allowed, f"{room} must not import {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_the_pure_core_knows_no_file_network_clock_or_page(path: Path):
    if str(path.relative_to(PACKAGE)).split("/")[0] in PURE:
        assert not {name.split(".")[0] for name in imports(path)} & FORBIDDEN_IN_PURE
        assert not {"date.today", "datetime.now", "datetime.today"} & names_used(path)


def test_only_the_session_module_touches_the_session_state():
    users = [p.name for p in (PACKAGE / "ui").rglob("*.py") if "session_state" in p.read_text(encoding="utf-8")]
    assert set(users) <= {"session.py"}


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_callback_of_a_page_runs_to_its_end(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    cut_off = {f.name for f in functions if "session.guarded" not in map(ast.unparse, f.decorator_list)}
    for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) != "section_editor"):
        for given in call.keywords:
            if given.arg and given.arg.startswith("on_"):
                assert ast.unparse(given.value) not in cut_off | {"st.login", "st.logout", "session.remember"}


def test_only_settings_reads_the_environment():
    readers = [p.name for p in MODULES if {"os.environ", "os.getenv"} & names_used(p)]
    assert set(readers) <= {"main.py", "session.py"}, "only the edges hand os.environ to Settings.from_env"


def names_used(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    attributes = (n for n in ast.walk(tree) if isinstance(n, ast.Attribute))
    return {f"{a.value.id}.{a.attr}" for a in attributes if isinstance(a.value, ast.Name)}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_and_functions_stay_short(path: Path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, f"{node.name} is too long"
            arguments = [a.arg for a in node.args.args + node.args.kwonlyargs if a.arg not in ("self", "cls")]
            assert len(arguments) <= 5 or room_of(path) == "cli", f"{node.name} takes too many arguments"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(path: Path):
    if path.name != "__init__.py":
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_tree_in_the_architecture_page_names_every_room():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in {room_of(p) for p in MODULES} - {"__init__"}:
        assert room in page, f"docs/architecture.md does not name {room}"
