"""What the import says about fields, rows and files."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

FIELD_NAMES: dict[str, Promise] = {
    "number": lazy("Employee number"),
    "name": lazy("Name"),
    "email": lazy("Work e-mail"),
    "phone": lazy("Phone"),
    "unit": lazy("Unit path"),
    "birth_date": lazy("Birth date"),
    "hire_date": lazy("Hire date"),
    "employment": lazy("Employment status"),
    "position": lazy("Position"),
}
PROBLEMS: dict[str, Promise] = {
    "number_missing": lazy("The employee number is missing. Write it into the list."),
    "number_twice": lazy("Another row has this employee number too; its line stands in brackets. Keep one."),
    "name_missing": lazy("The name is missing. Write it into the list."),
    "unit_missing": lazy("The work unit is missing. Write it into the list."),
    "unit_cycle": lazy(
        "The unit path names the same unit twice, so it would be inside itself. Correct the path."
    ),
    "unit_long": lazy("The unit path is too long or has more than eight levels. Shorten it."),
    "email_wrong": lazy("This is not an e-mail address. Correct it or leave the cell empty."),
    "email_twice": lazy("Another row has this e-mail address too; its line stands in brackets. Keep one."),
    "email_taken": lazy(
        "This e-mail address belongs to somebody else who is not in this list. Correct one of them."
    ),
    "date_wrong": lazy("This is not a date. Write it as 13/05/1990 or 13 May 1990."),
    "birth_unlikely": lazy("This birth date cannot be right for an employee. Correct it."),
    "formula": lazy("The cell holds a formula. Replace it by its value (in Excel: copy, then paste values)."),
    "too_long": lazy("This is too long for its column. Shorten it."),
}
FILES: dict[str, Promise] = {
    "empty": lazy(
        "The file holds no table. Nothing was changed. Choose the file that holds the employee list."
    ),
    "huge": lazy(
        "The file is too large (60 MB or 500,000 rows at most). Nothing was changed. Split it and "
        "import the parts one after another."
    ),
    "html": lazy(
        "The file is a web page with the name of a spreadsheet. Nothing was changed. Open it in "
        "Excel, save it as XLSX, then upload that file."
    ),
    "kind": lazy(
        "The file is neither CSV nor a spreadsheet. Nothing was changed. Save the list as XLSX or "
        "CSV, then upload it."
    ),
    "damaged": lazy(
        "The file is damaged or incomplete. Nothing was changed. Save the list again as XLSX or "
        "CSV, then upload it."
    ),
    "password": lazy(
        "The file is protected by a password. Nothing was changed. Save it without a password, "
        "then upload it."
    ),
    "columns": lazy(
        "A column that is needed has not been chosen. Nothing was changed. Choose the columns, "
        "then check again."
    ),
    "problems": lazy(
        "Rows with problems have appeared since the check. Nothing was changed. Look at the list, "
        "then decide again."
    ),
    "missing": lazy(
        "More people than shown would have been deactivated, because the data changed since the "
        "check. Nothing was changed. Check again."
    ),
    "gone": lazy("The uploaded file is no longer there. Nothing was changed. Upload it once more."),
}


def problem_text(problem: Mapping[str, Any]) -> str:
    """The sentence of one stored problem."""
    return str(PROBLEMS.get(problem["kind"], _("This row cannot be read. Correct it in the list.")))


def file_text(kind: str) -> str:
    """The sentence of a file that could not be used."""
    return str(FILES.get(kind, FILES["damaged"])) if kind else ""
