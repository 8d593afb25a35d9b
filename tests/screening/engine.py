"""A footprint engine of one rule, for tests that are not about the engine."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Evidence:
    kind: str
    name: str
    weight: float = 1.0


@dataclass(frozen=True)
class Reason:
    key: str
    parameters: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    category: str
    span: tuple
    evidence: tuple
    reason: Reason
    severity: int = 2
    confidence: float = 0.8


class OneRule:
    """Marks the word "goblok" as abusive and "slot gacor" as gambling."""

    def scan(self, text, *, created=None, kind="post"):
        words = {"goblok": "abusive", "slot gacor": "gambling"}
        return tuple(
            Found(
                category,
                (text.index(word), text.index(word) + len(word)),
                (Evidence("word", word),),
                Reason(f"{category}.x"),
            )
            for word, category in words.items()
            if word in text
        )


class Broken:
    def scan(self, text, **kwargs):
        raise ValueError("broken")
