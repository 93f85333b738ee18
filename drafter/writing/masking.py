"""Private data never leaves the machine: masked in every message that goes to a model, restored in its reply.

Masked are phone, ID-card and bank-card numbers wherever they stand, and the names that staff have marked as private.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Generator, Iterable, Sequence

from drafter.errors import ModelError
from drafter.models import FactSheet
from drafter.writing.answers import Ending
from drafter.writing.model import ChatModel
from drafter.writing.prompts import Message

# ID cards (18 signs, or 15 of the first generation), bank cards (16 to 19 digits, also in groups of four), mobile
# phones, and landlines with their area code. No figure of a report is that long.
_NUMBERS = re.compile(
    r"(?<![\dA-Za-z.])(?:"
    r"\d{17}[\dXx]|\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?|\d{15}"
    r"|(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}"
    r"|(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3}[ -]?)[2-8]\d{6,7}"
    r")(?![\dA-Za-z])"
)
_MARK = re.compile(r"[〖【\[〔]\s*密\s*(\d+)\s*[〗】\]〕]")
_UNFINISHED_MARK = re.compile(r"[〖【\[〔][^〗】\]〕\n]{0,8}$")


class Mask:
    """The private words of one document and the marks that stand for them: 13912345678 is 〖密1〗."""

    def __init__(self, names: Iterable[str]) -> None:
        kept = sorted({n for n in names if n.strip()}, key=lambda n: (-len(n), n))
        self._names = re.compile("|".join(map(re.escape, kept))) if kept else None
        self._marks: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._lock = threading.Lock()

    def hide(self, text: str) -> str:
        """Return the text with each private word replaced by its mark."""
        hidden = _NUMBERS.sub(self._mark, text)
        return self._names.sub(self._mark, hidden) if self._names else hidden

    def restore(self, text: str) -> str:
        """Return the text with each known mark replaced by its word; an unknown mark stays, and is found as residue."""
        return _MARK.sub(lambda m: self._words.get(m.group(1), m.group()), text)

    def holds_private(self, text: str) -> bool:
        """Whether a text still holds a private word."""
        return bool(_NUMBERS.search(text) or (self._names and self._names.search(text)))

    def _mark(self, found: re.Match[str]) -> str:
        word = found.group()
        with self._lock:
            if word not in self._marks:
                number = str(len(self._marks) + 1)
                self._marks[word], self._words[number] = f"〖密{number}〗", word
            return self._marks[word]


class MaskedModel:
    """A chat model that never sees the private words of a document."""

    def __init__(self, model: ChatModel, sheet: FactSheet) -> None:
        self._model = model
        self._mask = Mask(sheet.private)

    def stream(self, messages: Sequence[Message]) -> Generator[str, None, Ending | None]:
        """Yield the pieces of the reply with the private words back in their places. Raises ModelError."""
        hidden: list[Message] = [{"role": m["role"], "content": self._mask.hide(m["content"])} for m in messages]
        if any(self._mask.holds_private(m["content"]) for m in hidden):
            raise ModelError("提示里还有没能遮住的个人信息，没有发给模型：请在事实里改写这些内容后再试。")
        stream = self._model.stream(hidden)
        held = ""
        try:
            while True:
                held += next(stream)
                unfinished = _UNFINISHED_MARK.search(held)
                ready = held[: unfinished.start()] if unfinished else held
                held = held[len(ready) :]
                yield self._mask.restore(ready)
        except StopIteration as stop:
            if held:
                yield self._mask.restore(held)
            return stop.value if isinstance(stop.value, Ending) else None
        finally:
            if isinstance(stream, Generator):
                stream.close()
