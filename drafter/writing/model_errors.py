"""What can go wrong with a chat model, each kind in one Chinese sentence with the next thing to do.

The server's own words are never passed on: they may repeat the key or the prompt.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from drafter.errors import ModelError

if TYPE_CHECKING:
    from openai import APIStatusError

_TOO_LONG = re.compile(
    r"context.{0,20}(length|size|window)|maximum context|too (long|many tokens)|max.{0,12}tokens", re.I
)
_NO_MODEL = re.compile(
    r"model.{0,80}(not|n't|no such|invalid|unknown|unsupported)|(not|unknown|invalid).{0,20}model", re.I
)
_NO_MONEY = re.compile(r"quota|balance|billing|credit|arrear", re.I)


class TransientError(ModelError):
    """The server could not answer this time; the same request may well succeed in a moment."""

    def __init__(self, sentence: str, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.wait = wait
        """Seconds that the server asked to wait (Retry-After), or None."""


class BrokenReplyError(ModelError):
    """The reply broke off after it had begun: nothing to retry here, but the section may be asked for anew."""


def no_first_token(seconds: float) -> ModelError:
    """Explain a server that accepted the request and said nothing."""
    return TransientError(f"模型服务在 {seconds:g} 秒内没有开始回答：请稍后再试，或换一个更快的模型。")


def too_slow(seconds: float) -> ModelError:
    """Explain a reply that did not end in time."""
    return BrokenReplyError(f"模型在 {seconds:g} 秒内没有写完：请稍后再试，或换一个更快的模型。")


def fell_silent(seconds: float) -> ModelError:
    """Explain a reply that stopped in its middle without a word, on a connection that still stands."""
    return BrokenReplyError(
        f"模型写到一半，有 {seconds:g} 秒没有传来新的内容：请再试一次；若反复如此，请换一个更稳定的模型服务。"
    )


def broke_off() -> ModelError:
    """Explain a connection that was lost in the middle of a reply."""
    return BrokenReplyError("模型服务在回答中途断开了连接：请再试一次；若反复如此，请检查网络或换一个模型服务。")


def lost(host: str) -> ModelError:
    """Explain a connection that was lost before the reply began."""
    return TransientError(f"与模型服务 {host} 的连接中断：请检查网络，稍后再试。")


def torn(begun: bool) -> ModelError:
    """Explain data that can't be read at all, from the start of an answer or from somewhere in its middle."""
    kind = BrokenReplyError if begun else TransientError
    return kind(
        "模型服务传来的数据有残缺，读不出来：请再试一次；若反复如此，请检查中间的代理或网关，或换一个模型服务。"
    )


def no_chat(events: bool) -> ModelError:
    """Explain an answer that can be read and is none of a chat: other data, or a page."""
    if events:
        return ModelError(
            "模型服务的回答读得出，里面却没有对话正文：请确认所填的是聊天模型和它的接口地址，"
            "或换一个兼容 OpenAI 聊天接口的服务。"
        )
    return ModelError(
        "模型服务的回答不是对话接口的格式：请检查服务地址（通常以 /v1 结尾），或换一个兼容 OpenAI 接口的服务。"
    )


def explain(error: Exception, host: str, model: str) -> ModelError:
    """Return the sentence for an error of the openai package, before the first token of a reply."""
    from openai import APIConnectionError, APIStatusError, APITimeoutError

    if isinstance(error, APIStatusError):
        return _explain_status(error, model)
    if isinstance(error, APITimeoutError):
        return TransientError(f"连接模型服务 {host} 超时：请检查网络和服务地址，稍后再试。")
    if isinstance(error, APIConnectionError):
        return _explain_connection(error, host)
    return _explain_words(str(error), model) or TransientError("模型服务报告内部错误：请稍后再试，或换一个模型。")


def _explain_connection(error: Exception, host: str) -> ModelError:
    causes = list(_causes(error))
    if any(isinstance(c, socket.gaierror) for c in causes):
        return ModelError(f"找不到模型服务的主机 {host}：请检查服务地址的拼写，以及本机能否上网。")
    if any(isinstance(c, ssl.SSLError) for c in causes):
        return ModelError(
            f"与模型服务 {host} 的加密连接没有建立：请检查地址该用 https 还是 http，以及服务的证书是否有效。"
        )
    if any(isinstance(c, ConnectionRefusedError) for c in causes):
        return ModelError(f"模型服务 {host} 拒绝连接：请确认服务已经启动，地址和端口没有写错。")
    if any(type(c).__name__ == "UnsupportedProtocol" for c in causes):
        return ModelError("模型服务地址不可用：请写成 https://主机/v1 或 http://主机:端口/v1 的形式。")
    return lost(host)


def _explain_status(error: APIStatusError, model: str) -> ModelError:
    status, words = error.status_code, f"{error.code or ''} {error.message}"
    if status == 401:
        return ModelError("模型服务不认这个密钥（401）：请检查密钥是否完整、是否属于这个服务。")
    if status == 402 or (status == 429 and _NO_MONEY.search(words)):
        return ModelError(f"模型服务的额度已用完（{status}）：请充值，或换一个密钥。")
    if status == 403:
        return ModelError("模型服务不允许这个密钥使用此模型（403）：请在服务商处开通权限，或换一个模型。")
    if status == 404:
        return _explain_words(words, model) or ModelError(
            "模型服务没有这个接口地址（404）：请检查服务地址，通常以 /v1 结尾。"
        )
    if status == 413:
        return _too_long()
    if status == 429:
        return _limited(error)
    if status in (408, 409) or status >= 500:
        return TransientError(f"模型服务暂时出错（{status}）：请稍后再试。", _retry_after(error))
    return _explain_words(words, model) or ModelError(
        f"模型服务不接受这个请求（{status}）：请检查模型名称 {model} 和服务地址是否配套。"
    )


def _explain_words(words: str, model: str) -> ModelError | None:
    if _TOO_LONG.search(words):
        return _too_long()
    if _NO_MODEL.search(words):
        return ModelError(f"模型服务上没有名为 {model} 的模型：请核对模型名称，或在服务上先装好它。")
    return None


def _too_long() -> ModelError:
    return ModelError("本节的事实超过了模型的上下文长度：请减少或缩短本节的事实，或换一个上下文更长的模型。")


def _limited(error: APIStatusError) -> ModelError:
    wait = _retry_after(error)
    when = f" {wait:.0f} 秒后" if wait else "稍后"
    return TransientError(f"模型服务限制了请求次数（429）：请{when}再试，或把同时写的节数调小。", wait)


def _retry_after(error: APIStatusError) -> float | None:
    headers = error.response.headers
    if re.fullmatch(r"\d+", milliseconds := headers.get("retry-after-ms", "")):
        return int(milliseconds) / 1000
    given = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d+(\.\d+)?", given):
        return float(given)
    try:
        moment = parsedate_to_datetime(given)
        now = parsedate_to_datetime(headers["date"])
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, TypeError, KeyError):
        return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
