"""Papers: letters and notes as PDF (PDF/UA-1, with tags), set by typst from plain blocks."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "paper.typ"


@dataclass(frozen=True, slots=True)
class Paper:
    """A title and blocks, in one language."""

    title: str
    sender: str
    lang: str = "id"
    foot: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)

    def heading(self, text: str) -> None:
        self.blocks.append({"kind": "heading", "text": str(text)})

    def text(self, text: str) -> None:
        self.blocks.append({"kind": "text", "text": str(text)})

    def quote(self, text: str) -> None:
        self.blocks.append({"kind": "quote", "text": str(text)})

    def bullets(self, items: Sequence[str]) -> None:
        self.blocks.append({"kind": "list", "items": [str(item) for item in items]})

    def rows(self, rows: Sequence[tuple[str, str]]) -> None:
        self.blocks.append({"kind": "rows", "rows": [[str(name), str(value)] for name, value in rows]})


def pdf_of(paper: Paper) -> bytes:
    """The paper as PDF; everything in it is plain text, nothing is read as markup."""
    content = {
        "title": paper.title,
        "sender": paper.sender,
        "lang": paper.lang,
        "foot": paper.foot,
        "blocks": [block for block in paper.blocks if block.get("items", True) and block.get("rows", True)],
    }
    made = typst.compile(
        str(TEMPLATE), sys_inputs={"paper": json.dumps(content)}, pdf_standards=["ua-1"], format="pdf"
    )
    assert isinstance(made, bytes)
    return made
