"""Filters and tags of the look; formats and geometry live in their own modules."""

import secrets
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html_join, json_script
from django.utils.safestring import SafeString, mark_safe

from digitroops.ui import drawing, fields, formats, notes, toasts
from digitroops.ui import icons as icon_files

register = template.Library()

for name in (
    "rupiah",
    "range_rupiah",
    "compact",
    "size",
    "day",
    "day_short",
    "weekday",
    "clock",
    "moment",
    "initials",
):
    register.filter(name, getattr(formats, name))

register.filter("number", lambda value, digits=0: formats.number(value, int(digits)))
register.filter("percent", lambda ratio, digits=1: formats.percent(ratio, int(digits)))
register.filter("ago", lambda value: formats.ago(value))  # noqa: PLW0108 -- the clock is no argument here
register.filter("undo", toasts.undo_of)

SERIES = 8
CHART_FORMATS: dict[str, Callable[[object], str]] = {
    "number": formats.number,
    "rupiah": formats.rupiah,
    "percent": formats.percent,
}


@register.filter
def series(value: object, name: str = "") -> int:
    """The series 1 to 8 of a unit; without one, a steady choice by name."""
    if isinstance(value, int) and value > 0:
        return (value - 1) % SERIES + 1
    if str(value).isdigit() and int(str(value)):
        return (int(str(value)) - 1) % SERIES + 1
    return zlib.crc32(name.encode()) % SERIES + 1


@register.filter
def attributes(attrs: Mapping[str, Any]) -> SafeString:
    """What a component was given beyond its own arguments, escaped, for its outer element."""
    hidden: Iterable[str] = getattr(attrs, "_exclude_from_str", ())
    given = [
        (key, value) for key, value in attrs.items() if key not in hidden and value not in (None, False, "")
    ]
    bare = format_html_join("", " {}", ((key,) for key, value in given if value is True))
    full = format_html_join(
        "", ' {}="{}"', ((key, _quoted(value)) for key, value in given if value is not True)
    )
    return bare + full


def _quoted(value: Any) -> SafeString:
    return mark_safe(conditional_escape(value).replace('"', "&quot;"))  # noqa: S308 -- escaped on this line


@register.simple_tag
def measure_note(key: str) -> notes.Note:
    return notes.note_of(key)


@register.simple_tag
def icon(name: str, size: int = 20, label: str = "", classes: str = "") -> SafeString:
    return icon_files.icon(name, size=int(size), label=label, classes=classes)


@register.simple_tag
def donut(value: float, total: float) -> drawing.Donut:
    return drawing.donut(float(value), float(total))


@register.simple_tag
def columns(values: Sequence[float]) -> list[drawing.Column]:
    return drawing.columns([float(v) for v in values])


@register.simple_tag
def interval(low: float, mid: float, high: float, marker: float | str = "") -> drawing.Range:
    return drawing.interval(float(low), float(mid), float(high), float(marker) if marker != "" else None)


@register.simple_tag
def matrix(
    rows: Sequence[Sequence[float]],
    series: Sequence[int],
    mark: Sequence[int] | str = (),
    top: float | str = 1.0,
) -> drawing.Matrix:
    pair = (int(mark[0]), int(mark[1])) if len(mark) == 2 else None
    return drawing.matrix(rows, series, pair, float(top))


@register.simple_tag
def share(value: float, total: float) -> float:
    return drawing.share(float(value), float(total))


@register.simple_tag
def largest(items: Sequence[Mapping[str, Any]]) -> float:
    return max((float(item["value"] or 0) for item in items), default=0.0)


@register.filter
def at(sequence: Sequence[Any], index: int) -> Any:
    return sequence[index] if index < len(sequence) else ""


@register.filter
def widths(digits: int) -> range:
    return range(int(digits))


@register.filter
def whole(value: object) -> int:
    return int(str(value))


@register.filter
def plain(value: float) -> str:
    """A number as SVG and HTML attributes want it, whatever the language."""
    return f"{value:g}"


@register.filter
def first_word(name: str) -> str:
    return name.split(" ", 1)[0]


@register.simple_tag
def unique_id(prefix: str) -> str:
    """An id no other element has, also not one that htmx brings in later."""
    return f"{prefix}-{secrets.token_hex(4)}"


@register.simple_block_tag
def capture(content: str) -> str:
    """Keep a rendered block for a second place: {% capture as name %}…{% endcapture %}."""
    return content


@register.simple_tag
def art_url(name: str) -> str:
    return static(f"ui/art/{name}.svg")


@register.simple_tag(takes_context=True)
def page_link(context: Context, param: str, number: int) -> str:
    """The address of another page of the same list, with its filters."""
    query = context["request"].GET.copy() if "request" in context else QueryDict(mutable=True)
    query[param] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def chart_data(data: Mapping[str, Any], element_id: str) -> SafeString:
    return json_script(data, f"{element_id}-data")


@register.simple_tag
def chart_value(values: Sequence[float | None], row: int, kind: str = "number") -> str:
    """One cell of the table behind a chart."""
    value = values[row] if row < len(values) else None
    return CHART_FORMATS.get(kind, formats.number)(value)


@register.simple_tag
def field_kind(field: BoundField, wish: str = "") -> str:
    return fields.kind(field, wish)


@register.simple_tag
def control(field: BoundField, placeholder: str = "", help_text: str = "") -> SafeString:
    """The field's widget, tied to its help and error; nothing chosen is a dash, not the nine of Django."""
    fields.use_native_dates(field)
    found = fields.attributes(field, placeholder=placeholder, has_help=bool(help_text))
    return mark_safe(field.as_widget(attrs=found).replace(">---------</option>", ">–</option>"))  # noqa: S308 -- a widget escapes itself


@register.simple_tag
def page_numbers(page: Page[Any]) -> list[int | str]:
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
