import datetime as dt
import io
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.base import ContentFile
from django.urls import reverse

from digitroops.audit.models import Entry
from digitroops.people import actions, jobs
from digitroops.people.models import Employee, HRImport, Role, Unit
from tests.world import make_company, make_employee, make_unit, make_user

pytestmark = pytest.mark.django_db
HEAD = "NIK;Nama;Email;Unit Kerja;Tanggal Lahir;Status;Jabatan\n"
ROW = "{n};Siti Aminah {n};s{n}@nusa.example;Produksi / Vaksin Viral;13/05/90;Tetap;Analis\n"


def check(content, name="list.csv"):
    content = content if isinstance(content, bytes) else content.encode()
    found = HRImport.objects.create(file=ContentFile(content, name=name), file_name=name)
    jobs.check_import(found.pk)
    found.refresh_from_db()
    return found


def run(content, name="list.csv", **options):
    found = check(content, name)
    actor = make_user(f"pr{found.pk}@nusa.example", Role.PR)
    choices = {"skip_problems": False, "deactivate_missing": False} | options
    actions.apply_import(found=found, actor=actor, **choices)
    jobs.apply_import(found.pk)
    found.refresh_from_db()
    return found


def counts(found):
    return tuple(found.counts[name] for name in ("new", "changed", "unchanged", "missing", "problems"))


def test_import_adds_updates_and_deactivates_only_when_asked():
    assert counts(run(HEAD + ROW.format(n=1) + ROW.format(n=2))) == (2, 0, 0, 0, 0)
    one = Employee.objects.get(number="1")
    assert (one.generation, one.unit.path, one.status) == ("y", "Produksi / Vaksin Viral", "active")
    changed = HEAD + ROW.format(n=1).replace("Analis", "Manajer")
    assert counts(run(changed)) == (0, 1, 0, 1, 0)
    assert Employee.objects.get(number="2").status == "active"
    assert run(changed, deactivate_missing=True).counts["deactivated"] == 1
    assert Employee.objects.get(number="2").status == "inactive"
    assert list(Entry.objects.filter(act="employee.changed").values_list("after", flat=True)) == [
        {"position": "Manajer"}
    ]


def test_every_new_changed_and_deactivated_person_stands_in_the_record():
    run(HEAD + ROW.format(n=1) + ROW.format(n=2))
    run(HEAD + ROW.format(n=1).replace("Analis", "Manajer"), deactivate_missing=True)
    one, two = (Employee.objects.get(number=number) for number in "12")
    entries = Entry.objects.filter(subject_type="people.employee").order_by("pk")
    assert list(entries.values_list("act", "person_id", "subject_id", "subject_name")) == [
        ("employee.added", one.pk, str(one.pk), "Siti Aminah 1"),
        ("employee.added", two.pk, str(two.pk), "Siti Aminah 2"),
        ("employee.changed", one.pk, str(one.pk), "Siti Aminah 1"),
        ("employee.deactivated", two.pk, str(two.pk), "Siti Aminah 2"),
    ]
    assert entries[0].after["unit"] == "Produksi / Vaksin Viral"


def test_only_what_differs_is_written():
    run(HEAD + ROW.format(n=1) + ROW.format(n=2))
    born = ROW.format(n=1).replace("13/05/90", "13/05/2000")
    moved = ROW.format(n=2).replace("Vaksin Viral", "Mutu")
    assert counts(run(HEAD + born + moved)) == (0, 2, 0, 0, 0)
    people = Employee.objects.order_by("number").values_list("generation", "unit__name", "position")
    assert list(people) == [("z", "Vaksin Viral", "Analis"), ("y", "Mutu", "Analis")]


def test_applying_twice_changes_nothing_more():
    found = run(HEAD + ROW.format(n=1))
    HRImport.objects.filter(pk=found.pk).update(state="applying", finished=None)
    jobs.apply_import(found.pk)
    assert Employee.objects.count() == 1


def test_a_job_killed_while_writing_leaves_nothing_and_runs_again(monkeypatch):
    found = check(HEAD + ROW.format(n=1) + ROW.format(n=2))
    actions.apply_import(found=found, skip_problems=False, deactivate_missing=False, actor=make_user())

    def die(**kwargs):
        raise SystemExit(9)

    monkeypatch.setattr("digitroops.people.jobs.imports.record", die)
    with pytest.raises(SystemExit):
        jobs.apply_import(found.pk)
    assert (Employee.objects.count(), Unit.objects.count()) == (0, 0)
    monkeypatch.undo()
    jobs.apply_import(found.pk)
    assert Employee.objects.count() == 2


