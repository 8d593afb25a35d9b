"""Account names as people type them: with @, as an address, with capitals."""

import re
from urllib.parse import urlsplit

NAME = re.compile(r"^[\w.\-]{1,80}(@[\w.\-]{3,100})?$")
CHANNEL = re.compile(r"uc[\w-]{22}", re.IGNORECASE)
PREFIXES = {"in", "user", "channel", "c", "profile", "people"}


def clean_handle(text: str, platform: str = "") -> str | None:
    """The bare account name, or None where there is none in it; on Mastodon with its server."""
    text, server = _of_address(text.strip()) if "/" in text else (text.strip(), "")
    text = text.lstrip("@").rstrip("/")
    if platform == "mastodon" and server and "@" not in text:
        text = f"{text}@{server}"
    return text.lower() if NAME.fullmatch(text) else None


def _of_address(text: str) -> tuple[str, str]:
    """The account's part of a web address, and its server."""
    address = urlsplit(text if "//" in text else f"//{text}")
    parts = [part for part in address.path.split("/") if part]
    if parts and parts[0].lower() in PREFIXES:
        parts = parts[1:]
    return (parts[0] if parts else ""), address.hostname or ""


def claimed_of(platform: str, handle: str) -> str | None:
    """The part of an account name that the platform's archive can confirm, or None where it holds none.

    YouTube's archive names the channel by its number, Bluesky's by its DID, Mastodon's by the name with its server.
    """
    if platform == "youtube":
        return handle if CHANNEL.fullmatch(handle) else None
    if platform == "bluesky" or (platform == "mastodon" and "@" not in handle):
        return None
    return handle


def is_another(platform: str, handle: str, found: str | None) -> bool:
    """Whether a Mastodon archive is of another name than the one that was given without its server."""
    bare = platform == "mastodon" and "@" not in handle
    return bool(bare and found and found.partition("@")[0].casefold() != handle.casefold())
