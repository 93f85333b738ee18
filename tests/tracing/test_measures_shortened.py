"""Measures told to fewer digits than their fact has them: rounded they stand, cut off or far rounded they don't."""

import pytest
from flagging import flags

SHEET = ("清淤渠道|14.3|公里", "健身步道|14|公里", "改厕补助|5.83|万元", "秸秆还田|63.8|吨", "平均工期|2.4|天")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("清淤渠道14公里。", []),
        ("清淤渠道15公里。", ["15"]),
        ("健身步道14公里。", []),
        ("健身步道14.3公里。", ["14.3"]),
        ("改厕补助5.8万元。", []),
        ("改厕补助5.9万元。", ["5.9万"]),
        ("改厕补助6万元。", []),
        ("改厕补助5万元。", ["5万"]),
        ("秸秆还田64吨。", []),
        ("秸秆还田63吨。", ["63"]),
        ("平均工期2天。", ["2"]),
    ],
)
def test_a_measure_is_rounded_to_the_digits_shown(text, wrong):
    assert flags(text, *SHEET) == wrong