def test_rows_with_problems_stop_the_import_until_they_are_left_out():
    text = HEAD + ROW.format(n=1) + ROW.format(n=2).replace("13/05/90", "31/02/90")
    assert (run(text).error, Employee.objects.count()) == ("problems", 0)
    assert run(text, skip_problems=True).state == "applied"
    assert list(Employee.objects.values_list("number", flat=True)) == ["1"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (("1;Siti Aminah 1", "2;Siti Aminah 1"), "number_twice"),
        (("s1@", "s2@"), "email_twice"),
        (("s1@nusa.example", "s1 at nusa"), "email_wrong"),
        (("Vaksin Viral", "produksi"), "unit_cycle"),
        (("Analis", "=CMD()"), "formula"),
        (("Siti Aminah 1", ""), "name_missing"),
        (("13/05/90", "13/05/2099"), "birth_unlikely"),
    ],
)
def test_bad_rows_are_named_with_their_line(change, kind):
    found = check(HEAD + ROW.format(n=2) + ROW.format(n=1).replace(*change))
    assert [(one["line"], one["kind"]) for one in found.problems] == [(3, kind)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_encodings_and_delimiters_are_found(encoding, sign):
    text = (HEAD + ROW.format(n=1).replace("Siti Aminah 1", "Désirée Müller")).replace(";", sign)
    found = check(text.encode(encoding))
    assert (counts(found), found.sample[0]["name"]) == ((1, 0, 0, 0, 0), "Désirée Müller")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\n\n", "empty"),
        (b"<html><table><tr><td>NIK</td></tr></table></html>", "html"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\xd0\xcf\x11\xe0 not a workbook", "damaged"),
        (b"%PDF-1.7", "kind"),
        (b"a;b;c\n1;2;3\n", "columns"),
    ],
)
def test_broken_files_change_nothing_and_say_why(content, kind):
    found = check(content, "list.xls")
    assert (found.state, found.error) == ("failed", kind)


@pytest.mark.parametrize("name", ["list.xlsx", "renamed.xls", "renamed.csv"])
def test_xlsx_with_title_serial_dates_and_numbers_is_read(name):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Daftar karyawan"])
        sheet.write_row(2, 0, ["No. Pegawai", "Nama Lengkap", "Unit Kerja", "Tgl. Lahir", "TMT"])
        sheet.write_row(3, 0, [1001, "Budi", "Mutu", 33006, "13 Mei 2015"])
    assert run(stream.getvalue(), name).state == "applied"
    one = Employee.objects.get()
    assert (one.number, str(one.birth_date), str(one.hire_date)) == ("1001", "1990-05-13", "2015-05-13")


@pytest.mark.parametrize("name", ["excel-97.xls", "renamed.xlsx"])
def test_an_old_excel_file_is_read_under_any_name(name):
    content = (Path(__file__).parent / "excel-97.xls").read_bytes()
    assert run(content, name).state == "applied"
    births = Employee.objects.order_by("number").values_list("name", "birth_date")
    assert list(births) == [("Siti Aminah", dt.date(1990, 5, 13)), ("Dedi Kurniawan", dt.date(1984, 11, 2))]


def test_address_of_somebody_outside_the_list_is_a_problem():
    make_employee("77", email="s1@nusa.example")
    assert check(HEAD + ROW.format(n=1)).problems[0]["kind"] == "email_taken"


def test_addresses_may_change_hands():
    run(HEAD + ROW.format(n=1) + ROW.format(n=2))
    swapped = ROW.format(n=1).replace("s1@", "s2@") + ROW.format(n=2).replace("s2@", "s1@")
    assert run(HEAD + swapped).state == "applied"
    assert Employee.objects.get(number="1").email == "s2@nusa.example"


def test_mapping_can_be_corrected_and_checked_again():
    found = check("Kode;Orang;Tempat\n5;Ayu;Mutu\n")
    assert found.error == "columns"
    actions.remap_import(found=found, mapping={"number": 0, "name": 1, "unit": 2}, actor=make_user())
    jobs.check_import(found.pk)
    found.refresh_from_db()
    assert counts(found) == (1, 0, 0, 0, 0)


