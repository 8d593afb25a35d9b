"""What can go wrong in the footprint engine, as one tree of exceptions.

FootprintError
├── TermError        a custom term (phrase or pattern) cannot be used
├── LabelError       a training table cannot be learned from
└── WeightsError     a file of weights cannot be read
"""


class FootprintError(Exception):
    """Anything the footprint engine refuses; the message is fit for a person to read."""


class TermError(FootprintError):
    """A custom term is empty, too long, or a pattern that RE2 does not accept."""


class LabelError(FootprintError):
    """A training table has too few rows, one class only, or labels nobody knows."""


class WeightsError(FootprintError):
    """A file of weights is missing, damaged or of another version."""
