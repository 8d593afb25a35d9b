"""Account names as people type them: with @, as an address, with capitals."""

import re
from urllib.parse import urlsplit

NAME = re.compile(r"^[\w.\-]{1,80}(@[\w.\-]{3,100})?$")
PREFIXES = {"in", "user", "channel", "c", "profile", "people"}


def clean_handle(text: str) -> str | None:
    """The bare account name, or None where there is none in it."""
    text = text.strip()
    if "/" in text:
        parts = [part for part in urlsplit(text if "//" in text else f"//{text}").path.split("/") if part]
        if parts and parts[0].lower() in PREFIXES:
            parts = parts[1:]
        text = parts[0] if parts else ""
    text = text.lstrip("@").rstrip("/")
    return text.lower() if NAME.fullmatch(text) else None