def test_pages_lead_from_upload_to_import(as_user):
    make_company()
    client = as_user(make_user("ratna@nusavaksin.example", Role.PR))
    empty = client.post("/people/import/", {"file": ContentFile(b"", name="kosong.csv")})
    assert empty.status_code == 422
    file = ContentFile((HEAD + ROW.format(n=1) + ROW.format(n=1)).encode(), name="daftar.csv")
    path = client.post("/people/import/", {"file": file})["Location"]
    assert b"progressbar" in client.get(path).content
    jobs.check_import(HRImport.objects.get().pk)
    assert client.get(path).status_code == 200
    assert client.post(f"{path}apply/").status_code == 422
    assert client.post(f"{path}apply/", {"skip_problems": "1"}).status_code == 302
    jobs.apply_import(HRImport.objects.get().pk)
    assert client.get(path).status_code == 200
    download = b"".join(client.get(f"{path}problems.csv").streaming_content)
    assert download.count(b"\n") == 2


def test_units_are_matched_in_any_case():
    make_unit("Produksi")
    run(HEAD + ROW.format(n=1).replace("Produksi", "PRODUKSI"))
    assert set(Unit.objects.values_list("path", flat=True)) == {"Produksi", "Produksi / Vaksin Viral"}


def test_the_last_administrator_is_never_deactivated_by_a_list():
    run(HEAD + ROW.format(n=1) + ROW.format(n=2))
    boss = make_user("s2@nusa.example", Role.ADMINISTRATOR)
    Employee.objects.filter(number="2").update(user=boss)
    found = run(HEAD + ROW.format(n=1), deactivate_missing=True)
    assert (found.state, found.error) == ("failed", "administrator")
    assert Employee.objects.get(number="2").status == "active"


def test_an_administrator_who_left_cannot_sign_in_when_there_is_another(client):
    run(HEAD + ROW.format(n=1) + ROW.format(n=2))
    boss = make_user("s2@nusa.example", Role.ADMINISTRATOR)
    make_user("ani@nusa.example", Role.ADMINISTRATOR)
    Employee.objects.filter(number="2").update(user=boss)
    assert client.login(username="s2@nusa.example", password="pencerita-andal")
    assert run(HEAD + ROW.format(n=1), deactivate_missing=True).state == "applied"
    assert client.get(reverse("people:profile")).status_code == 302
    assert not client.login(username="s2@nusa.example", password="pencerita-andal")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read(encoding):
    found = check((HEAD + ROW.format(n=1)).encode(encoding))
    assert counts(found) == (1, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("cell", "gender"),
    [("P", "female"), ("Perempuan", "female"), ("L", "male"), ("Laki-laki", "male"), ("-", "")],
)
def test_gender_is_read_where_the_list_has_it(cell, gender):
    run("NIK;Nama;Unit Kerja;Jenis Kelamin\n" + f"1;Siti;Mutu;{cell}\n")
    assert Employee.objects.get(number="1").gender == gender


def test_gender_stays_where_the_list_has_no_such_column_and_a_wrong_one_is_named():
    run("NIK;Nama;Unit Kerja;L/P\n1;Siti;Mutu;P\n")
    run("NIK;Nama;Unit Kerja\n1;Siti Aminah;Mutu\n")
    assert Employee.objects.get(number="1").gender == "female"
    found = check("NIK;Nama;Unit Kerja;L/P\n1;Siti;Mutu;besar\n")
    assert [one["kind"] for one in found.problems] == ["gender_wrong"]


@pytest.mark.parametrize("header", ["NIK Atasan", "Atasan", "Manager", "Manager Number"])
def test_the_manager_is_read_where_the_list_has_one(header):
    run(f"NIK;Nama;Unit Kerja;{header}\n1;Siti;Mutu;2\n2;Budi;Mutu;-\n")
    found = dict(Employee.objects.values_list("number", "manager_number"))
    assert found == {"1": "2", "2": ""}
    run("NIK;Nama;Unit Kerja\n1;Siti Aminah;Mutu\n2;Budi;Mutu\n")
    assert Employee.objects.get(number="1").manager_number == "2"
    run(f"NIK;Nama;Unit Kerja;{header}\n1;Siti Aminah;Mutu;\n2;Budi;Mutu;\n")
    assert Employee.objects.get(number="1").manager_number == ""
