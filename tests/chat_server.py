"""A real HTTP server on the loopback address that speaks the OpenAI chat-completions protocol, with scripted writers.

    with ChatServer(good_writer) as server:
        OpenAIModel("key", server.url, "fixture")

or as a process: python tests/chat_server.py --port 8765 --writer careless

A writer is a function from the request's messages to a Reply. `good_writer` uses the slots that the prompt offers;
`careless_writer` does all that a poor model does; `failing` makes any writer's server fail now and then.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import select
import socket
import struct
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Messages = list[dict[str, str]]


@dataclass(frozen=True)
class Reply:
    """What the server answers, and how badly."""

    text: str = ""
    status: int = 200
    error: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    before: float = 0.0
    """Seconds of silence before anything is sent."""
    between: float = 0.0
    """Seconds between two pieces."""
    piece: int = 12
    """Characters in one piece."""
    finish: str = "stop"
    usage: tuple[int, int] | None = (100, 50)
    silent_after: int | None = None
    """After this many pieces nothing comes any more, on a connection that stays."""
    reset_after: int | None = None
    """After this many pieces the connection is reset."""
    raw: bytes | None = None
    """Sent instead of a stream, as it is."""
    content_type: str = "text/event-stream; charset=utf-8"


Writer = Callable[[Messages], Reply]


# -- reading a prompt as a model would --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Offered:
    """One line of the prompt's fact table: {{name}} words."""

    name: str
    shown: str


def offered_slots(messages: Messages) -> list[Offered]:
    """Return the slots that the first user message offers."""
    asked = next(m["content"] for m in messages if m["role"] == "user")
    fence = asked.split("<facts>", 1)[-1].split("</facts>", 1)[0]
    return [Offered(*found) for found in re.findall(r"^\{\{([^}]+)\}\} (.*)$", fence, re.M)]


def is_repair(messages: Messages) -> bool:
    """Whether the section is sent back with reasons."""
    return messages[-1]["content"].startswith("程序核对了")


def _label(slot: Offered) -> str:
    return re.split(r"[ ：（]", slot.shown, maxsplit=1)[0]


def _sentence(slot: Offered) -> str:
    if "：" in slot.shown or " " not in slot.shown:
        return f"{{{{{slot.name}}}}}。"
    return f"{_label(slot)}{{{{{slot.name}}}}}。"


def good_writer(messages: Messages) -> Reply:
    """Write one short sentence for each fact, with its slot."""
    slots = [s for s in offered_slots(messages) if "." not in s.name]
    return Reply("".join(_sentence(s) for s in slots) or "本年度，社区按照上级部署推进创建工作。")


def careless_writer(seed: int) -> Writer:
    """Return a writer with the faults of a poor model; the same seed and prompt make the same faults."""

    def write(messages: Messages) -> Reply:
        rng = random.Random(f"{seed}|{messages}")
        slots = [s for s in offered_slots(messages) if "." not in s.name]
        kept = [s for s in slots if rng.random() > 0.15]
        sentences = [_careless_sentence(rng, s, slots) for s in kept]
        if rng.random() < 0.5:
            sentences.insert(rng.randrange(len(sentences) + 1), rng.choice(_INVENTED).format(n=rng.randint(51, 98)))
        return _spoil(rng, "".join(sentences) or "社区按照部署推进创建工作。")

    return write


_INVENTED = (
    "居民满意率达到{n}.7%。", "全年共组织活动{n}场次。", "比上年增长{n}.3%。", "累计投入资金{n}万元。",
    "参与居民超过{n}00人次。", "获评全市第{n}名。", "{{{{F{n}}}}}的居民表示满意。",
)  # fmt: skip


def _careless_sentence(rng: random.Random, slot: Offered, slots: Sequence[Offered]) -> str:
    fault = rng.random()
    digits = re.search(r"\d+", slot.shown)
    if fault < 0.12 and digits:
        wrong = str(int(digits.group()) + rng.randint(1, 9) * 10 ** (len(digits.group()) - 1))
        return f"{_label(slot)}达到{slot.shown[digits.start() : digits.end()].replace(digits.group(), wrong)}。"
    if fault < 0.20:
        other = rng.choice(slots)
        return f"{_label(slot)}{{{{{other.name}}}}}。"
    if fault < 0.26:
        return f"{_label(slot)}{{{slot.name}}}。"
    if fault < 0.32:
        return f"其中{_label(slot)}｛｛{slot.name}｝｝余人。"
    if fault < 0.38:
        return f"{slot.shown.split('（')[0].replace(' ', '')}。"
    if fault < 0.42:
        return f"{_label(slot)} {slot.name}。"
    return _sentence(slot)


