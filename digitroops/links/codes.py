"""Codes of tracked links: short, readable aloud, and not to be guessed."""

import re
import secrets

#: Without 0 o, 1 i l, u v: letters and figures that people mix up.
ALPHABET = "23456789abcdefghjkmnpqrstwxyz"
LENGTH = 8
SHAPE = re.compile(r"[a-z0-9][a-z0-9-]{1,23}")


def new_code() -> str:
    """A random code; with 29 signs at 8 places one guess in 5 * 10**11 hits a given link."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def clean_code(text: str) -> str:
    """A code as it was typed, in its one spelling; empty when no code can look like this."""
    code = text.strip().lower()
    return code if SHAPE.fullmatch(code) else ""
