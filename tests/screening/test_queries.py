import datetime as dt

import pytest

from digitroops.people.models import Role
from digitroops.screening import queries
from digitroops.screening.models import Audit, Review
from tests.screening.cases import make_audit, make_candidate, make_finding, make_post, make_reviewer
from tests.world import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["waiting", "scanning", "with_person", "withdrawn", "failed"])
def test_nobody_but_the_person_sees_findings_before_they_are_sent(state):
    audit = make_audit(state=state)
    finding = make_finding(audit)
    reviewer = make_reviewer()
    assert list(queries.own_findings(audit.member)) == [finding]
    assert list(queries.audits_for(reviewer)) == []
    assert list(queries.findings_for(reviewer, audit)) == []


@pytest.mark.parametrize("role", [Role.PR, Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_other_roles_never_see_findings(role):
    audit = make_audit()
    make_finding(audit)
    user = make_user("lain@nusavaksin.example", role)
    assert (list(queries.audits_for(user)), list(queries.findings_for(user, audit))) == ([], [])


def test_a_reviewer_sees_what_was_sent():
    audit = make_audit()
    finding = make_finding(audit)
    reviewer = make_reviewer()
    assert list(queries.findings_for(reviewer, audit)) == [finding]
    assert [row.finding_count for row in queries.queue_of(reviewer)] == [1]


def test_a_reviewer_of_the_same_unit_sees_no_finding():
    audit = make_audit()
    make_finding(audit)
    reviewer = make_reviewer(unit=audit.member.employee.unit.path)
    assert list(queries.findings_for(reviewer, audit)) == []


def test_own_findings_are_never_those_of_another():
    audit = make_audit()
    make_finding(audit)
    assert list(queries.own_findings(make_candidate("2300"))) == []


def test_reviewers_are_blind_until_the_case_is_closed():
    audit, first, second = make_audit(), make_reviewer(), make_reviewer("sari@nusavaksin.example")
    theirs = Review.objects.create(audit=audit, reviewer=first, seat=1, decision="clear", reason="Baik")
    assert list(queries.reviews_for(second, audit)) == []
    own = Review.objects.create(audit=audit, reviewer=second, seat=2, decision="coach", reason="Lihat")
    assert list(queries.reviews_for(second, audit)) == [own]
    audit.state = Audit.State.DECIDED
    audit.save()
    assert list(queries.reviews_for(second, audit)) == [theirs, own]


def test_a_closed_case_is_shown_to_those_who_decided_only():
    audit, first = make_audit(state=Audit.State.DECIDED), make_reviewer()
    Review.objects.create(audit=audit, reviewer=first, seat=1, decision="clear", reason="Baik")
    assert list(queries.audits_for(first)) == [audit]
    assert list(queries.audits_for(make_reviewer("sari@nusavaksin.example"))) == []


def test_standing_holds_no_findings():
    audit = make_audit()
    make_finding(audit, text="Wasitnya goblok banget")
    assert "goblok" not in repr(queries.standing_of(audit.member))
    assert queries.standing_of(audit.member).state == "in_review"


def test_context_is_what_stands_around_the_post():
    audit = make_audit()
    start = dt.datetime(2018, 5, 27, 14, tzinfo=dt.UTC)
    texts = ["Menit 89.", "Wasitnya goblok", "Maaf tadi emosi.", "Lebaran."]
    hours = [0, 1, 3, 900]
    posts = [
        make_post(audit.member, text, created=start + dt.timedelta(hours=hour))
        for text, hour in zip(texts, hours, strict=True)
    ]
    context = queries.context_of(make_finding(audit, text=texts[1], post=posts[1]))
    assert (context.before, context.after) == ((posts[0],), (posts[2],))


def test_context_prefers_the_thread():
    audit = make_audit()
    start = dt.datetime(2018, 5, 27, 14, tzinfo=dt.UTC)
    first = make_post(audit.member, "Utas", created=start, external_id="a")
    make_post(audit.member, "Lain", created=start + dt.timedelta(hours=1))
    second = make_post(audit.member, "goblok", created=start + dt.timedelta(hours=2), in_reply_to="a")
    assert queries.context_of(make_finding(audit, text="goblok", post=second)).before == (first,)
