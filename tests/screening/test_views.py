import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.people.models import Role
from digitroops.privacy.actions import ask
from digitroops.privacy.models import Request
from digitroops.screening.models import Audit, Finding, Reply, Review
from tests.screening.cases import make_audit, make_candidate, make_finding, make_reviewer
from tests.world import make_user

pytestmark = pytest.mark.django_db
DECISION = {"decision": "clear", "reason": "Sudah minta maaf malam itu juga."}


@pytest.fixture
def audit():
    audit = make_audit(state=Audit.State.WITH_PERSON)
    make_finding(audit)
    return audit


def send(audit):
    Audit.objects.filter(pk=audit.pk).update(state=Audit.State.IN_REVIEW)


def test_mine_shows_the_words_marked(as_user, audit):
    page = as_user(audit.member.employee.user).get(reverse("screening:mine")).content.decode()
    assert "Wasitnya <mark>goblok</mark> banget" in page


@pytest.mark.parametrize("state", Audit.State.values)
def test_mine_speaks_in_every_state(as_user, state):
    audit = make_audit(state=state, outcome="not_now" if state == "decided" else "")
    assert as_user(audit.member.employee.user).get(reverse("screening:mine")).status_code == 200


def test_mine_is_empty_before_an_audit(as_user):
    page = as_user(make_candidate().employee.user).get(reverse("screening:mine")).content.decode()
    assert "Belum ada audit" in page


def test_progress_is_polled_and_ends_with_a_fresh_page(as_user, audit):
    client = as_user(audit.member.employee.user)
    Audit.objects.update(state=Audit.State.SCANNING, posts_scanned=20)
    response = client.get(reverse("screening:mine"), headers={"HX-Request": "true"})
    assert "20 dari 40 unggahan" in response.content.decode()
    Audit.objects.update(state=Audit.State.WITH_PERSON)
    assert client.get(reverse("screening:mine"), headers={"HX-Request": "true"})["HX-Refresh"] == "true"


@pytest.mark.parametrize(
    ("kind", "told"), [("object", "tidak dibaca secara otomatis"), ("restrict", "menjeda")]
)
def test_mine_says_that_a_right_was_used(as_user, audit, kind, told):
    ask(employee=audit.member.employee, kind=kind, text="", actor=audit.member.employee.user)
    page = as_user(audit.member.employee.user).get(reverse("screening:mine")).content.decode()
    assert told in page
    assert ("<mark>" in page) == (kind == "restrict")


def test_reply_is_saved(as_user, audit):
    finding = Finding.objects.get()
    data = {f"f{finding.pk}-stance": "explain", f"f{finding.pk}-text": "Saya emosi, maaf."}
    as_user(audit.member.employee.user).post(reverse("screening:reply", args=[finding.pk]), data)
    assert Reply.objects.get().text == "Saya emosi, maaf."


def test_reply_without_words_keeps_what_was_chosen(as_user, audit):
    finding = Finding.objects.get()
    client = as_user(audit.member.employee.user)
    response = client.post(
        reverse("screening:reply", args=[finding.pk]), {f"f{finding.pk}-stance": "dispute"}
    )
    assert (response.status_code, Reply.objects.count()) == (422, 0)
    assert "Tulis satu atau dua kalimat" in response.content.decode()


def test_without_scripts_all_replies_are_saved_at_once_and_the_others_come_back(as_user, audit):
    first, second, third = Finding.objects.get(), make_finding(audit), make_finding(audit)
    data = {
        f"f{first.pk}-stance": "explain",
        f"f{first.pk}-text": "Saya emosi, maaf.",
        f"f{second.pk}-text": "Belum memilih.",
        f"f{third.pk}-text": "",
    }
    browser = as_user(audit.member.employee.user)
    answer = browser.post(reverse("screening:replies"), data)
    assert (answer.status_code, Reply.objects.get().text) == (422, "Saya emosi, maaf.")
    assert "Belum memilih." in answer.content.decode()
    data[f"f{second.pk}-stance"] = "dispute"
    assert [browser.post(reverse("screening:replies"), data).status_code for _twice in range(2)] == [302, 302]
    assert Reply.objects.count() == 2
    assert Entry.objects.filter(act="finding.replied").count() == 2


