"""What one can do to people: each function is one act, atomic and recorded."""

from digitroops.people.actions.company import SetUpDone, change_company, set_up
from digitroops.people.actions.employees import (
    EmployeeChanged,
    LastAdministrator,
    add_employee,
    change_employee,
    deactivate_employee,
)
from digitroops.people.actions.imports import add_import, apply_import, cancel_import, remap_import
from digitroops.people.actions.profile import change_password, change_profile, sign_out_everywhere
from digitroops.people.actions.roles import add_user, grant_role, revoke_role
from digitroops.people.actions.signin import (
    ask_for_sign_in,
    record_password_sign_in,
    use_code,
    use_link,
)
from digitroops.people.actions.units import UnitRefused, add_unit, change_unit

__all__ = [
    "EmployeeChanged",
    "LastAdministrator",
    "SetUpDone",
    "UnitRefused",
    "add_employee",
    "add_import",
    "add_unit",
    "add_user",
    "apply_import",
    "ask_for_sign_in",
    "cancel_import",
    "change_company",
    "change_employee",
    "change_password",
    "change_profile",
    "change_unit",
    "deactivate_employee",
    "grant_role",
    "record_password_sign_in",
    "remap_import",
    "revoke_role",
    "set_up",
    "sign_out_everywhere",
    "use_code",
    "use_link",
]
