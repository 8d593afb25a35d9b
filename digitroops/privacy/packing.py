"""Everything about one person to take along: as one JSON file with tables beside it, and as a paper to read."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from digitroops.people.models import User
from digitroops.people.panels import data_of
from digitroops.people.queries import company
from digitroops.ui.downloads import safe_cell
from digitroops.ui.papers import Paper

MOST = 400


def data_zip(user: User) -> bytes:
    """`data.json` with everything, and a CSV table for each part that is a list."""
    data = json.loads(json.dumps(data_of(user), cls=DjangoJSONEncoder))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("data.json", json.dumps(data, indent=2, ensure_ascii=False))
        for name, part in data.items():
            if isinstance(part, list) and part and all(isinstance(row, dict) for row in part):
                packed.writestr(f"{name}.csv", _table(part))
    return target.getvalue()


def _table(rows: list[dict[str, Any]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(names)
    for row in rows:
        writer.writerow([safe_cell(_cell(row.get(name))) for name in names])
    return "\ufeff" + target.getvalue()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def data_paper(user: User, language: str) -> Paper:
    """The same to read: a heading for each part; very long parts are cut, with a word that the file has all."""
    firm = company()
    paper = Paper(
        title=_("What is kept about %(name)s") % {"name": user.name},
        sender=firm.name if firm else "Digitroops",
        lang=language,
        foot=_("For the person alone"),
    )
    data = json.loads(json.dumps(data_of(user), cls=DjangoJSONEncoder))
    for name, part in data.items():
        paper.heading(name.replace("_", " ").capitalize())
        lines = list(_lines(part))
        paper.rows(lines[:MOST] or [("–", "–")])
        if len(lines) > MOST:
            paper.text(_("%(n)s more lines are in the data file.") % {"n": len(lines) - MOST})
    return paper


def _lines(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _lines(one, f"{name} {key}".strip().replace("_", " "))
    elif isinstance(value, list):
        for number, one in enumerate(value, start=1):
            yield from _lines(one, f"{name} {number}".strip())
    else:
        yield name or "–", "–" if value in (None, "") else str(value)