def test_reply_to_the_finding_of_another_is_not_found(as_user, audit):
    client = as_user(make_candidate("2300").employee.user)
    response = client.post(reverse("screening:reply", args=[Finding.objects.get().pk]), {})
    assert response.status_code == 404


def test_submit_and_withdraw(as_user, audit):
    client = as_user(audit.member.employee.user)
    client.post(reverse("screening:submit"))
    assert Audit.objects.get().state == Audit.State.IN_REVIEW
    client.post(reverse("screening:withdraw"))
    assert (Audit.objects.get().state, Finding.objects.count()) == (Audit.State.WITHDRAWN, 0)


def test_sending_on_takes_typed_replies_along(as_user, audit):
    first, second = Finding.objects.get(), make_finding(audit)
    data = {f"f{second.pk}-stance": "explain", f"f{second.pk}-text": "Itu candaan.", f"f{first.pk}-text": ""}
    as_user(audit.member.employee.user).post(reverse("screening:submit"), data)
    assert list(Reply.objects.values_list("finding", "text")) == [(second.pk, "Itu candaan.")]
    assert Audit.objects.get().state == Audit.State.IN_REVIEW


def test_sending_on_stops_at_a_reply_that_is_not_complete(as_user, audit):
    first, second = Finding.objects.get(), make_finding(audit)
    data = {
        f"f{first.pk}-text": "Tanpa pilihan, tetapi ditulis.",
        f"f{second.pk}-stance": "explain",
        f"f{second.pk}-text": "Itu candaan.",
    }
    response = as_user(audit.member.employee.user).post(reverse("screening:submit"), data)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Tanpa pilihan, tetapi ditulis." in page
    assert "toast-alert" in page.split("toast-template")[0]
    assert "Pilih salah satu dari tiga" in page
    assert Audit.objects.get().state == Audit.State.WITH_PERSON
    assert list(Reply.objects.values_list("finding", flat=True)) == [second.pk]


def test_a_saved_reply_brings_the_new_count(as_user, audit):
    finding, _other = Finding.objects.get(), make_finding(audit)
    response = as_user(audit.member.employee.user).post(
        reverse("screening:reply", args=[finding.pk]),
        {f"f{finding.pk}-stance": "explain", f"f{finding.pk}-text": "Maaf."},
        headers={"HX-Request": "true"},
    )
    assert '<span id="reply-count" hx-swap-oob="true">1 dari 2 ' in response.content.decode()


def test_case_is_not_found_before_the_person_has_sent_it(as_user, audit):
    client = as_user(make_reviewer())
    assert client.get(reverse("screening:case", args=[audit.pk])).status_code == 404
    assert "Peserta" not in client.get(reverse("screening:queue")).content.decode()


def test_case_hides_the_name_everywhere(as_user):
    audit = make_audit()
    make_finding(
        audit, text="Halo @candrawj, wasitnya goblok kata Candra", url="https://x.com/candrawj/status/1"
    )
    page = as_user(make_reviewer()).get(reverse("screening:case", args=[audit.pk])).content.decode()
    assert f"Peserta {audit.number}" in page
    assert "candra" not in page.lower()


def test_case_is_decided_and_the_reviewer_returns_to_the_queue(as_user, audit):
    send(audit)
    response = as_user(make_reviewer()).post(reverse("screening:decide", args=[audit.pk]), DECISION)
    assert (response.status_code, response["Location"]) == (302, reverse("screening:queue"))
    assert Review.objects.get().reason == DECISION["reason"]


def test_time_on_a_case_is_measured(as_user, audit):
    send(audit)
    client = as_user(make_reviewer())
    client.get(reverse("screening:case", args=[audit.pk]))
    client.post(reverse("screening:decide", args=[audit.pk]), DECISION)
    review = Review.objects.get()
    assert review.opened is not None
    assert review.opened <= review.at


