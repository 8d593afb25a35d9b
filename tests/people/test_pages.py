import datetime as dt
import json

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from digitroops.audit.models import Entry
from digitroops.people import actions
from digitroops.people.models import Employee, Role, Unit, User
from tests.world import make_company, make_employee, make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(as_user):
    make_company()
    return as_user(make_user("ratna@nusavaksin.example", Role.PR, Role.ADMINISTRATOR))


def queries(client, path):
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(path).status_code == 200
    return len(found)


@pytest.mark.parametrize("path", ["/people/", "/people/units/", "/record/", "/people/roles/"])
def test_lists_need_no_more_queries_for_more_rows(desk, path):
    actor = User.objects.get()

    def add(n):
        employee = make_employee(str(n), unit=make_unit(f"Unit {n}"))
        actions.add_user(email=employee.email, name="A", employee=employee, roles=("reviewer",), actor=actor)

    add(1)
    queries(desk, path)  # a first visit may write the session
    once = queries(desk, path)
    add(2)
    add(3)
    assert queries(desk, path) == once


def test_workforce_filters_search_and_download(desk):
    make_employee("1", name="Ayu", unit=make_unit("Produksi / Mutu"), birth_date=dt.date(1999, 1, 1))
    make_employee("2", name="Bayu", unit=make_unit("SDM"))
    unit = Unit.objects.get(path="Produksi")

    def names(query):
        return [one.name for one in desk.get(f"/people/?{query}").context["page_obj"]]

    assert names(f"unit={unit.pk}") == ["Ayu"]
    assert names("generation=z") == ["Ayu"]
    assert names("q=bayu") == ["Bayu"]
    assert names("status=inactive") == []
    assert b"".join(desk.get("/people/?csv=1&q=ayu").streaming_content).count(b"\n") == 3


def test_employee_is_added_changed_and_deactivated_with_entries(desk):
    unit = make_unit()
    data = {"number": "9", "name": "Citra", "unit": unit.pk, "status": "active", "email": "c@x.example"}
    path = desk.post("/people/add/", data)["Location"]
    assert desk.post(f"{path}edit/", data | {"position": "Perawat"}).status_code == 302
    assert desk.post(f"{path}deactivate/", {"reason": ""}).status_code == 422
    assert desk.post(f"{path}deactivate/", {"reason": "Pensiun"}).status_code == 302
    assert desk.get(path).status_code == 200
    acts = Entry.objects.filter(person_id=Employee.objects.get().pk).values_list("act", flat=True)
    assert list(acts) == ["employee.deactivated", "employee.changed", "employee.added"]


def test_unit_moves_with_what_is_below_and_never_into_itself(desk):
    below = make_unit("Produksi / Vaksin / Viral")
    vaccine, top = Unit.objects.get(path="Produksi / Vaksin"), Unit.objects.get(path="Produksi")
    desk.post(f"/people/units/{vaccine.pk}/", {"name": "Serum", "parent": "", "series": 3})
    below.refresh_from_db()
    assert below.path == "Serum / Viral"
    with pytest.raises(actions.UnitRefused, match="cycle"):
        actions.change_unit(unit=vaccine, name="X", parent=below, series=1, actor=User.objects.get())
    taken = desk.post(f"/people/units/{top.pk}/", {"name": "Serum", "parent": "", "series": 1})
    assert taken.status_code == 422


def test_last_administrator_keeps_the_role(desk):
    user = User.objects.get()
    answer = desk.post("/people/roles/revoke/", {"user": user.pk, "role": "administrator"})
    assert (answer.status_code, User.objects.get().has_role("administrator")) == (422, True)
    desk.post("/people/roles/", {"email": "b@x.example", "name": "Budi", "role": "administrator"})
    assert desk.post("/people/roles/revoke/", {"user": user.pk, "role": "administrator"}).status_code == 302
    assert User.objects.get(pk=user.pk).has_role("administrator") is False


def test_somebody_with_two_roles_is_listed_once(desk):
    assert len(desk.get("/people/roles/").context["rows"]) == 1


def test_company_settings_are_changed_and_recorded(desk):
    data = {
        "name": "Nusa Vaksin Baru",
        "time_zone": "Asia/Jakarta",
        "language": "id",
        "domains": "https://nusa.example",
    }
    assert desk.post("/company/", data).status_code == 302
    entry = Entry.objects.get(act="company.changed")
    assert entry.after == {"name": "Nusa Vaksin Baru", "link_domains": ["nusa.example"]}
    assert desk.post("/company/", data | {"domains": "no domain/x"}).status_code == 422


def test_record_hides_accounts_from_pr_and_shows_differences(as_user):
    make_company()
    pr = make_user("ratna@nusavaksin.example", Role.PR)
    actions.grant_role(user=pr, role="reviewer", actor=None)
    employee = make_employee()
    actions.change_employee(employee=employee, actor=pr, position="Analis")
    client = as_user(pr)
    rows = client.get(f"/record/?person={employee.pk}").context["rows"]
    assert [row["differences"][0]["after"] for row in rows] == ["Analis"]
    assert len(client.get("/record/").context["rows"]) == 1
    assert b"".join(client.get("/record/?csv=1").streaming_content).count(b"\n") == 2


def test_profile_saves_settings_and_hands_out_my_data(as_user):
    make_company()
    user = make_user("k1001@nusavaksin.example")
    make_employee(user=user)
    client = as_user(user)
    data = {"language": "en", "time_zone": "Asia/Jayapura", "theme": "dark"}
    assert client.post("/me/", data).status_code == 302
    assert client.get("/me/")["Content-Language"] == "en"
    stored = json.loads(client.get("/me/data.json").content)
    assert (stored["employee"]["number"], stored["account"]["theme"]) == ("1001", "dark")


def test_password_needs_the_current_one_and_keeps_this_session(as_user):
    make_company()
    client = as_user(make_user())
    new = {"password": "kapal layar di teluk"}
    assert client.post("/me/password/", new | {"current": "salah"}).status_code == 422
    assert client.post("/me/password/", new | {"current": "pencerita-andal"}).status_code == 302
    assert client.get("/me/").status_code == 200


@pytest.mark.parametrize("path", ["/people/", "/people/import/", "/people/roles/", "/company/", "/record/"])
def test_employees_may_not_open_the_desk(as_user, path):
    make_company()
    assert as_user(make_user()).get(path).status_code == 403


def test_two_who_edit_the_same_employee_lose_nothing(desk):
    one = make_employee("7")
    address = f"/people/{one.pk}/edit/"
    form = desk.get(address).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    assert desk.post(address, data | {"position": "Analis"}).status_code == 302
    late = desk.post(address, data | {"position": "Manajer"})
    assert (late.status_code, late.context["form"]["position"].value()) == (422, "Manajer")
    one.refresh_from_db()
    assert one.position == "Analis"
    again = {"version": late.context["form"]["version"].value(), "position": "Manajer"}
    assert desk.post(address, data | again).status_code == 302


def test_a_wrong_address_is_said_in_the_words_of_the_product():
    with translation.override("id"), pytest.raises(ValidationError) as error:
        forms.EmailField().clean("bukan alamat")
    assert error.value.messages == ["Masukkan alamat surel yang benar."]
