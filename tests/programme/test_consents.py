"""Everybody sees what they agreed to, and withdraws each item alone."""

import pytest
from django.urls import reverse

from digitroops.audit.models import Entry
from digitroops.programme.models import Consent, ConsentItem, Member
from digitroops.programme.queries import has_consent
from digitroops.screening.models import Audit, Finding
from tests.presence.archives import agree
from tests.recruitment.world import make_application
from tests.screening.cases import make_audit, make_finding
from tests.world import make_company, make_member, make_user

pytestmark = pytest.mark.django_db
Key = ConsentItem.Key


@pytest.fixture
def nadia():
    make_company()
    member = make_member()
    agree(member)
    return member


def withdraw(client, member, key):
    consent = Consent.objects.get(member=member, item__key=key, withdrawn=None)
    return client.post(reverse("programme:consent-withdraw", args=[consent.pk]))


def test_each_consent_is_listed_with_what_follows(as_user, nadia):
    page = as_user(nadia.employee.user).get(reverse("programme:consents"))
    assert {row["consent"].item.key for row in page.context["standing"]} == set(Key.values)
    assert "Humas diberi tahu" in page.content.decode()


def test_one_consent_is_withdrawn_alone_and_recorded(as_user, nadia):
    client = as_user(nadia.employee.user)
    withdraw(client, nadia, Key.WATCH)
    assert not has_consent(nadia, Key.WATCH)
    assert has_consent(nadia, Key.ARCHIVE)
    assert Entry.objects.get(act="consent.withdrawn").actor == nadia.employee.user
    past = client.get(reverse("programme:consents")).context["past"]
    assert [row["consent"].item.key for row in past] == [Key.WATCH]


@pytest.mark.parametrize("key", [Key.AUDIT, Key.REVIEW])
def test_without_the_audit_its_findings_go_as_when_leaving_it(as_user, nadia, key):
    audit = make_audit(nadia)
    make_finding(audit)
    withdraw(as_user(nadia.employee.user), nadia, key)
    audit.refresh_from_db()
    assert (audit.state, Finding.objects.count()) == (Audit.State.WITHDRAWN, 0)
    assert not has_consent(nadia, Key.AUDIT)
    assert not has_consent(nadia, Key.REVIEW)
    assert has_consent(nadia, Key.CONTACT)


def test_a_candidate_is_told_that_the_application_ends_and_it_does(as_user):
    make_company()
    member = make_application().member
    client = as_user(member.employee.user)
    row = next(
        row
        for row in client.get(reverse("programme:consents")).context["standing"]
        if row["consent"].item.key == Key.ARCHIVE
    )
    assert "Pendaftaran Anda berakhir" in row["follows"]
    withdraw(client, member, Key.ARCHIVE)
    member.refresh_from_db()
    assert member.state == Member.State.LEFT


def test_nobody_withdraws_for_somebody_else(as_user, nadia):
    other = as_user(make_user("oki@nusavaksin.example"))
    assert withdraw(other, nadia, Key.WATCH).status_code == 404
    assert has_consent(nadia, Key.WATCH)


def test_the_profile_leads_to_accounts_results_and_consents(as_user, nadia):
    client = as_user(nadia.employee.user)
    page = client.get(reverse("people:profile")).content.decode()
    for route in ("presence:accounts", "insight:mine", "programme:consents", "privacy:rights"):
        assert f'href="{reverse(route)}"' in page
    assert reverse("programme:consents") in client.get(reverse("privacy:rights")).content.decode()
