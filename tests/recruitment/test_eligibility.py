import datetime as dt

import pytest
from django.utils import timezone, translation

from digitroops.presence import jobs
from digitroops.presence.actions import add_archive
from digitroops.programme.models import Criterion
from digitroops.recruitment.actions.eligibility import OwnApplication, override_result, review_sample
from digitroops.recruitment.criteria import KINDS
from digitroops.recruitment.evaluation import evaluate
from digitroops.recruitment.models import Application
from tests.presence.archives import x_archive
from tests.recruitment.world import make_application
from tests.world import make_pr

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 20)
TWEETS = [(1001, "Vaksin itu aman.", "Sun Nov 01 05:00:00 +0000 2026")]


def result(application, kind, today=TODAY):
    evaluate(application, today)
    return application.results.get(criterion__kind=kind)


def sentence(found, language="id"):
    with translation.override(language):
        return KINDS[found.criterion.kind].explain(found.evidence)


def read_archive(application, followers, tweets=TWEETS):
    account = application.member.employee.accounts.get()
    file = x_archive(range(followers), tweets, user=account.handle)
    archive = add_archive(actor=application.member.employee.user, account=account, file=file)
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert archive.state == "read"


def test_typed_followers_stay_unverified():
    found = result(make_application(followers=1284), "followers")
    assert found.verdict == "unverified"
    assert "1,284" in sentence(found, "en")
    assert sentence(found, "en").endswith("typed, not read.")


def test_too_few_typed_followers_are_not_met():
    assert result(make_application(followers=999), "followers").verdict == "not_met"


def test_read_followers_are_met_with_their_archive_as_evidence():
    application = make_application(followers=5)
    read_archive(application, 1284)
    found = result(application, "followers")
    assert (found.verdict, found.evidence["count"], found.evidence["date"]) == ("met", 1284, "2026-11-03")
    assert sentence(found, "en").endswith("from the archive of 3 November 2026; read, not typed.")


def test_read_followers_beat_a_higher_typed_number():
    application = make_application(followers=50_000)
    read_archive(application, 12)
    assert result(application, "followers").verdict == "not_met"


def test_followers_unknown_is_unverified():
    application = make_application(ready=False)
    assert result(application, "followers").evidence == {"key": "none", "minimum": 1000}


def test_on_leave_is_not_active_employment():
    application = make_application()
    application.member.employee.status = "leave"
    application.member.employee.save()
    assert result(application, "active_employment").verdict == "not_met"


@pytest.mark.parametrize(
    ("days", "today", "verdict"),
    [
        (30, TODAY, "met"),
        (18, TODAY, "not_met"),
        (10, TODAY, "unverified"),
        (30, dt.date(2026, 12, 30), "unverified"),
    ],
)
def test_recent_post_knows_how_old_the_archive_is(days, today, verdict):
    application = make_application()
    Criterion.objects.create(
        programme=application.member.programme, kind="recent_post", parameters={"days": days}
    )
    read_archive(application, 3)
    assert result(application, "recent_post", today).verdict == verdict


def test_recent_post_without_archive_is_unverified():
    application = make_application()
    Criterion.objects.create(programme=application.member.programme, kind="recent_post", parameters={})
    assert result(application, "recent_post").evidence == {"key": "none"}


def test_generation_says_that_it_is_a_preference():
    application = make_application()
    Criterion.objects.create(
        programme=application.member.programme, kind="generation", parameters={"generations": ["z"]}
    )
    found = result(application, "generation")
    assert found.verdict == "not_met"
    assert sentence(found, "en").endswith("it turns nobody away.")


def test_team_criteria_have_no_result_per_person():
    application = make_application()
    Criterion.objects.create(programme=application.member.programme, kind="unit_max", parameters={"count": 3})
    kinds = [found.criterion.kind for found in evaluate(application, TODAY)]
    assert kinds == ["active_employment", "followers"]


def test_reading_an_archive_evaluates_again_by_itself():
    application = make_application()
    assert application.results.get(criterion__kind="followers").verdict == "unverified"
    read_archive(application, 1284)
    assert application.results.get(criterion__kind="followers").verdict == "met"


def test_override_survives_a_new_look():
    application, ratna = make_application(), make_pr()
    found = result(application, "followers")
    override_result(actor=ratna, result=found, verdict="met", reason="Tangkapan layar dilihat bersama.")
    found = result(application, "followers")
    assert (found.verdict, found.final, found.override_by) == ("unverified", "met", ratna)


def test_nobody_overrides_their_own_result():
    application = make_application()
    found = result(application, "followers")
    with pytest.raises(OwnApplication):
        override_result(actor=application.member.employee.user, result=found, verdict="met", reason="Saya.")
    found.refresh_from_db()
    assert found.override == ""


def test_a_story_is_reviewed_with_a_sentence_for_the_applicant(as_user):
    application, ratna = make_application(), make_pr()
    Application.objects.filter(pk=application.pk).update(submitted=timezone.now())
    given = {"sample": "ready", "sample_note": "Adegan paginya menyentuh."}
    answer = as_user(ratna).post(f"/recruitment/applicants/{application.pk}/story/", given)
    application.refresh_from_db()
    assert (answer.status_code, application.sample, application.sample_by) == (302, "ready", ratna)


def test_nobody_reviews_their_own_story():
    application = make_application()
    with pytest.raises(OwnApplication):
        review_sample(
            actor=application.member.employee.user,
            application=application,
            sample="ready",
            sample_note="Bagus sekali.",
        )
