import re
from pathlib import Path
from shutil import copytree

import pytest

from drafter.errors import InputError
from drafter.numbers.find import find_mentions
from drafter.resources import resource
from drafter.structure.catalogue import OTHER, load_catalogue
from drafter.writing.offline_patterns import Frame, load_patterns, pick, read_patterns, render, vary

PATTERNS = load_patterns()
INTROS = [p for kept in PATTERNS.topics.values() for p in kept.intro]
FRAMES = [f for frames in (PATTERNS.openings, PATTERNS.closings) for f in frames.values()]


def told_by(frame: Frame) -> tuple[tuple[str, ...], ...]:
    return (frame.first, frame.both, frame.problems, frame.plans, frame.last)


AROUND = [p for frame in FRAMES for options in told_by(frame) for p in options]


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
    for pattern in [p for told in (*INTROS, *AROUND) for p in every_telling(told)]:
        plain = re.sub(r"\{\{.*?\}\}", "", pattern)
        assert [m.text for m in find_mentions(plain) if m.kind != "term"] == [], pattern


def test_before_its_facts_a_topic_says_no_more_than_that_they_follow() -> None:
    assert all(p.endswith("：") for p in INTROS)


def test_what_stands_around_the_facts_preaches_nothing() -> None:
    for pattern in AROUND:
        assert not re.search("离不开|才能|才会|贵在|重在|息息相关|重要|关键|基础|保障|只有", pattern), pattern


def test_a_closing_hands_over_or_says_what_goes_on() -> None:
    for frame in PATTERNS.closings.values():
        for told in [t for p in (*frame.first, *frame.both, *frame.problems, *frame.plans) for t in every_telling(p)]:
            assert re.search("将|继续|以上(?:安排|各项)由|上述任务由|本方案由|反映|提出|告诉|说明", told), told


def every_telling(pattern: str) -> list[str]:
    """Return a pattern with each choice told in each of its ways, the others in their first."""
    ways = [c.split("|") for c in re.findall(r"\[([^\[\]]*)\]", pattern)]
    told = []
    for n in range(max(map(len, ways), default=1)):
        chosen = iter(ways)
        told.append(re.sub(r"\[[^\[\]]*\]", lambda _: (way := next(chosen))[n % len(way)], pattern))  # noqa: B023
    return told


def test_no_sentence_around_the_facts_is_there_twice_in_a_frame() -> None:
    for frame in FRAMES:
        told = [p for options in told_by(frame) for p in options]
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
