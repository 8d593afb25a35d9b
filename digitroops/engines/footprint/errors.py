"""What can go wrong in the footprint engine, as one tree of exceptions.

FootprintError
├── TextError        a file is not text
├── TermError        a custom term (phrase or pattern) cannot be used
├── LabelError       a training table cannot be learned from
└── WeightsError     a file of weights cannot be read
"""


class FootprintError(Exception):
    """Anything the footprint engine refuses; the message is fit for a person to read."""


class TextError(FootprintError):
    """A file holds something else than text."""


class TermError(FootprintError):
    """A custom term is empty, too long, or a pattern that RE2 does not accept."""


class LabelError(FootprintError):
    """A training table has too few rows, one class only, or no column of labels.

    `reason` is `columns`, `unreadable`, `too_few` or `one_class`; `count` the usable rows, where that matters.
    """

    def __init__(self, message: str, reason: str, count: int = 0) -> None:
        super().__init__(message)
        self.reason = reason
        self.count = count


class WeightsError(FootprintError):
    """A file of weights is missing, damaged or of another version."""
