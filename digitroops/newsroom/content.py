"""What a brief says, as one value: edited in a form, kept in rows, frozen in every published version."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Source:
    text: str
    source: str
    source_url: str = ""


@dataclass(frozen=True)
class Answered:
    question: str
    answer: str


@dataclass(frozen=True)
class Content:
    title: str
    summary: str
    messages: list[str] = field(default_factory=list)
    facts: list[Source] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)
    dos: list[str] = field(default_factory=list)
    donts: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def minutes(self) -> int:
        """Minutes it takes to read, at 200 words a minute and at least one."""
        words = [self.title, self.summary, *self.messages, *self.dos, *self.donts]
        words += [f"{fact.text} {fact.source}" for fact in self.facts]
        words += [f"{item.question} {item.answer}" for item in self.answers]
        return max(1, round(len(" ".join(words).split()) / 200))


def content_from(data: dict[str, Any]) -> Content:
    """The value of a published version's JSON."""
    return Content(
        **{
            **data,
            "facts": [Source(**fact) for fact in data.get("facts", [])],
            "answers": [Answered(**item) for item in data.get("answers", [])],
        }
    )


def lines_of(text: str) -> list[str]:
    """One entry a line, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
