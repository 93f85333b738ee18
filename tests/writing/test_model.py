"""The chat model against a real HTTP server: the protocol, retries, time limits, and a sentence for every failure."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from chat_server import FAILURES, ChatServer, Reply, Writer, failing, good_writer

from drafter.errors import ModelError
from drafter.writing.answers import Ending
from drafter.writing.model import Limits, OpenAIModel
from drafter.writing.model_errors import BrokenReplyError
from drafter.writing.probe import probe
from drafter.writing.prompts import Message
from drafter.writing.wire import Wire

ASK: list[Message] = [{"role": "user", "content": "请写一句话，电话保密。"}]
QUICK = Limits(connect=1, first_token=0.4, total=3, attempts=3)
KEY = "sk-very-secret-key"
_ROLE = b'data: {"choices": [{"delta": {"role": "assistant", "content": ""}}]}\n\n'
"""What a server sends before its first token."""


def _said(server: ChatServer, limits: Limits = QUICK) -> tuple[str, Ending]:
    stream = OpenAIModel(KEY, server.url, "fixture", limits).stream(ASK)
    text = ""
    while True:
        try:
            text += next(stream)
        except StopIteration as stop:
            return text, stop.value


def _problem(writer: Writer, limits: Limits = QUICK) -> str:
    with ChatServer(writer) as server, pytest.raises(ModelError) as caught:
        _said(server, limits)
    assert KEY not in str(caught.value)
    assert str(caught.value).endswith("。")
    return str(caught.value)


def _await(come_true: Callable[[], bool], seconds: float = 5) -> None:
    until = time.monotonic() + seconds
    while not come_true():
        assert time.monotonic() < until
        time.sleep(0.01)


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@dataclass
class _Stream:
    """A connection as the HTTP package tells of it."""

    made: socket.socket

    def get_extra_info(self, name: str) -> socket.socket | None:
        return self.made if name == "socket" else None


def _status(status: int, message: str = "", code: str = "", **headers: str) -> Writer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda messages: Reply(status=status, error={"message": message, "code": code}, headers=named)


def _sent(raw: bytes, content_type: str = "text/event-stream") -> Writer:
    return lambda messages: Reply(raw=raw, content_type=content_type)


def test_a_reply_comes_in_pieces_with_its_usage() -> None:
    with ChatServer(lambda messages: Reply("社区开展了志愿服务活动。", piece=4)) as server:
        assert _said(server) == ("社区开展了志愿服务活动。", Ending(False, 100, 50))
        assert server.requests[0]["messages"] == ASK
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_usage_that_a_server_does_not_tell_is_unknown() -> None:
    with ChatServer(lambda messages: Reply("好。", usage=None)) as server:
        assert _said(server)[1] == Ending(False, None, None)


def test_a_reply_cut_off_by_the_length_limit_says_so() -> None:
    with ChatServer(lambda messages: Reply("社区开展", finish="length")) as server:
        assert _said(server)[1].cut_off


def test_a_server_that_does_not_know_the_usage_option_is_asked_without_it() -> None:
    def write(messages: list[dict[str, str]]) -> Reply:
        if "stream_options" in server.requests[-1]:
            return Reply(status=400, error={"message": "Unknown field: stream_options"})
        return Reply("好。")

    with ChatServer(write) as server:
        assert _said(server)[0] == "好。"


def test_a_server_that_does_not_stream_is_understood() -> None:
    whole = b'{"choices": [{"message": {"content": "\xe5\xa5\xbd"}, "finish_reason": "stop"}]}'
    with ChatServer(lambda messages: Reply(raw=whole, content_type="application/json")) as server:
        assert _said(server) == ("好", Ending(False, None, None))


@pytest.mark.parametrize("kind", ["limited", "server_error", "reset_at_once", "hang", "error_in_stream"])
def test_what_may_pass_is_tried_again_before_the_first_token(kind: str) -> None:
    tries: list[int] = []

    def write(messages: list[dict[str, str]]) -> Reply:
        tries.append(1)
        return FAILURES[kind](Reply("好。")) if len(tries) < 2 else Reply("好。")

    with ChatServer(write) as server:
        assert _said(server)[0] == "好。"
        assert len(server.requests) == 2


def test_nothing_is_tried_again_once_a_token_has_come() -> None:
    with ChatServer(failing(lambda m: Reply("社区开展活动。" * 9), 1, 1, ["reset"])) as server:
        with pytest.raises(ModelError, match="中途断开"):
            _said(server)
        assert len(server.requests) == 1


def test_the_server_says_how_long_to_wait() -> None:
    moments: list[float] = []

    def write(messages: list[dict[str, str]]) -> Reply:
        moments.append(time.monotonic())
        return Reply(status=429, headers={"Retry-After": "1"}) if len(moments) == 1 else Reply("好。")

    with ChatServer(write) as server:
        assert _said(server)[0] == "好。"
    assert 1.0 <= moments[1] - moments[0] < 5.0


def test_a_wait_that_is_too_long_is_told_and_not_waited_for() -> None:
    asked: list[float] = []

    def write(messages: list[dict[str, str]]) -> Reply:
        asked.append(time.monotonic())
        return Reply(status=429, error={"message": "slow down"}, headers={"Retry-After": "300"})

    assert "300 秒后" in _problem(write)
    assert len(asked) == 1
    assert time.monotonic() - asked[0] < 30, "far less than the 300 s that the server asked for, on a busy machine too"


@pytest.mark.parametrize(
    ("writer", "says"),
    [
        (_status(401, f"Incorrect API key provided: {KEY}"), "密钥"),
        (_status(402, "Insufficient Balance"), "额度"),
        (_status(403, "forbidden"), "权限"),
        (_status(404, "The model `fixture` does not exist", "model_not_found"), "没有名为 fixture 的模型"),
        (_status(400, "Model Not Exist"), "没有名为 fixture 的模型"),
        (_status(404, "Not Found"), "/v1"),
        (_status(400, "This model's maximum context length is 4096 tokens"), "上下文"),
        (_status(400, "the request exceeds the available context size"), "上下文"),
        (_status(413, "payload"), "上下文"),
        (_status(429, "You exceeded your current quota", "insufficient_quota"), "额度"),
        (_status(429, "slow down", Retry_After="0"), "限制了请求次数"),
        (_status(503, "overloaded", Retry_After="0"), "503"),
        (_status(400, "bad request"), "不接受"),
        (failing(good_writer, 1, 1, ["html"]), "/v1"),
        (lambda messages: Reply(raw=b""), "/v1"),
        (failing(good_writer, 1, 1, ["wrong_json"]), "有残缺"),
        (_sent(b'data: \xff\xfe\n\n'), "有残缺"),
        (_sent(b'data: {"choices": [{"text": "\xe5\xa5\xbd"}]}\n\ndata: [DONE]\n\n'), "没有对话正文"),
        (_sent(b'data: {"choices": 5}\n\ndata: [DONE]\n\n'), "没有对话正文"),
        (_sent(b"[]", "application/json"), "没有对话正文"),
        (_sent(b'{"error": {"message": "model fixture not found"}}', "application/json"), "没有名为 fixture 的模型"),
        (_sent(_ROLE), "连接中断"),
        (lambda messages: Reply("好。" * 50, between=0.3), "没有写完"),
    ],
)  # fmt: skip
def test_each_failure_has_its_own_sentence(writer: Writer, says: str) -> None:
    assert says in _problem(writer, Limits(connect=1, first_token=1, total=2, attempts=2))


def test_a_server_that_says_nothing_is_hung_up_before_it_is_asked_again() -> None:
    with ChatServer(failing(good_writer, 1, 1, ["hang"])) as server:
        with pytest.raises(ModelError, match="没有开始回答"):
            _said(server, Limits(first_token=0.2, total=60, attempts=2))
        _await(lambda: len(server.hung_up) == 2)


def test_whoever_stops_waiting_for_the_first_word_hangs_up() -> None:
    with ChatServer(failing(good_writer, 1, 1, ["hang"])) as server:
        stream = OpenAIModel(KEY, server.url, "fixture").stream(ASK)
        assert next(stream) == ""
        _await(lambda: len(server.requests) == 1)
        stopped = time.monotonic()
        stream.close()
        _await(lambda: len(server.hung_up) == 1)
        assert server.hung_up[0] - stopped < 2


def test_a_handshake_that_gets_no_answer_is_hung_up_as_well() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        stream = OpenAIModel(KEY, f"https://127.0.0.1:{silent.getsockname()[1]}/v1", "fixture").stream(ASK)
        assert next(stream) == ""
        caller, _ = silent.accept()
        with caller:
            caller.settimeout(10)
            assert caller.recv(65536), "the client says hello first"
            stopped = time.monotonic()
            stream.close()
            while caller.recv(65536):
                pass
            assert time.monotonic() - stopped < 2


def test_a_connection_that_comes_about_after_the_stop_is_hung_up() -> None:
    wire = Wire()
    with socket.create_server(("127.0.0.1", 0)) as silent, wire.held():
        wire.hang_up()
        with socket.create_connection(silent.getsockname()) as made:
            wire.note("connection.connect_tcp.complete", {"return_value": _Stream(made)})
            caller, _ = silent.accept()
            with caller:
                caller.settimeout(10)
                assert caller.recv(1) == b""


def test_a_pause_between_two_tries_can_be_broken_off() -> None:
    with ChatServer(_status(429, "slow down", Retry_After="20")) as server:
        stream = OpenAIModel(KEY, server.url, "fixture").stream(ASK)
        while not server.requests:
            next(stream)
        stopped = time.monotonic()
        stream.close()
        assert time.monotonic() - stopped < 2


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are counted in /proc")
def test_no_connection_is_left_open_behind_a_reply() -> None:
    before = _open_files()
    with ChatServer(lambda messages: Reply("好。")) as server:
        model = OpenAIModel(KEY, server.url, "fixture", QUICK)
        for _ in range(20):
            assert "".join(model.stream(ASK)) == "好。"
        _await(lambda: _open_files() < before + 15)


def test_a_reply_that_falls_silent_in_its_middle_is_given_up_and_hung_up() -> None:
    with ChatServer(lambda messages: Reply("社区开展活动。" * 9, silent_after=2)) as server:
        with pytest.raises(BrokenReplyError, match=r"写到一半，有 0\.3 秒没有传来新的内容"):
            _said(server, Limits(silence=0.3, total=60))
        _await(lambda: len(server.hung_up) == 1)
        assert len(server.requests) == 1, "what has begun is not asked for again in here"


def test_a_reply_that_only_comes_slowly_is_waited_for() -> None:
    with ChatServer(lambda messages: Reply("社区开展活动。" * 3, piece=7, between=0.3)) as server:
        assert _said(server, Limits(silence=5, total=60))[0] == "社区开展活动。" * 3


def test_a_server_that_says_nothing_is_given_up() -> None:
    begun = time.monotonic()
    problem = _problem(failing(good_writer, 1, 1, ["hang"]), Limits(first_token=0.2, total=60, attempts=2))
    assert "没有开始回答" in problem
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://no-such-host.invalid/v1", "找不到"),
        ("localhost:8000/v1", "https://主机/v1"),
        ("ftp://example.com", "https://主机/v1"),
        ("http://[::1/v1", "https://主机/v1"),
        ("http://主 机/v1", "https://主机/v1"),
    ],
)
def test_a_wrong_address_is_told(address: str, says: str) -> None:
    with pytest.raises(ModelError, match=says):
        list(OpenAIModel(KEY, address, "fixture", QUICK).stream(ASK))


def test_a_port_where_nobody_listens_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(ModelError, match="拒绝连接"):
        list(OpenAIModel(KEY, address, "fixture", QUICK).stream(ASK))


def test_a_server_without_encryption_is_told_apart() -> None:
    with ChatServer(good_writer) as server, pytest.raises(ModelError, match="加密连接"):
        list(OpenAIModel(KEY, server.url.replace("http:", "https:"), "fixture", QUICK).stream(ASK))


@pytest.mark.parametrize("key", ["密钥", "sk 1", "sk-\n1"])
def test_a_key_that_no_header_can_hold_is_told(key: str) -> None:
    with pytest.raises(ModelError, match="密钥"):
        OpenAIModel(key, "http://127.0.0.1/v1", "fixture")


def test_a_reply_that_is_no_longer_wanted_is_hung_up() -> None:
    gone = threading.Event()

    def write(messages: list[dict[str, str]]) -> Reply:
        return Reply("社区开展活动。" * 400, between=0.1)

    with ChatServer(write) as server:
        stream = OpenAIModel(KEY, server.url, "fixture", QUICK).stream(ASK)
        next(stream)
        begun = time.monotonic()
        stream.close()
        gone.set()
    assert time.monotonic() - begun < 10


def test_keys_and_prompts_reach_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with ChatServer(failing(good_writer, 1, 1, ["server_error"])) as server, pytest.raises(ModelError):
        _said(server, Limits(attempts=2))
    with ChatServer(good_writer) as server:
        _said(server)
    assert KEY not in caplog.text
    assert "电话保密" not in caplog.text
    assert KEY not in repr(OpenAIModel(KEY, "http://127.0.0.1/v1", "fixture"))


def test_the_connection_is_tested_by_asking_for_one_word() -> None:
    with ChatServer(lambda messages: Reply("好")) as server:
        assert probe(OpenAIModel(KEY, server.url, "fixture", QUICK)) < 10
    with ChatServer(lambda messages: Reply("")) as server, pytest.raises(ModelError, match="空的"):
        probe(OpenAIModel(KEY, server.url, "fixture", QUICK))


@pytest.mark.parametrize(
    "broken",
    [
        Reply("好的，连接正常。", piece=1, reset_after=1),
        Reply(raw=b'data: {"choices": [{"delta": {"content": "\xe5\xa5\xbd"}}]}\n\n'),
    ],
)
def test_a_reply_that_breaks_off_after_its_first_word_fails_the_test(broken: Reply) -> None:
    with ChatServer(lambda messages: broken) as server, pytest.raises(ModelError, match="中途断开"):
        probe(OpenAIModel(KEY, server.url, "fixture", QUICK))


def test_a_model_that_chats_on_is_not_read_to_its_end() -> None:
    with ChatServer(lambda messages: Reply("好的，我在这里。" * 500, between=0.02)) as server:
        assert probe(OpenAIModel(KEY, server.url, "fixture", QUICK)) < 10


def test_any_iterator_of_strings_is_a_model() -> None:
    class Plain:
        def stream(self, messages: object) -> Iterator[str]:
            return iter(["好"])

    assert probe(Plain()) < 1