def _spoil(rng: random.Random, text: str) -> Reply:
    fault = rng.random()
    if fault < 0.03:
        return Reply("In 2024, the community organised 36 activities and served 1,200 residents with great success.")
    if fault < 0.06:
        return Reply("抱歉，作为一个AI语言模型，我无法为您撰写这份材料。")
    if fault < 0.09:
        return Reply("")
    if fault < 0.15:
        return Reply(text[: max(1, len(text) * 2 // 3)], finish="length")
    if fault < 0.25:
        return Reply(f"<think>本节要写 {rng.randint(3, 9)} 条事实……</think>\n\n{text}")
    if fault < 0.33:
        return Reply(f"## 一、{rng.choice(['创建工作', '主要做法'])}\n\n**首先**，{text}\n\n- 其次，工作有序推进。\n")
    if fault < 0.38:
        return Reply(f"```markdown\n{text}\n```")
    if fault < 0.43:
        return Reply(f"好的，以下是本节正文：\n\n{text}\n\n希望以上内容对您有所帮助！")
    return Reply(text)


def failing(writer: Writer, share: float, seed: int, kinds: Sequence[str] = ()) -> Writer:
    """Return a writer whose server fails at this share of requests, by the kinds of FAILURES."""
    rng = random.Random(seed)
    lock = threading.Lock()
    chosen = tuple(kinds) or tuple(FAILURES)

    def write(messages: Messages) -> Reply:
        with lock:
            kind = rng.choice(chosen) if rng.random() < share else ""
        reply = writer(messages)
        return FAILURES[kind](reply) if kind else reply

    return write


FAILURES: dict[str, Callable[[Reply], Reply]] = {
    "limited": lambda reply: Reply(status=429, headers={"Retry-After": "0"}, error={"message": "rate limit reached"}),
    "server_error": lambda reply: Reply(status=500, error={"message": "internal error"}),
    "reset": lambda reply: replace(reply, reset_after=1),
    "reset_at_once": lambda reply: replace(reply, reset_after=0),
    "hang": lambda reply: replace(reply, before=3600.0),
    "wrong_json": lambda reply: replace(reply, raw=b'data: {"choices": [{"delta": {"content": \n\n'),
    "error_in_stream": lambda reply: replace(reply, raw=b'data: {"error": {"message": "boom", "code": 500}}\n\n'),
    "html": lambda reply: replace(reply, raw=b"<html><body>hello</body></html>", content_type="text/html"),
}


# -- the server -------------------------------------------------------------------------------------------------------


class ChatServer:
    """The server: `url` is the endpoint, `requests` holds the body of every chat request, in order of arrival."""

    def __init__(self, writer: Writer, port: int = 0) -> None:
        self.writer = writer
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.hung_up: list[float] = []
        """When a client has gone that was kept waiting."""
        self.closing = threading.Event()
        self._http = _Http(("127.0.0.1", port), _Handler)
        self._http.chat = self
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def serve(self) -> None:
        """Serve until closed."""
        self._http.serve_forever(poll_interval=0.02)

    def __enter__(self) -> ChatServer:
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    chat: ChatServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a client hangs up: that is what a stop does."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self._json(200, {"object": "list", "data": [{"id": "fixture", "object": "model"}]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        chat = self.server.chat
        if not self.path.endswith("/v1/chat/completions"):
            self._json(404, {"error": {"message": "Not Found"}})
            return
        chat.requests.append(body)
        chat.headers.append({name.lower(): value for name, value in self.headers.items()})
        reply = chat.writer(body["messages"])
        if reply.before and self._kept_waiting(reply.before):
            return
        if reply.error is not None or reply.status != 200:
            self._json(reply.status, {"error": reply.error or {"message": "error"}}, reply.headers)
        else:
            self._stream(reply, body)

    def _kept_waiting(self, seconds: float) -> bool:
        """Say nothing for so long; return whether the client has gone meanwhile, or the server closes."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.server.chat.closing.is_set():
            if select.select([self.connection], [], [], 0.02)[0] and not self.connection.recv(1, socket.MSG_PEEK):
                self.server.chat.hung_up.append(time.monotonic())
                self.close_connection = True
                return True
        return self.server.chat.closing.is_set()

    def _json(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
        content = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _stream(self, reply: Reply, body: dict[str, Any]) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Connection", "close")
        self.end_headers()
        if reply.raw is not None:
            self.wfile.write(reply.raw)
            return
        pieces = [reply.text[i : i + reply.piece] for i in range(0, len(reply.text), reply.piece)]
        for n, piece in enumerate(pieces):
            if n == reply.reset_after:
                self._reset()
                return
            if n == reply.silent_after and self._kept_waiting(3600):
                return
            self._event({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
            if reply.between:
                time.sleep(reply.between)
        if reply.reset_after is not None:
            self._reset()
            return
        self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": reply.finish}]})
        if reply.usage and (body.get("stream_options") or {}).get("include_usage"):
            used = {"prompt_tokens": reply.usage[0], "completion_tokens": reply.usage[1]}
            self._event({"choices": [], "usage": {**used, "total_tokens": sum(reply.usage)}})
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, part: dict[str, Any]) -> None:
        chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "fixture", **part}
        self.wfile.write(f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode())

    def _reset(self) -> None:
        time.sleep(0.05)  # A reset throws away what the client has not read yet.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


def main() -> None:
    """Serve one writer until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--writer", choices=("good", "careless"), default="good")
    parser.add_argument("--failing", type=float, default=0.0, help="share of requests that fail")
    given = parser.parse_args()
    writer = good_writer if given.writer == "good" else careless_writer(1)
    server = ChatServer(failing(writer, given.failing, 1), given.port)
    print(server.url, flush=True)
    server.serve()


if __name__ == "__main__":
    main()
