from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.models import Unit, User

PATH_LENGTH = 400


class UnitRefused(Exception):
    """The tree would not be one any more; the text says why: cycle, taken or long."""


@transaction.atomic
def add_unit(*, name: str, parent: Unit | None, series: int, actor: User | None) -> Unit:
    """Add a work unit under another or at the top."""
    unit = Unit(name=name, parent=parent, series=series)
    unit.path = _path(name, parent, None)
    unit.save()
    record(actor=actor, act="unit.added", subject=unit, after={"path": unit.path})
    return unit


@transaction.atomic
def change_unit(*, unit: Unit, name: str, parent: Unit | None, series: int, actor: User) -> Unit:
    """Rename, move or recolour a unit; the units below move along."""
    tree = {one.pk: one for one in Unit.objects.select_for_update()}
    stored = tree[unit.pk]
    above = parent
    while above is not None:
        if above.pk == stored.pk:
            raise UnitRefused("cycle")
        above = tree.get(above.parent_id) if above.parent_id else None
    before = {"path": stored.path, "series": stored.series}
    path = _path(name, parent, stored)
    below = [one for one in tree.values() if one.path.startswith(stored.path + Unit.SEPARATOR)]
    for one in below:
        one.path = path + one.path[len(stored.path) :]
        if len(one.path) > PATH_LENGTH:
            raise UnitRefused("long")
    stored.name, stored.parent, stored.series, stored.path = name, parent, series, path
    Unit.objects.bulk_update([stored, *below], ["name", "parent", "series", "path"])
    after = {"path": stored.path, "series": stored.series}
    if before != after:
        record(actor=actor, act="unit.changed", subject=stored, before=before, after=after)
    return stored


def _path(name: str, parent: Unit | None, unit: Unit | None) -> str:
    path = f"{parent.path}{Unit.SEPARATOR}{name}" if parent else name
    if len(path) > PATH_LENGTH:
        raise UnitRefused("long")
    if Unit.objects.filter(path=path).exclude(pk=unit.pk if unit else 0).exists():
        raise UnitRefused("taken")
    return path
