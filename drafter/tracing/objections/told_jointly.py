"""Two numbers side by side that words behind the second tell both: 72户、230名贫困人口中已有61户、195人脱贫."""

from __future__ import annotations

import re

from drafter.tracing.fits import Fits
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.vocabulary import GENERIC

_JOINED = ("", "、")
_JOINTS = ("、", "和", "与", "及", "，")
_WORD = re.compile("[\u4e00-\u9fff]")
_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))


def telling(reading: Reading, spot: Spot) -> Fits:
    """Return the fits of the number whose words tell what a number counts: in 72户、230名贫困人口 those of the 230.

    What stands before the 61 of 230名贫困人口中已有61户、195人脱贫 speaks of the 230.
    """
    behind = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if behind is None or reading.text[spot.unit_end : behind.mention.start] not in _JOINED:
        return reading.fits[spot.at]
    words = reading.text[slice(*spot.before)]
    of_another = spot.before[0] > spot.clause[0] and not words.startswith(_JOINTS)
    untold = of_another or not _WORD.search(_WIDE.sub("", words))
    return reading.fits[behind.at if untold and _WORD.search(reading.text, *behind.after) else spot.at]
