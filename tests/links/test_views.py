import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.links.models import Click
from tests.links.agents import CHROME
from tests.world import make_company, make_employee, make_link, make_pr, make_user

pytestmark = pytest.mark.django_db


def follow(client, code, **headers):
    return client.get(reverse("links:redirect", args=[code]), headers={"user-agent": CHROME, **headers})


def test_follow_redirects_with_utm_and_counts(client, load):
    link = make_link()
    response = follow(client, link.code.upper(), referer="https://t.co/abc?secret=1")
    assert response.status_code == 302
    assert response.headers["Location"] == (
        "https://nusavaksin.example/perahu?utm_source=digitroops&utm_medium=employee"
        f"&utm_campaign=vaksin-pulau&utm_content={link.code}"
    )
    assert response.headers["Referrer-Policy"] == "strict-origin"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert load().clicks == 1
    assert list(Click.objects.values_list("verdict", "referrer")) == [("person", "t.co")]


def test_follow_counts_a_head_request_as_no_person(client, load):
    link = make_link()
    client.head(reverse("links:redirect", args=[link.code]), headers={"user-agent": CHROME})
    load()
    assert Click.objects.get().verdict == "head"


def test_follow_knows_the_sharers_own_test(as_user, load):
    link = make_link()
    own = as_user(link.member.employee.user)
    own.get(reverse("links:link", args=[link.code]))
    follow(own, link.code)
    load()
    assert Click.objects.get().verdict == "own"


def test_a_colleagues_visit_is_a_persons(as_user, load):
    link = make_link()
    colleague = as_user(make_pr())
    colleague.get(reverse("links:link", args=[link.code]))
    follow(colleague, link.code)
    load()
    assert Click.objects.get().verdict == "person"


def test_follow_takes_no_other_methods(client):
    assert client.post(reverse("links:redirect", args=[make_link().code])).status_code == 405


@pytest.mark.parametrize("code", ["zzzzzzzz", "a" * 400, "%00", "ä", "..", "a b"])
def test_follow_answers_an_unknown_code_with_a_light_404(client, code, load):
    make_company()
    response = client.get(f"/l/{code}")
    assert response.status_code == 404
    load()
    assert not Click.objects.exists()


@pytest.mark.parametrize("field", ["withdrawn", "expires"])
def test_follow_shows_a_kind_page_for_an_ended_link(client, field, load):
    link = make_link()
    setattr(link, field, timezone.now())
    link.save()
    assert follow(client, link.code).status_code == 410
    load()
    assert not Click.objects.exists()


def test_follow_survives_wild_headers(client, load):
    link = make_link()
    headers = {"HTTP_USER_AGENT": "Mozilla/5.0 \udcff\x00\r\n" + "x" * 9000, "HTTP_REFERER": "http://[bad"}
    assert client.get(f"/l/{link.code}", **headers).status_code == 302
    load()
    assert len(Click.objects.get().agent) <= 300


def test_follow_believes_no_forwarded_address_without_a_proxy(client, load):
    link = make_link()
    for address in ("198.51.100.1", "198.51.100.2"):
        follow(client, link.code, **{"x-forwarded-for": address})
    load()
    assert sorted(Click.objects.values_list("verdict", flat=True)) == ["person", "repeat"]


def test_link_page_is_for_its_owner_and_pr(as_user):
    link = make_link()
    other = make_employee(user=make_user("oki@nusavaksin.example")).user
    address = reverse("links:link", args=[link.code])
    seen = [as_user(user).get(address).status_code for user in (link.member.employee.user, make_pr(), other)]
    assert seen == [200, 200, 404]


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_qr_is_drawn(as_user, kind, start):
    link = make_link()
    response = as_user(make_pr()).get(reverse("links:qr", args=[link.code, kind]))
    assert response.content.startswith(start)


def test_withdraw_ends_the_link_and_restore_opens_it(as_user, client):
    link = make_link()
    pr = as_user(make_pr())
    pr.post(reverse("links:withdraw", args=[link.code]))
    assert follow(client, link.code).status_code == 410
    pr.post(reverse("links:restore", args=[link.code]))
    assert follow(client, link.code).status_code == 302
