"""How a bound form field is drawn: its kind, and the attributes that tie it to help and error."""

from django import forms
from django.forms.boundfield import BoundField

KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "options"),
    (forms.RadioSelect, "options"),
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
    (forms.Textarea, "textarea"),
    (forms.SelectMultiple, "select"),
    (forms.Select, "select"),
    (forms.MultiWidget, "group"),
)
CHOSEN = {"options": {"cards", "list"}, "checkbox": {"switch"}, "file": {"drop", "plain"}}
DATE_TYPES = {
    forms.DateInput: "date",
    forms.DateTimeInput: "datetime-local",
    forms.TimeInput: "time",
}
DATE_FORMATS = {"date": "%Y-%m-%d", "datetime-local": "%Y-%m-%dT%H:%M", "time": "%H:%M"}


def kind(field: BoundField, wish: str = "") -> str:
    """What a field is drawn as: the wish where it suits the widget, else what the widget says."""
    widget = field.field.widget
    found = next((name for cls, name in KINDS if isinstance(widget, cls)), "input")
    if wish in CHOSEN.get(found, set()):
        return wish
    return "drop" if found == "file" else found


def described_by(field: BoundField, *, has_help: bool) -> str:
    """The ids of help and error, in reading order."""
    ids = []
    if field.errors:
        ids.append(f"{field.id_for_label or field.auto_id}_error")
    if has_help:
        ids.append(f"{field.id_for_label or field.auto_id}_help")
    return " ".join(ids)


def attributes(field: BoundField, *, placeholder: str = "", has_help: bool = False) -> dict[str, str | bool]:
    """The attributes of the control: what describes it and whether it is wrong."""
    found: dict[str, str | bool] = {}
    ids = described_by(field, has_help=has_help)
    if ids:
        found["aria-describedby"] = ids
    if field.errors:
        found["aria-invalid"] = "true"
    if placeholder:
        found["placeholder"] = placeholder
    return found


def use_native_dates(field: BoundField) -> None:
    """Give date and time inputs the browser's own picker, whose value is always ISO."""
    widget = field.field.widget
    for cls, input_type in DATE_TYPES.items():
        if type(widget) is cls and widget.input_type == "text":
            widget.input_type = input_type
            widget.format = DATE_FORMATS[input_type]
