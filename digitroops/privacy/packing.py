"""Everything about one person to take along: one JSON file with tables beside it."""

import csv
import io
import json
import zipfile
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from digitroops.people.models import User
from digitroops.people.panels import data_of
from digitroops.ui.downloads import safe_cell


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
