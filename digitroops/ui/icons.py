"""Outline icons of Tabler, inlined: one SVG file for each in the folder `icons` beside this module."""

import re
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).parent / "icons"
NAME = re.compile(r"[a-z0-9-]+")
FRAME = '<path stroke="none" d="M0 0h24v24H0z" fill="none" />'


class UnknownIconError(LookupError):
    """No file of that name stands in the folder of icons."""


@cache
def shapes(name: str) -> SafeString:
    """The inner shapes of an icon, without its frame."""
    path = FOLDER / f"{name}.svg"
    if not NAME.fullmatch(name) or not path.is_file():
        raise UnknownIconError(f"No icon called {name!r} in {FOLDER.name}/")
    inner = path.read_text().partition(">")[2].rpartition("</svg>")[0].replace(FRAME, "")
    return mark_safe("".join(line.strip() for line in inner.splitlines()))  # noqa: S308 -- our own files


def icon(name: str, *, size: int = 20, label: str = "", classes: str = "") -> SafeString:
    """An inline icon; without a label it is hidden from screen readers."""
    kind = " ".join(filter(None, ["icon", f"icon-{size}" if size != 20 else "", classes]))
    if label:
        return format_html(
            '<svg class="{}" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>',
            kind,
            label,
            shapes(name),
        )
    return format_html('<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', kind, shapes(name))
