"""What every answer carries, and what is never answered."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from tests.world import make_company, make_employee, make_pr

pytestmark = pytest.mark.django_db


def test_every_page_forbids_inline_scripts_foreign_frames_and_sniffing(client):
    make_company()
    answer = client.get("/sign-in/")
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert (policy["script-src"], policy["style-src"], policy["frame-ancestors"]) == (
        "'self'",
        "'self'",
        "'none'",
    )
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"]) == ("nosniff", "DENY")


def test_session_cookies_are_kept_from_scripts_and_other_sites():
    assert (settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE) == (True, "Lax")


def test_a_form_without_its_token_is_refused():
    make_company()
    client = Client(enforce_csrf_checks=True)
    assert client.post("/sign-in/", {"email": "k1001@nusavaksin.example"}).status_code == 403


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_away(client, as_user, wanted):
    make_company()
    pr = make_pr()
    answer = client.post(
        "/sign-in/password/", {"email": pr.email, "password": "pencerita-andal", "next": wanted}
    )
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_choosing_a_language_never_leads_away(client, wanted):
    make_company()
    assert client.post("/language/", {"language": "en", "next": wanted})["Location"] == "/"


@pytest.mark.parametrize("folder", ["hr-imports", "archives", "company", "photos", "assets"])
def test_stored_files_have_no_address(as_user, settings, tmp_path, folder):
    settings.MEDIA_ROOT = tmp_path
    make_company()
    client = as_user(make_pr())
    name = default_storage.save(f"{folder}/secret.csv", ContentFile(b"secret"))
    assert client.get(f"/files/{name}").status_code == 404


def test_somebody_deactivated_in_the_session_is_out(as_user):
    make_company()
    user = make_pr()
    make_employee("7001", user=user)
    client = as_user(user)
    type(user).objects.filter(pk=user.pk).update(is_active=False)
    assert client.get("/me/").status_code == 302
