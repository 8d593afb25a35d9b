"""What the import says about fields, rows and files."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIELD_NAMES: dict[str, Promise] = {
    "number": _("Employee number"),
    "name": _("Name"),
    "email": _("Work e-mail"),
    "phone": _("Phone"),
    "unit": _("Unit path"),
    "birth_date": _("Birth date"),
    "gender": _("Gender"),
    "hire_date": _("Hire date"),
    "employment": _("Employment status"),
    "position": _("Position"),
    "manager_number": _("Employee number of the manager"),
}
PROBLEMS: dict[str, Promise] = {
    "number_missing": _("The employee number is missing. Write it into the list."),
    "number_twice": _("Another row has this employee number too; its line stands in brackets. Keep one."),
    "name_missing": _("The name is missing. Write it into the list."),
    "unit_missing": _("The work unit is missing. Write it into the list."),
    "unit_cycle": _(
        "The unit path names the same unit twice, so it would be inside itself. Correct the path."
    ),
    "unit_long": _("The unit path is too long or has more than eight levels. Shorten it."),
    "email_wrong": _("This is not an e-mail address. Correct it or leave the cell empty."),
    "email_twice": _("Another row has this e-mail address too; its line stands in brackets. Keep one."),
    "email_taken": _(
        "This e-mail address belongs to somebody else who is not in this list. Correct one of them."
    ),
    "date_wrong": _("This is not a date. Write it as 13/05/1990 or 13 May 1990."),
    "birth_unlikely": _("This birth date cannot be right for an employee. Correct it."),
    "gender_wrong": _("This is not a gender. Write L or P, or leave the cell empty."),
    "formula": _("The cell holds a formula. Replace it by its value (in Excel: copy, then paste values)."),
    "too_long": _("This is too long for its column. Shorten it."),
}
FILES: dict[str, Promise] = {
    "empty": _("The file holds no table. Nothing was changed. Choose the file that holds the employee list."),
    "huge": _(
        "The file is too large (60 MB or 500,000 rows at most). Nothing was changed. Split it and "
        "import the parts one after another."
    ),
    "html": _(
        "The file is a web page with the name of a spreadsheet. Nothing was changed. Open it in "
        "Excel, save it as XLSX, then upload that file."
    ),
    "kind": _(
        "The file is neither CSV nor a spreadsheet. Nothing was changed. Save the list as XLSX or "
        "CSV, then upload it."
    ),
    "damaged": _(
        "The file is damaged or incomplete. Nothing was changed. Save the list again as XLSX or "
        "CSV, then upload it."
    ),
    "password": _(
        "The file is protected by a password. Nothing was changed. Save it without a password, "
        "then upload it."
    ),
    "columns": _(
        "A column that is needed has not been chosen. Nothing was changed. Choose the columns, "
        "then check again."
    ),
    "problems": _(
        "Rows with problems have appeared since the check. Nothing was changed. Look at the list, "
        "then decide again."
    ),
    "missing": _(
        "More people than shown would have been deactivated, because the data changed since the "
        "check. Nothing was changed. Check again."
    ),
    "administrator": _(
        "This list would mark the last administrator as no longer employed, and nobody could sign in to manage "
        "roles. Nothing was changed. Make somebody else administrator first, then check the list again."
    ),
    "gone": _("The uploaded file is no longer there. Nothing was changed. Upload it once more."),
}


def problem_text(problem: Mapping[str, Any]) -> str:
    """The sentence of one stored problem."""
    return str(PROBLEMS.get(problem["kind"], _("This row cannot be read. Correct it in the list.")))


def file_text(kind: str) -> str:
    """The sentence of a file that could not be used."""
    return str(FILES.get(kind, FILES["damaged"])) if kind else ""