@pytest.mark.parametrize(
    "data", [{}, {"decision": "clear"}, {"reason": "x"}, {"decision": "fire", "reason": "x"}]
)
def test_a_decision_without_choice_or_reason_is_not_saved(as_user, audit, data):
    send(audit)
    response = as_user(make_reviewer()).post(reverse("screening:decide", args=[audit.pk]), data)
    assert (response.status_code, Review.objects.count()) == (422, 0)


def test_nothing_is_preselected(as_user, audit):
    send(audit)
    page = as_user(make_reviewer()).get(reverse("screening:case", args=[audit.pk])).content.decode()
    assert page.count('name="decision"') == 4
    assert " checked" not in page


def test_an_own_case_is_refused_with_a_sentence(as_user, audit):
    send(audit)
    user = audit.member.employee.user
    user.grants.create(role=Role.REVIEWER)
    client = as_user(user)
    shown = client.get(reverse("screening:case", args=[audit.pk]))
    decided = client.post(reverse("screening:decide", args=[audit.pk]), DECISION)
    assert (shown.status_code, decided.status_code, Review.objects.count()) == (403, 403, 0)
    assert "Audit ini tentang diri Anda" in decided.content.decode()


def test_a_case_of_the_own_unit_is_refused_without_its_texts(as_user, audit):
    send(audit)
    reviewer = make_reviewer(unit=audit.member.employee.unit.path)
    page = as_user(reviewer).get(reverse("screening:case", args=[audit.pk]))
    assert page.status_code == 403
    assert "goblok" not in page.content.decode()


def test_a_late_decision_gets_a_sentence(as_user, audit):
    Audit.objects.update(state=Audit.State.DECIDED)
    response = as_user(make_reviewer()).post(reverse("screening:decide", args=[audit.pk]), DECISION)
    assert "tidak perlu putusan lagi" in response.content.decode()


def test_a_case_on_hold_says_so_instead_of_nothing_marked(as_user, audit):
    send(audit)
    Request.objects.create(
        employee=audit.member.employee, kind="restrict", state="granted", due=timezone.now()
    )
    response = as_user(make_reviewer()).get(reverse("screening:case", args=[audit.pk]))
    assert response.status_code == 403
    assert "menjeda" in response.content.decode()


def test_a_case_that_others_decided_shows_neither_outcome_nor_words(as_user, audit):
    Audit.objects.update(state=Audit.State.DECIDED, outcome="not_now")
    response = as_user(make_reviewer()).get(reverse("screening:case", args=[audit.pk]))
    assert response.status_code == 403
    page = response.content.decode()
    assert "Belum cocok" not in page
    assert "goblok" not in page


@pytest.mark.parametrize("role", [Role.PR, Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_other_roles_are_refused(as_user, audit, role):
    send(audit)
    client = as_user(make_user("lain@nusavaksin.example", role))
    assert client.get(reverse("screening:case", args=[audit.pk])).status_code == 403
    assert client.get(reverse("screening:queue")).status_code == 403


@pytest.mark.parametrize("place", ["1", "99", "-1", "x", ""])
def test_any_finding_number_gives_a_page(as_user, audit, place):
    send(audit)
    make_finding(audit)
    client = as_user(make_reviewer())
    assert client.get(reverse("screening:case", args=[audit.pk]), {"finding": place}).status_code == 200


def test_the_queue_asks_the_database_as_often_for_three_cases(as_user, django_assert_num_queries):
    client = as_user(make_reviewer())
    make_finding(make_audit(make_candidate("240")))
    client.get(reverse("screening:queue"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("screening:queue"))
    for number in (241, 242):
        make_finding(make_audit(make_candidate(str(number))))
    with django_assert_num_queries(len(one)):
        client.get(reverse("screening:queue"))


def test_a_case_with_something_wrong_still_leads_to_its_findings(as_user, audit):
    make_finding(audit)
    send(audit)
    page = as_user(make_reviewer()).post(reverse("screening:decide", args=[audit.pk]), {"decision": "clear"})
    case = reverse("screening:case", args=[audit.pk])
    assert f'hx-get="{case}?finding=1"' in page.content.decode()
    assert '"?' not in page.content.decode()  # the page stands at an address that only takes the decision
