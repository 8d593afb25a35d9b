"""The record of a breach, its clock and its texts."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.people.models import Role
from digitroops.privacy.breach_texts import draft
from digitroops.privacy.models import Breach
from digitroops.programme.models import Programme
from digitroops.screening.models import AuditRules
from tests.world import make_company, make_pr, make_programme, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def breach():
    make_company()
    return Breach.objects.create(
        title="Laptop hilang",
        happened="Tertinggal di kereta.",
        which_data="nama dan surel",
        people_count=12,
        handling="Dikunci dari jauh.",
        found=timezone.now() - dt.timedelta(hours=70),
    )


def test_the_clock_runs_from_when_it_was_found(breach):
    assert breach.hours_left in {1, 2}
    breach.found -= dt.timedelta(hours=5)
    assert breach.hours_left < 0


@pytest.mark.parametrize(("language", "words"), [("id", "gagal"), ("en", "failure to protect personal data")])
def test_the_notices_are_drafted_in_both_languages(breach, language, words):
    text = draft(breach, language, to_agency=True)
    assert words in text
    for fact in ("Tertinggal di kereta.", "nama dan surel", "12", "Dikunci dari jauh."):
        assert fact in text


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_notices_name_the_officer_of_a_programme_that_is_not_over(breach, as_user, language):
    programme = make_programme()
    AuditRules.objects.filter(programme=programme).update(
        dpo_name="Hendro Gunawan", dpo_email="hendro@nusavaksin.example"
    )
    text = draft(breach, language, to_agency=False)
    assert "Hendro Gunawan (hendro@nusavaksin.example)" in text
    page = as_user(make_pr()).get(reverse("privacy:breach", args=[breach.pk])).content.decode()
    assert reverse("screening:rules") + "#id_dpo_name" not in page
    Programme.objects.update(state=Programme.State.CLOSED)
    assert "Hendro" not in draft(breach, language, to_agency=False)


def test_where_nobody_is_named_the_page_leads_to_where_pr_names_one(breach, as_user):
    make_programme()
    pr, auditor = make_pr(), make_user("awas@nusavaksin.example", Role.AUDITOR)
    address, place = reverse("privacy:breach", args=[breach.pk]), reverse("screening:rules") + "#id_dpo_name"
    pages = [as_user(user).get(address) for user in (pr, auditor)]
    assert [page.context["unnamed"] for page in pages] == [True, True]
    assert [place in page.content.decode() for page in pages] == [True, False]
    assert 'id="id_dpo_name"' in as_user(pr).get(reverse("screening:rules")).content.decode()


def test_telling_is_recorded_once(breach, as_user):
    browser = as_user(make_pr())
    browser.post(reverse("privacy:breach-agency", args=[breach.pk]))
    breach.refresh_from_db()
    first = breach.agency_told
    browser.post(reverse("privacy:breach-agency", args=[breach.pk]))
    browser.post(reverse("privacy:breach-people", args=[breach.pk]))
    breach.refresh_from_db()
    assert (breach.agency_told, breach.all_told) == (first, True)


def test_a_breach_is_reported(as_user):
    make_company()
    fields = {
        "title": "Salah kirim",
        "found": "2026-01-02T10:00",
        "happened": "Surel ke alamat keliru",
        "which_data": "nama",
        "people_count": "1",
        "handling": "Diminta dihapus",
    }
    browser = as_user(make_pr())
    assert browser.post(reverse("privacy:report"), fields | {"found": "2099-01-01T10:00"}).status_code == 422
    assert browser.post(reverse("privacy:report"), fields).status_code == 302
    assert Breach.objects.get().title == "Salah kirim"


def test_the_auditor_reads_and_does_not_act(breach, as_user):
    browser = as_user(make_user("awas@nusavaksin.example", Role.AUDITOR))
    assert browser.get(reverse("privacy:breach", args=[breach.pk])).status_code == 200
    assert browser.post(reverse("privacy:breach-close", args=[breach.pk])).status_code == 403
