import re
from pathlib import Path
from shutil import copytree

import pytest

from drafter.errors import InputError
from drafter.numbers.find import find_mentions
from drafter.resources import resource
from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.writing.offline_patterns import load_patterns, pick, read_patterns, render, vary

PATTERNS = load_patterns()
AROUND = {topic: (*kept.frames, *kept.aims, *kept.tails) for topic, kept in PATTERNS.topics.items()}
FRAMES = [f for frames in (PATTERNS.openings, PATTERNS.closings) for f in frames.values()]


def test_every_topic_of_the_form_has_its_patterns_and_every_field_its_line() -> None:
    assert set(PATTERNS.topics) == {t.key for t in load_catalogue().topics} | {OTHER}
    for topic in load_catalogue().topics:
        taken = {key for line in PATTERNS.topics[topic.key].lines for key in line.takes}
        assert [f.key for f in topic.fields if not f.head and f.key not in taken] == []


def test_patterns_name_only_fields_that_there_are() -> None:
    known = {f.key for t in load_catalogue().topics for f in t.fields}
    for kept in PATTERNS.topics.values():
        assert set(kept.phrases) <= known
        assert {key for line in kept.lines for key in line.takes} <= known
        assert {key for pair in kept.together for key in pair.needs} <= known


@pytest.mark.parametrize("topic", PATTERNS.topics)
def test_every_phrase_tells_what_the_fact_says(topic: str) -> None:
    for key, phrases in PATTERNS.topics[topic].phrases.items():
        assert all(re.search(r"\b(amount|words|names)\b", p) for p in phrases), key


def test_what_stands_around_the_facts_states_no_number() -> None:
    told = [p for options in AROUND.values() for p in options]
    told += [p for f in FRAMES for p in (*f.first, *f.second, *f.scope, *f.last)]
    told += [w for group in PATTERNS.synonyms for w in group[1:]]
    for pattern in told:
        plain = re.sub(r"\{\{.*?\}\}", "", pattern)
        assert [m.text for m in find_mentions(plain) if m.kind != "term"] == [], pattern


def test_no_sentence_around_the_facts_is_there_twice() -> None:
    told = [p for options in AROUND.values() for p in options]
    assert len(told) == len(set(told))


def test_choices_depend_on_seed_and_place_alone() -> None:
    options = tuple("甲乙丙丁戊")
    assert pick(options, "s", "a") == pick(options, "s", "a")
    assert len({pick(options, str(n), "a") for n in range(40)}) == len(options)


def test_words_are_told_otherwise_only_where_they_may_be() -> None:
    told = {vary("注重把文明创建工作、文明创建任务和文明创建结合起来，引导居民", str(n), "师生") for n in range(60)}
    assert len(told) > 5
    assert all("文明创建工作" in t and "文明创建任务" in t and "居民" not in t and "师生" in t for t in told)


def test_a_pattern_that_names_what_it_is_not_given_is_refused() -> None:
    with pytest.raises(InputError, match=r"句式“.*”写错了"):
        render("{{ nothing }}")


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("living.yaml", 'say: ["{{ told }}"]', 'say: ["没有"]', "里没有 {{ told }}"),
        ("living.yaml", "aspect: 环境卫生", "aspekt: 环境卫生", "topics.environment.aspect 缺少"),
        ("words.yaml", "verbs: [", "verbs: [[", "words.yaml 不是正确的 YAML"),
        ("document.yaml", "things:", "thing:", "things 缺少"),
    ],
)
def test_faulty_patterns_are_refused_with_their_place(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    folder = copytree(resource("skeletons", "patterns"), tmp_path / "patterns")
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_patterns(folder)
    assert says in str(error.value)
