"""Codes of tracked links: short, readable aloud, and not to be guessed; and names that PR gives them beside."""

import re
import secrets

#: Without 0 o, 1 i l, u v: letters and figures that people mix up.
ALPHABET = "23456789abcdefghjkmnpqrstwxyz"
LENGTH = 8
SHAPE = re.compile(r"[a-z0-9][a-z0-9-]{1,23}")
ALIAS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SHORTEST_ALIAS, LONGEST_ALIAS = 4, 24
#: Addresses of our own, which a name must never stand in the way of, and words that would promise too much.
RESERVED = frozenset(
    [
        "admin",
        "administrator",
        "account",
        "akun",
        "api",
        "academy",
        "archive",
        "assets",
        "audit",
        "crisis",
        "digitroops",
        "export",
        "favicon",
        "files",
        "goals",
        "health",
        "healthz",
        "help",
        "bantuan",
        "home",
        "humas",
        "insight",
        "jadi",
        "links",
        "live",
        "login",
        "logout",
        "masuk",
        "keluar",
        "manifest",
        "media",
        "messages",
        "metrics",
        "newsroom",
        "official",
        "resmi",
        "people",
        "presence",
        "programme",
        "programmes",
        "qr",
        "recruitment",
        "robots",
        "screening",
        "security",
        "search",
        "server",
        "set-up",
        "sharing",
        "sign-in",
        "sign-out",
        "sitemap",
        "static",
        "status",
        "support",
        "test",
        "ukuran",
        "unknown",
        "utm",
        "well-known",
        "worker",
    ]
)


class AliasRefused(Exception):
    """The name cannot be given; `args[0]` says why: taken, reserved or shape."""

    TAKEN, RESERVED, SHAPE = "taken", "reserved", "shape"


def new_code() -> str:
    """A random code; with 29 signs at 8 places one guess in 5 * 10**11 hits a given link."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def clean_code(text: str) -> str:
    """A code as it was typed, in its one spelling; empty when no code can look like this."""
    code = text.strip().lower()
    return code if SHAPE.fullmatch(code) else ""


def alias_from(text: str) -> str:
    """A name in its one spelling: small letters, spaces as hyphens. Raises AliasRefused."""
    alias = re.sub(r"[\s_]+", "-", text.strip().lower())
    if not SHORTEST_ALIAS <= len(alias) <= LONGEST_ALIAS or not ALIAS.fullmatch(alias):
        raise AliasRefused(AliasRefused.SHAPE)
    if alias in RESERVED:
        raise AliasRefused(AliasRefused.RESERVED)
    return alias
