"""What a model sends back becomes prose, or is recognised as useless."""

import pytest

from drafter.writing.replies import preview, read_reply

HEADINGS = ("加强组织领导，健全工作机制",)


@pytest.mark.parametrize(
    ("raw", "prose"),
    [
        ("<think>先想想</think>\n\n社区{{F1}}。", "社区{{F1}}。"),
        ("先想想</think>社区{{F1}}。", "社区{{F1}}。"),
        ("## 一、主要做法\n社区{{F1}}。", "社区{{F1}}。"),
        ("一、加强组织领导，健全工作机制\n社区{{F1}}。", "社区{{F1}}。"),
        ("加强组织领导，健全工作机制\n社区{{F1}}。", "社区{{F1}}。"),
        ("```markdown\n社区**{{F1}}**。\n```", "社区{{F1}}。"),
        ("- 社区{{F1}}。\n- 居民{{F2}}。", "社区{{F1}}。\n居民{{F2}}。"),
        ("首先，社区{{F1}}。其次，居民{{F2}}。最后，小结。", "社区{{F1}}。居民{{F2}}。小结。"),
        ("好的，以下是本节正文：\n社区{{F1}}。\n希望以上内容对您有所帮助！", "社区{{F1}}。"),
        ("社区{{F1}}", "社区{{F1}}。"),
        ("（一）社区{{F1}}，居民{{F2}}。", "社区{{F1}}，居民{{F2}}。"),
        ("| 项目 | 数 |\n|---|---|\n| 志愿者 | {{F1}} |", "志愿者{{F1}}。"),
        ("首先，其次，社区{{F1}}。", "社区{{F1}}。"),
        ("：社区有志愿者{{F1}}；\n巡逻队员{{F2}}。", "社区有志愿者{{F1}}；巡逻队员{{F2}}。"),
        ("社区{{F1}}。\nmendatang\nLet me know if you need changes.", "社区{{F1}}。"),
        ("最后一公里已经打通。", "最后一公里已经打通。"),
        ("收到居民来信，均已办结。", "收到居民来信，均已办结。"),
    ],
)
def test_only_prose_is_kept(raw: str, prose: str) -> None:
    reply = read_reply(raw, HEADINGS, cut_off=False)
    assert (reply.text, reply.fault) == (prose, "")


def test_the_torn_end_of_a_reply_that_was_cut_off_is_dropped() -> None:
    reply = read_reply("社区开展活动。组织了", HEADINGS, cut_off=True)
    assert reply.text == "社区开展活动。"
    assert reply.cleaned == ("没有写完的半句",)


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ("", "回答是空的"),
        (" \n ", "回答是空的"),
        ("<think>想了很久</think>", "回答是空的"),
        ("社区开展", "回答是空的"),
        ("抱歉，我无法为您撰写这份材料。", "模型拒绝写作"),
        ("作为一个AI语言模型，我不能提供。", "模型拒绝写作"),
        ("In 2024 we organised {{F3}} activities.", "回答不是中文"),
        ("The community 社区 organised many activities.", "回答不是中文"),
    ],
)
def test_a_useless_reply_is_recognised(raw: str, fault: str) -> None:
    assert read_reply(raw, HEADINGS, cut_off=raw == "社区开展").fault == fault


def test_a_long_text_that_speaks_of_regret_is_no_refusal() -> None:
    text = "遗憾的是，仍有居民没有参加。" + "社区组织居民清理楼道。" * 20
    assert read_reply(text, HEADINGS, cut_off=False).fault == ""


def test_a_reply_under_way_is_shown_without_thoughts_and_half_slots() -> None:
    assert preview("<think>还在想") == ""
    assert preview("社区现有{{F") == "社区现有"
    assert preview("社区现有{{F1}}人") == "社区现有{{F1}}人"
