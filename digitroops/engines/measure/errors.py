"""What can be wrong with a request for a figure.

MeasureError
└── MixedBasis   measured and estimated figures were to be added
"""


class MeasureError(ValueError):
    """A figure was asked of numbers that cannot give it."""


class MixedBasis(MeasureError):
    """Measured and estimated figures were to be added."""
