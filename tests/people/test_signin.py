import re

import pytest
from django.core import mail
from django.utils import timezone

from digitroops.people import actions, jobs, limits
from digitroops.people.models import Employee, SignInLink, User
from tests.world import make_company, make_employee, make_user

pytestmark = pytest.mark.django_db
EMAIL = "k1001@nusavaksin.example"


def code_and_path():
    body = mail.outbox[-1].body
    return re.search(r"(\d{3}) (\d{3})", body).group(0), re.search(r"(/enter/\S+)", body).group(1)


def test_first_sign_in_makes_the_user_and_keeps_only_hashes():
    employee = make_employee()
    assert jobs.send_sign_in(EMAIL.upper(), "/", "id") is True
    employee.refresh_from_db()
    code, path = code_and_path()
    link = SignInLink.objects.get()
    assert employee.user.email == EMAIL
    assert code.replace(" ", "") not in (link.token_hash, link.code_hash)
    assert path.split("/")[2] != link.token_hash


@pytest.mark.parametrize("status", ["inactive", None])
def test_strangers_and_people_who_left_get_no_mail(status):
    if status:
        make_employee(status=status)
    assert jobs.send_sign_in(EMAIL, "/", "id") is False
    assert (len(mail.outbox), User.objects.count()) == (0, 0)


def test_link_signs_in_once_and_offers_a_new_one(client):
    make_company()
    make_employee()
    jobs.send_sign_in(EMAIL, "/me/", "id")
    _code, path = code_and_path()
    assert client.get(path).status_code == 200
    assert client.post(path)["Location"] == "/me/"
    client.logout()
    again = client.post(path)
    assert (again.status_code, b'name="renew"' in again.content) == (410, True)
    assert client.post(path, {"renew": "1"})["Location"] == "/sign-in/code/"


def test_expired_link_does_not_sign_in(client):
    make_employee()
    jobs.send_sign_in(EMAIL, "/me/", "id")
    _code, path = code_and_path()
    SignInLink.objects.update(expires=timezone.now())
    assert (client.post(path).status_code, "_auth_user_id" in client.session) == (410, False)


def test_code_signs_in_and_five_wrong_ones_close_it(client):
    make_company()
    make_employee()
    client.post("/sign-in/", {"email": EMAIL})
    jobs.send_sign_in(EMAIL, "/me/", "id")
    code, _path = code_and_path()
    wrong = "000000" if code != "000 000" else "111111"
    assert client.post("/sign-in/code/", {"code": wrong}).status_code == 422
    assert client.post("/sign-in/code/", {"code": code})["Location"] == "/me/"
    jobs.send_sign_in(EMAIL, "/me/", "id")
    code = code_and_path()[0]
    for _ in range(5):
        actions.use_code(email=EMAIL, code=wrong)
    assert actions.use_code(email=EMAIL, code=code.replace(" ", "")) is None


def test_unknown_and_known_addresses_get_the_same_answer(client):
    make_company()
    make_employee()
    answers = [client.post("/sign-in/", {"email": address}) for address in (EMAIL, "x@y.example")]
    assert {(one.status_code, one["Location"]) for one in answers} == {(302, "/sign-in/code/")}


def test_asking_too_often_is_refused_in_words(client):
    make_company()
    statuses = [client.post("/sign-in/", {"email": EMAIL}).status_code for _ in range(6)]
    assert statuses == [302] * 5 + [422]


def test_limits_count_addresses_apart():
    tries = [limits.allow(kind="link", email=f"{n}@x.example", address="10.0.0.1") for n in range(300)]
    assert (all(tries), limits.allow(kind="link", email="z@x.example", address="10.0.0.1")) == (True, False)
    assert limits.allow(kind="link", email="z@x.example", address="10.0.0.2") is True


def test_password_signs_in_and_inactive_users_cannot(client):
    make_company()
    user = make_user()
    data = {"email": user.email.upper(), "password": "pencerita-andal", "next": "https://evil.example/"}
    assert client.post("/sign-in/password/", data)["Location"] == "/"
    client.logout()
    User.objects.update(is_active=False)
    assert client.post("/sign-in/password/", data).status_code == 422


def test_deactivated_employee_is_out_at_once(as_user):
    make_company()
    user = make_user(EMAIL)
    employee = make_employee(user=user)
    client = as_user(user)
    assert client.get("/me/").status_code == 200
    actions.deactivate_employee(employee=employee, reason="Pindah", actor=make_user("a@x.example"))
    assert client.get("/me/").status_code == 302


def test_sign_out_everywhere_ends_other_sessions(client, as_user):
    make_company()
    user = make_user()
    client = as_user(user)
    actions.sign_out_everywhere(user=user)
    assert client.get("/me/").status_code == 302


def test_mail_that_cannot_be_sent_leaves_no_link(monkeypatch):
    make_employee()

    def refuse(*args, **kwargs):
        raise OSError("connection refused")

    monkeypatch.setattr("digitroops.notify.mails.send", refuse)
    with pytest.raises(OSError, match="refused"):
        jobs.send_sign_in(EMAIL, "/", "id")
    assert SignInLink.objects.count() == 0


def test_demo_sign_in_does_not_exist_outside_the_demo(client, settings):
    make_company()
    user = make_user()
    settings.DEMO = False
    assert client.post("/sign-in/demo/", {"email": user.email}).status_code == 404


def test_employee_whose_address_changed_keeps_the_user():
    user = make_user("lama@nusavaksin.example")
    make_employee(user=user)
    assert jobs.send_sign_in(EMAIL, "/", "id") is True
    assert list(User.objects.values_list("pk", "email")) == [(user.pk, EMAIL)]
    assert Employee.objects.get().user == user
