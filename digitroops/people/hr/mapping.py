"""Which column of an HR list holds what: guessed from Indonesian and English headers."""

import re
from collections.abc import Sequence

Mapping = dict[str, int]

FIELDS = (
    "number", "name", "email", "phone", "unit", "birth_date", "gender", "hire_date", "employment", "position",
    "manager_number",
)  # fmt: skip
REQUIRED = ("number", "name", "unit")

#: Headers as they are written, without case, dots and signs; the first that fits wins.
HEADERS: dict[str, tuple[str, ...]] = {
    "number": (
        "nik karyawan", "nik pegawai", "nip", "nik", "nrp", "npp", "nomor induk karyawan",
        "nomor induk pegawai", "no induk", "nomor induk", "nomor pegawai", "no pegawai", "nomor karyawan",
        "no karyawan", "id karyawan", "id pegawai", "kode karyawan", "employee number", "employee no",
        "employee id", "personnel number", "staff id", "staff number", "emp id", "emp no", "pernr", "number",
    ),
    "name": (
        "nama lengkap", "nama karyawan", "nama pegawai", "nama", "full name", "employee name", "name",
    ),
    "email": (
        "email kantor", "e mail kantor", "surel kantor", "email perusahaan", "work email", "work e mail",
        "company email", "alamat email", "alamat surel", "email address", "email", "e mail", "surel",
    ),
    "phone": (
        "no hp", "nomor hp", "nomor handphone", "no handphone", "handphone", "hp", "no telepon",
        "nomor telepon", "telepon", "telp", "no telp", "no wa", "nomor wa", "whatsapp", "phone number",
        "mobile phone", "mobile number", "mobile", "phone",
    ),
    "unit": (
        "unit kerja", "unit organisasi", "satuan kerja", "jalur unit", "unit path", "work unit", "unit",
        "departemen", "bagian", "divisi", "direktorat", "department", "division", "organizational unit",
        "org unit", "team",
    ),
    "birth_date": (
        "tanggal lahir", "tgl lahir", "tgl kelahiran", "lahir", "birth date", "birthdate", "date of birth",
        "dob", "birthday",
    ),
    "gender": ("jenis kelamin", "kelamin", "jk", "l p", "gender", "sex"),
    "hire_date": (
        "tmt masuk", "tmt kerja", "tmt", "tanggal masuk", "tgl masuk", "tanggal bergabung", "tgl bergabung",
        "tanggal mulai kerja", "mulai bekerja", "hire date", "hired", "join date", "date joined",
        "joining date", "start date", "date of hire",
    ),
    "employment": (
        "status kepegawaian", "status karyawan", "status pegawai", "status kerja", "jenis kepegawaian",
        "employment status", "employment type", "employee status", "status",
    ),
    "position": (
        "jabatan", "nama jabatan", "posisi", "job title", "position", "title", "role", "fungsi",
    ),
    "manager_number": (
        "nik atasan", "nip atasan", "nomor atasan", "no atasan", "nomor induk atasan", "id atasan",
        "nik atasan langsung",
        "nip atasan langsung", "atasan langsung", "atasan", "nik manajer", "manajer", "manager number", "manager id",
        "manager employee number", "supervisor number", "supervisor id", "reports to",
        "line manager", "manager", "supervisor",
    ),
}  # fmt: skip

_SIGNS = re.compile(r"[^0-9a-zà-ÿ]+")


def plain(header: str) -> str:
    """A header without case, dots, brackets and repeated spaces."""
    return _SIGNS.sub(" ", header.lower()).strip()


def guess(headers: Sequence[str]) -> Mapping:
    """The column of each field that the headers let one recognise; a column is given to one field only."""
    names = [plain(header) for header in headers]
    found: Mapping = {}
    for field, wanted in HEADERS.items():
        column = next((names.index(header) for header in wanted if header in names), None)
        if column is not None and column not in found.values():
            found[field] = column
    _guess_by_beginning(names, found)
    return found


def _guess_by_beginning(names: list[str], found: Mapping) -> None:
    """`Tanggal Lahir (DD/MM/YYYY)` begins as a header we know."""
    for field, wanted in HEADERS.items():
        if field in found:
            continue
        for column, name in enumerate(names):
            long_enough = (header for header in wanted if len(header) > 3 and name.startswith(header + " "))
            if column not in found.values() and next(long_enough, None):
                found[field] = column
                break


def missing_fields(mapping: Mapping) -> list[str]:
    """The required fields that no column has been chosen for."""
    return [field for field in REQUIRED if field not in mapping]
