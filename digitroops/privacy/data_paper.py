"""Everything about one person as a paper to read: parts, fields, days and acts in words."""

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import translation
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from digitroops.audit.titles import field_of, title_of
from digitroops.people.models import User
from digitroops.people.panels import data_of
from digitroops.people.queries import company
from digitroops.privacy.words import FIELDS, PARTS
from digitroops.ui.formats import EMPTY, day, moment
from digitroops.ui.papers import Paper

MOST = 400
#: A set of plain values larger than this is a table, which the data file holds.
MOST_VALUES = 24
DAY, MOMENT = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
Row = tuple[str, str]


def data_paper(user: User, language: str) -> Paper:
    """A heading for each part; very long parts are cut, with a word that the data file has all."""
    firm = company()
    with translation.override(language):
        paper = Paper(
            title=_("What is kept about %(name)s") % {"name": user.name},
            sender=firm.name if firm else "Digitroops",
            lang=language,
            foot=_("For the person alone"),
        )
        data = json.loads(json.dumps(data_of(user), cls=DjangoJSONEncoder))
        for name, part in data.items():
            paper.heading(str(PARTS.get(name, name.replace("_", " ").capitalize())))
            rows = list(_record(part) if name == "record" else _part(part))
            paper.rows(rows[:MOST] or [(EMPTY, EMPTY)])
            if len(rows) > MOST:
                paper.text(_("%(n)s more lines are in the data file.") % {"n": len(rows) - MOST})
    return paper


def _record(entries: list[dict[str, str]]) -> Iterator[Row]:
    for entry in entries:
        yield _shown(entry["at"]), title_of(entry["act"])


def _part(part: Any) -> Iterator[Row]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _rows(_word(key), value, key)
    elif isinstance(part, list):
        for number, item in enumerate(part, start=1):
            yield from _rows(str(number), item)


def _rows(label: str, value: Any, field: str = "") -> Iterator[Row]:
    """One row for what is plain, one for each thing inside; what is empty is left out. `field` names the field."""
    if isinstance(value, dict):
        yield from _rows_of_fields(label, value)
    elif isinstance(value, list):
        yield from _rows_of_list(label, value, field)
    elif value not in (None, ""):
        yield label, _shown(value, field)


def _rows_of_fields(label: str, value: dict[str, Any]) -> Iterator[Row]:
    """The plain fields in one row, then what is inside the others."""
    plain = {key: one for key, one in value.items() if not isinstance(one, dict | list)}
    filled = {key: one for key, one in plain.items() if one not in (None, "")}
    if len(plain) > MOST_VALUES:
        yield label, _("%(n)s values, in the data file") % {"n": len(plain)}
    elif filled:
        yield label, "; ".join(f"{_word(key)}: {_shown(one, key)}" for key, one in filled.items())
    for key, one in value.items():
        if key not in plain:
            yield from _rows(f"{label}, {_word(key)}", one, key)


def _rows_of_list(label: str, value: list[Any], field: str) -> Iterator[Row]:
    """Plain values in one row, anything else in rows of its own."""
    if any(isinstance(one, dict | list) for one in value):
        for number, one in enumerate(value, start=1):
            yield from _rows(f"{label} {number}", one)
    elif value:
        yield label, ", ".join(_shown(one, field) for one in value)


def _word(key: str) -> str:
    if key in FIELDS:
        return str(FIELDS[key])
    return day(dt.date.fromisoformat(key)) if DAY.fullmatch(key) else field_of(key.replace("__", "_"))


def _shown(value: Any, key: str = "") -> str:
    """A value in words: a choice by its label, where all fields of that name agree on one."""
    labels = {str(label) for label in _choices().get((key.rpartition("__")[2], str(value)), ())}
    if len(labels) == 1:
        return labels.pop()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    text = str(value)
    if MOMENT.match(text):
        return moment(parse_datetime(text))
    return day(parse_date(text)) if DAY.fullmatch(text) else text


@cache
def _choices() -> dict[tuple[str, str], list[Any]]:
    """The labels of each value that fields of a name can choose; in the reader's language once they are shown."""
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            for value, label in field.choices or ():
                found[field.name, str(value)].append(label)
    return dict(found)
