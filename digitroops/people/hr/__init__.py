"""Reading a company's HR list: a file of any usual kind -> rows and problems. Knows nothing of the database."""

from digitroops.people.hr.mapping import FIELDS, REQUIRED, Mapping, guess, missing_fields
from digitroops.people.hr.reading import FileProblem, Table, open_table
from digitroops.people.hr.rows import Problem, Row, read_rows

__all__ = [
    "FIELDS",
    "REQUIRED",
    "FileProblem",
    "Mapping",
    "Problem",
    "Row",
    "Table",
    "guess",
    "missing_fields",
    "open_table",
    "read_rows",
]
