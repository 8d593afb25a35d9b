"""What one may read of people."""

from digitroops.people.queries.accounts import (
    demo_sign_ins,
    is_last_administrator,
    language_of,
    open_links_of,
    pr_team,
    staff,
)
from digitroops.people.queries.company import company, needs_set_up
from digitroops.people.queries.workforce import (
    Workforce,
    employees_for,
    imports_for,
    search_employees,
    unit_headcounts,
    unit_options,
    workforce_of,
)

__all__ = [
    "Workforce",
    "company",
    "demo_sign_ins",
    "employees_for",
    "imports_for",
    "is_last_administrator",
    "language_of",
    "needs_set_up",
    "open_links_of",
    "pr_team",
    "search_employees",
    "staff",
    "unit_headcounts",
    "unit_options",
    "workforce_of",
]
