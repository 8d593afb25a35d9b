import pytest

from tests.world import make_company

pytestmark = pytest.mark.django_db


def test_manifest_names_the_company(client):
    make_company()
    answer = client.get("/manifest.webmanifest")
    assert (answer.json()["name"], answer.json()["display"]) == ("Digitroops Nusa Vaksin", "standalone")


def test_service_worker_is_served_at_the_root(client):
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"] == "text/javascript"
    assert b"/offline/" in answer.content


def test_live_answers_with_the_version(client):
    assert client.get("/health/live").json()["status"] == "live"


def test_ready_names_the_parts(client):
    make_company()
    assert client.get("/health/ready").json() == {
        "status": "ready",
        "database": "ok",
        "migrations": "ok",
        "files": "ok",
        "worker": "silent",
    }


def test_a_guest_is_sent_to_sign_in(client):
    make_company()
    assert client.get("/").status_code == 302
