"""Lists of the facts' names that a number may count: those under a label, and those whose names the draft tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.layout import Spot
from drafter.tracing.listing import Listing
from drafter.tracing.reading import Reading
from drafter.tracing.subject import pieces
from drafter.tracing.tallies import COUNTED_ITEM, Tally, mentions
from drafter.tracing.vocabulary import COLLECTIVES

_LABEL = 12
_FIGURE = re.compile(r"\d")
_ALONE = re.compile("[^\u4e00-\u9fff]|[共都均每的开有]|$")
_NOUN = 2
_FAIRLY = 0.5
_SLIP = 3
_A_TIME = re.compile(r"\d|[周年月日]|星期")
_LENGTHS = ("时间", "年月")
_LIVING = frozenset(("人", "名", "位", "户"))


def listed_under(reading: Reading, spot: Spot) -> Iterator[Tally]:
    """Yield the lists of the facts whose names the sentence mentions, or whose label it speaks of."""
    around = reading.text[max(0, spot.sentence[0] - 60) : spot.sentence[1]]
    near = reading.text[spot.clause[0] : min(len(reading.text), spot.clause[1] + 30)]
    here = reading.text[spot.clause[0] : spot.sentence[1]]
    for listing in reading.known.listings:
        if spot.unit.dimension in _LENGTHS and not _A_TIME.search(listing.names[0]):
            continue  # 历时4个多月 counts no names
        one_each = all(name.endswith(f"1{spot.unit.name}") for name in listing.names)
        if spot.unit.name and not one_each and any(_counts_in(name, spot.unit.name) for name in listing.names):
            continue  # 省级2项、市级3项 are five 项, not two; of 最美楼栋10栋、好邻居18名 none counts 栋
        label = pieces(_label_of(reading, listing))
        labelled = reading.known.by_id[listing.fact].label
        if spot.unit.name in _LIVING and any(_FIGURE.search(name) for name in listing.names):
            continue  # 护路员12名、保洁员19名 are no two households
        # 金奖3件、银奖5件 are no names to be announced in the sentence before.
        counted = all(COUNTED_ITEM.search(name) for name in listing.names)
        close = here if counted else near
        named = [name for name in listing.names if mentions(here if counted else around, name)]
        spoken = sum(piece in (close if labelled else reading.text[slice(*spot.clause)]) for piece in label)
        if len(named) >= 2 or (named and len(listing.names) <= 3) or (label and spoken >= max(1, len(label) / 2)):
            ahead = sum(mentions(reading.text[spot.clause[0] : spot.mention.start], name) for name in named)
            yield Tally(listing.names, (listing.fact,), sure=ahead >= 2)
        elif _counts_one_of(reading, spot, labelled):
            yield Tally(listing.names, (listing.fact,), sure=True)
        elif _tells_the_same(reading, spot, listing) if not labelled else _counts_label(reading, spot, labelled):
            yield Tally(listing.names, (listing.fact,), known=False)


def _counts_one_of(reading: Reading, spot: Spot, label: str) -> bool:
    """Say whether what stands alone behind a number is one of what a label names together: 五个班 of 班级."""
    sign = COLLECTIVES.get(label[-_NOUN:], "")
    alone = bool(sign) and reading.text.startswith(sign, spot.unit_end)
    return alone and _ALONE.match(reading.text, spot.unit_end + len(sign)) is not None


def _counts_label(reading: Reading, spot: Spot, label: str) -> bool:
    """Say whether what stands right behind a number is what a list's label ends in: 六个民族 of 居住民族."""
    return len(label) > _NOUN and reading.text.startswith(label[-_NOUN:], spot.unit_end)


def _tells_the_same(reading: Reading, spot: Spot, listing: Listing) -> bool:
    """Say whether the clause says of a number what a statement says of what it lists: 与3家单位签订共建协议."""
    own = pieces(reading.text[slice(*spot.clause)])
    return len(own) >= _SLIP and sum(p in listing.words for p in own) >= _FAIRLY * len(own)


def _counts_in(name: str, unit: str) -> bool:
    return name.endswith(unit) and COUNTED_ITEM.search(name) is not None


def _label_of(reading: Reading, listing: Listing) -> str:
    fact = reading.known.by_id[listing.fact]
    return fact.label or re.split("[：:]", fact.text)[0][:_LABEL] if fact.label or re.search("[：:]", fact.text) else ""
