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
AROUND = {topic: (*kept.why, *kept.more) for topic, kept in PATTERNS.topics.items()}
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
    told += [p for f in FRAMES for p in (*f.summary, *f.first, *f.second, *f.scope, *f.last)]
    for pattern in [p for told_so in told for p in every_telling(told_so)]:
        plain = re.sub(r"\{\{.*?\}\}", "", pattern)
        assert [m.text for m in find_mentions(plain) if m.kind != "term"] == [], pattern


@pytest.mark.parametrize("topic", [t for t in AROUND if t not in ("honors", "plans")])
def test_a_sentence_before_the_facts_is_a_general_truth_and_tells_no_deed_of_the_unit(topic: str) -> None:
    for pattern in AROUND[topic]:
        assert "{{" not in pattern, "a truth has no doer"
        assert not re.search("注重|坚持把|力求|社区|我们|本单位|已经?[^常]|取得|落实了|形成了|建立了", pattern), pattern


def test_what_the_unit_will_do_is_put_as_what_it_will_do() -> None:
    for pattern in AROUND["plans"]:
        assert all("将" in told or "安排" in told for told in every_telling(pattern)), pattern
    for frame in PATTERNS.closings.values():
        for told in [t for p in (*frame.first, *frame.second) for t in every_telling(p)]:
            assert re.search("将|继续|要", told), told


def test_honors_are_only_handed_over_to() -> None:
    assert all(p.endswith("：") for p in AROUND["honors"])


def every_telling(pattern: str) -> list[str]:
    """Return a pattern with each choice told in each of its ways, the others in their first."""
    ways = [c.split("|") for c in re.findall(r"\[([^\[\]]*)\]", pattern)]
    told = []
    for n in range(max(map(len, ways), default=1)):
        chosen = iter(ways)
        told.append(re.sub(r"\[[^\[\]]*\]", lambda _: (way := next(chosen))[n % len(way)], pattern))  # noqa: B023
    return told


def test_no_sentence_around_the_facts_is_there_twice() -> None:
    told = [p for options in AROUND.values() for p in options]
    assert len(told) == len(set(told))


def test_choices_depend_on_seed_and_place_alone() -> None:
    options = tuple("甲乙丙丁戊")
    assert pick(options, "s", "a") == pick(options, "s", "a")
    assert len({pick(options, str(n), "a") for n in range(40)}) == len(options)


def test_of_words_in_brackets_one_is_told() -> None:
    told = {vary("[引导|带动]居民，[引导|带动]居民", str(n), "师生") for n in range(40)}
    assert told == {f"{a}师生，{b}师生" for a in ("引导", "带动") for b in ("引导", "带动")}


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
