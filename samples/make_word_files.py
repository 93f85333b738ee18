"""Makes the .docx of each sample document from its .txt; run it after editing a .txt."""

from pathlib import Path

from drafter.models import Draft, Section
from drafter.structure.outline import outline_lines
from drafter.structure.read import read_lines
from drafter.word.export import docx_bytes

DOCUMENTS = Path(__file__).parent / "documents"


def main() -> None:
    """Write every .docx beside its .txt."""
    for path in sorted(DOCUMENTS.glob("*/*.txt")):
        lines = [line.text for line in read_lines(path)]
        (outline,) = outline_lines(read_lines(path))
        ending = [text for text in (outline.signature, outline.date) if text]
        body = lines[1 : len(lines) - len(ending)]
        draft = Draft(
            title=lines[0],
            unit=outline.signature,
            date=outline.date,
            document=path.parent.name,
            sections=(Section(key="text", heading="", text="\n".join(body)),),
        )
        path.with_suffix(".docx").write_bytes(docx_bytes(draft))


if __name__ == "__main__":
    main()
