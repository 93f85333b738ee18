"""Private words never leave the machine, and come back in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from drafter.models import FactSheet
from drafter.writing.masking import Mask, MaskedModel
from drafter.writing.prompts import Message


class Echo:
    """Answers with what it was told, in small pieces."""

    def __init__(self, size: int) -> None:
        self.told: list[str] = []
        self.size = size

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        text = messages[-1]["content"]
        self.told.append(text)
        return iter([text[i : i + self.size] for i in range(0, len(text), self.size)])


@pytest.mark.parametrize(
    "private",
    [
        "13912345678", "139 1234 5678", "+86 139-1234-5678", "029-87654321", "（029）87654321", "0919-4185678",
        "110101199003078515", "11010119900307851X", "110101900307851", "6222021234567890123", "6222 0212 3456 7890",
    ],
)  # fmt: skip
def test_numbers_of_persons_are_masked(private: str) -> None:
    hidden = Mask(()).hide(f"联系人电话{private}，详见附件。")
    assert private not in hidden
    assert hidden == "联系人电话〖密1〗，详见附件。"


@pytest.mark.parametrize(
    "plain",
    ["2024年5月12日", "6828人", "12345热线", "3600余棵", "1,234,567.89元", "0.8平方公里", "2023-05-12至2024-06-30"],
)
def test_figures_of_a_report_are_left_alone(plain: str) -> None:
    assert Mask(()).hide(plain) == plain


def test_names_marked_as_private_are_masked_the_longest_first() -> None:
    mask = Mask(("王芳", "王芳芳"))
    assert mask.hide("王芳芳和王芳参加") == "〖密1〗和〖密2〗参加"
    assert mask.restore("〖密2〗、【密1】、〖 密 1 〗") == "王芳、王芳芳、王芳芳"


def test_a_mark_that_nobody_gave_stays_to_be_found() -> None:
    assert Mask(()).restore("〖密9〗") == "〖密9〗"


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_a_model_never_sees_them_and_the_reply_has_them_back(size: int) -> None:
    text = "王芳（电话13912345678）慰问李奶奶【一等奖】。"
    echo = Echo(size)
    model = MaskedModel(echo, FactSheet(private=("王芳", "李奶奶")))
    assert "".join(model.stream([{"role": "user", "content": text}])) == text
    assert echo.told == ["〖密2〗（电话〖密1〗）慰问〖密3〗【一等奖】。"]
