"""Pages around the audit: process, settings, impact note, letter."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.people.models import Role
from digitroops.screening.actions import decide
from digitroops.screening.cards import posts_among
from digitroops.screening.models import Audit, AuditRules, ImpactNote
from digitroops.screening.oversight import process_of, process_row, summary_of
from digitroops.screening.passages import veiled
from tests.screening.cases import SECRET, make_audit, make_candidate, make_finding, make_reviewer
from tests.world import make_company, make_pr, make_user

pytestmark = pytest.mark.django_db
REASON = "Alasan yang hanya dibaca peserta."


@pytest.fixture
def audit():
    make_company()
    audit = make_audit()
    make_finding(audit)
    for name in ("budi", "sari"):
        decide(
            audit=audit,
            reviewer=make_reviewer(f"{name}@nusavaksin.example"),
            decision="not_now",
            reason=REASON,
        )
    audit.refresh_from_db()
    return audit


def test_the_auditor_sees_the_process_and_no_text(audit, as_user):
    browser = as_user(make_user("awas@nusavaksin.example", Role.AUDITOR))
    page = browser.get(reverse("screening:process")).content.decode()
    assert "Peserta 001" in page or audit.number in page
    assert "Tidak ada nama, isi, kategori" in page
    for secret in (SECRET, REASON, "Candra", "abusive", "Kata kasar"):
        assert secret not in page
    table = b"".join(browser.get(reverse("screening:process") + "?csv=1")).decode()
    assert REASON not in table
    assert "Candra" not in table


def test_pr_reads_numbers_there_and_gives_time_on_the_page_of_the_member(as_user):
    late = make_audit(state=Audit.State.WITH_PERSON, due=timezone.now())
    browser = as_user(make_pr())
    name = late.member.employee.name
    process = browser.get(reverse("screening:process"))
    table = b"".join(browser.get(reverse("screening:process") + "?csv=1"))
    assert name.encode() not in process.content + table
    assert f"Peserta {late.number}".encode() in process.content
    where = reverse("programme:member", args=[late.member_id])
    assert reverse("screening:more-time", args=[late.pk]) in browser.get(where).content.decode()
    more = browser.post(reverse("screening:more-time", args=[late.pk]), {"days": 7, "member": 1})
    assert (more.status_code, more["Location"]) == (302, where)
    assert Audit.objects.get(pk=late.pk).due > timezone.now() + dt.timedelta(days=6)


def test_the_auditor_opens_no_case(audit, as_user):
    browser = as_user(make_user("awas@nusavaksin.example", Role.AUDITOR))
    assert browser.get(reverse("screening:case", args=[audit.pk])).status_code == 403
    assert browser.post(reverse("screening:more-time", args=[audit.pk]), {"days": 7}).status_code == 403


def test_the_process_page_asks_the_database_as_often_for_three_audits(
    audit, as_user, django_assert_max_num_queries
):
    browser = as_user(make_pr())
    browser.get(reverse("screening:process"))
    for number in ("2301", "2302", "2303"):
        make_audit(make_candidate(number, name=f"Orang {number}"))
    with django_assert_max_num_queries(26):
        browser.get(reverse("screening:process"))


def test_pr_changes_what_counts(audit, as_user):
    browser = as_user(make_pr())
    page = browser.get(reverse("screening:rules"))
    values = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    values |= {"level-political": "0", "dpo_name": "Hendro"}
    answer = browser.post(
        reverse("screening:rules"), {k: v for k, v in values.items() if v not in (None, False)}
    )
    rules = AuditRules.objects.get(programme=audit.member.programme)
    assert (answer.status_code, rules.levels["political"], rules.dpo_name) == (302, 0, "Hendro")


def test_a_bad_pattern_is_refused_with_a_reason(audit, as_user):
    fields = {"category": "confidential", "text": "(", "pattern": "on", "severity": "3"}
    answer = as_user(make_pr()).post(reverse("screening:term-add"), fields)
    assert answer.status_code == 422
    assert audit.member.programme.audit_terms.count() == 0


def test_the_note_is_signed_on_its_page(audit, as_user):
    browser = as_user(make_pr())
    assert browser.post(reverse("screening:impact"), {"name": "Hendro"}).status_code == 422
    browser.post(reverse("screening:impact"), {"name": "Hendro", "agree": "on"})
    assert ImpactNote.objects.get().signed_name == "Hendro"
    assert browser.get(reverse("screening:impact-pdf")).content.startswith(b"%PDF")


def test_a_note_whose_settings_changed_does_not_read_as_signed(audit, as_user):
    browser, address = as_user(make_pr()), reverse("screening:impact")
    browser.post(address, {"name": "Hendro", "agree": "on"})
    assert "Belum ditandatangani" not in browser.get(address).content.decode()
    AuditRules.objects.update(opinion_url="http://model.internal/v1")
    assert "Belum ditandatangani dalam bentuk ini" in browser.get(address).content.decode()


def test_the_officer_named_in_the_settings_signs_and_no_other_auditor(audit, as_user):
    address, signature = reverse("screening:impact"), {"name": "Hendro", "agree": "on"}
    AuditRules.objects.update_or_create(
        programme=audit.member.programme, defaults={"dpo_email": "Hendro@nusavaksin.example"}
    )
    other = as_user(make_user("awas@nusavaksin.example", Role.AUDITOR))
    assert 'name="name"' not in other.get(address).content.decode()
    other.post(address, signature)
    assert not ImpactNote.objects.exists()
    officer = as_user(make_user("hendro@nusavaksin.example", Role.AUDITOR))
    assert 'name="name"' in officer.get(address).content.decode()
    officer.post(address, signature)
    assert ImpactNote.objects.get().signed_name == "Hendro"


@pytest.mark.parametrize(
    ("language", "words"), [("id", "belum cocok kali ini"), ("en", "not a fit this time")]
)
def test_the_letter_says_outcome_and_reason_in_both_languages(audit, as_user, language, words):
    browser = as_user(audit.member.employee.user)
    page = browser.get(reverse("screening:letter") + f"?lang={language}").content.decode()
    assert words in page
    assert REASON in page
    for name in ("Budi", "Sari"):
        assert name not in page
    made = browser.get(reverse("screening:letter-pdf") + f"?lang={language}")
    assert (made["Content-Type"], made.content[:4]) == ("application/pdf", b"%PDF")


def test_the_person_asks_for_a_second_look(audit, as_user):
    browser = as_user(audit.member.employee.user)
    assert browser.post(reverse("screening:appeal"), {"text": ""}).status_code == 422
    browser.post(reverse("screening:appeal"), {"text": "Itu kutipan."})
    page = as_user(make_reviewer("tono@nusavaksin.example")).get(reverse("screening:case", args=[audit.pk]))
    assert "Itu kutipan." in page.content.decode()
    assert page.context["action"] == reverse("screening:answer", args=[audit.pk])


def test_undo_leads_back_to_the_case(audit, as_user):
    other = make_audit(make_candidate("2209", name="Dewi"))
    reviewer = make_reviewer("tono@nusavaksin.example")
    browser = as_user(reviewer)
    where = reverse("screening:decide", args=[other.pk])
    browser.post(where, {"decision": "clear", "reason": "Baik."})
    answer = browser.post(reverse("screening:undo", args=[other.pk]), headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == reverse("screening:case", args=[other.pk])
    assert other.reviews.count() == 0


def test_a_member_without_a_decision_has_no_letter(as_user):
    make_company()
    member = make_audit(state=Audit.State.WITH_PERSON).member
    assert as_user(member.employee.user).get(reverse("screening:letter")).status_code == 404


def test_what_somebody_is_stays_hidden_from_reviewers():
    shown = veiled("Sebagai orang Batak dan Kristen saya marah", (), "")
    assert (
        "".join(passage.text for passage in shown if not passage.hidden) == "Sebagai orang  dan  saya marah"
    )
    assert [passage.hidden for passage in shown if passage.hidden] == ["ethnicity", "religion"]


def test_pr_starts_a_reading_again_that_broke_off(audit, as_user):
    Audit.objects.filter(pk=audit.pk).update(state=Audit.State.FAILED, error="scan")
    browser = as_user(make_user("rina@nusavaksin.example", Role.PR))
    assert "Baca lagi unggahannya" in browser.get(reverse("screening:process")).content.decode()
    browser.post(reverse("screening:scan-again", args=[audit.pk]))
    audit.refresh_from_db()
    assert (audit.state, audit.error) == (Audit.State.WAITING, "")


def test_pr_reads_that_a_reviewer_decided_but_not_which(audit, as_user):
    browser, employee = as_user(make_pr()), audit.member.employee
    pages = [
        reverse("programme:member", args=[audit.member.pk]),
        reverse("people:detail", args=[employee.pk]),
        reverse("people:record"),
    ]
    for page in pages:
        text = browser.get(page, headers={"Accept-Language": "en"}).content.decode()
        assert "eorang peninjau" in text or "a reviewer" in text
        assert "budi" not in text.lower()
    assert b"budi" not in b"".join(browser.get(reverse("people:record") + "?csv=1")).lower()
    assert "audit.reviewed" not in [row["entry"].act for row in _found(browser, "budi")]


def test_the_administrator_reads_which_reviewer_decided(audit, as_user):
    browser = as_user(make_user("adm@nusavaksin.example", Role.ADMINISTRATOR))
    assert "audit.reviewed" in [row["entry"].act for row in _found(browser, "budi")]


def _found(browser, words):
    return browser.get(reverse("people:record"), {"q": words}).context["rows"]


def test_the_process_counts_the_reviewers_who_decided(audit):
    make_reviewer("tono@nusavaksin.example")
    audit.reviews.update(opened=audit.started)
    assert summary_of(audit.member.programme).reviewers == 2


@pytest.mark.parametrize(("votes", "needs", "third"), [(1, False, False), (2, True, False), (3, False, True)])
def test_a_third_opinion_is_needed_only_until_it_is_given(votes, needs, third):
    make_company()
    case = make_audit()
    said = zip(("budi", "sari", "tono"), ("clear", "not_now", "clear"), strict=True)
    for name, decision in [*said][:votes]:
        reviewer = make_reviewer(f"{name}@nusavaksin.example")
        decide(audit=case, reviewer=reviewer, decision=decision, reason=REASON)
    row = process_row(process_of(case.member.programme).get())
    assert (row.needs_third, row.third) == (needs, third)


def test_findings_of_one_post_are_one_post():
    case = make_audit()
    first = make_finding(case)
    make_finding(case, post=first.post, word="Wasitnya")
    make_finding(case, text="goblok lagi")
    assert posts_among(case.findings.all()) == 2
