import datetime as dt
import json

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.engines.clicks import make_reference
from digitroops.links import goal_actions
from digitroops.links.conversions import Outcome, Report, reference_key, take
from digitroops.links.models import Conversion, ConversionDay, Goal
from tests.world import make_company, make_link, make_member, make_pr, make_programme, make_story

pytestmark = pytest.mark.django_db
SITE = "https://www.nusavaksin.example"
NOW = dt.datetime(2026, 11, 18, 5, tzinfo=dt.UTC)


def ref(link, days_ago=1.0, at=NOW, chance=b"12345"):
    seconds = (at - dt.timedelta(days=days_ago)).timestamp()
    return make_reference(link=link.pk, seconds=seconds, chance=chance, key=reference_key())


def make_goal(link, **changes):
    fields = {"key": "daftar", "name": "Pendaftaran", "value": 50_000, "touch": "last", "days": 30, **changes}
    return goal_actions.add_goal(programme=link.member.programme, actor=None, **fields)


def report(*references, **changes):
    return Report(**{"goal": "daftar", "at": NOW, "via": "script", "references": references, **changes})


@pytest.fixture
def link():
    return make_link()


def test_take_counts_an_order_once(link):
    goal = make_goal(link)
    outcomes = [take(report(ref(link), order="A-1")) for _again in range(3)]
    assert outcomes == [Outcome.COUNTED, Outcome.KNOWN, Outcome.KNOWN]
    row = ConversionDay.objects.get()
    assert (row.goal, row.link, row.number, row.value) == (goal, link, 1, 50_000)


def test_take_counts_a_click_once_where_the_site_names_no_order(link):
    make_goal(link)
    first, second = ref(link), ref(link, chance=b"54321")
    outcomes = [take(report(one)) for one in (first, first, second)]
    assert outcomes == [Outcome.COUNTED, Outcome.KNOWN, Outcome.COUNTED]


@pytest.mark.parametrize(("touch", "expected"), [("first", "early"), ("last", "late")])
def test_take_counts_for_the_first_or_the_last_click(touch, expected):
    story = make_story()
    early = make_link(make_member(), story)
    late = make_link(make_member(number="2002", name="Gita"), story)
    make_goal(early, touch=touch)
    take(report(ref(early, 9), ref(late, 2)))
    assert Conversion.objects.get().link == {"early": early, "late": late}[expected]


def test_take_leaves_clicks_older_than_the_days_aside(link):
    make_goal(link, days=7)
    assert take(report(ref(link, 8))) is Outcome.TOO_LATE
    assert not Conversion.objects.exists()


@pytest.mark.parametrize(
    ("open_value", "value", "expected"),
    [(False, 999, 50_000), (True, 999, 999), (True, None, 50_000), (True, 10**15, 10**12)],
)
def test_take_believes_a_reported_value_only_where_the_goal_says_so(link, open_value, value, expected):
    make_goal(link, open_value=open_value)
    take(report(ref(link), value=value))
    assert Conversion.objects.get().value == expected


def test_take_refuses_invented_and_foreign_references(link):
    make_goal(link)
    forged = make_reference(link=link.pk, seconds=NOW.timestamp(), chance=b"12345", key=b"x" * 32)
    other = make_programme(name="Lain")
    assert take(report(forged, "", "x" * 31)) is Outcome.NO_CLICK
    assert take(report(ref(link), via="server"), programme=other) is Outcome.NO_CLICK


def test_take_knows_ended_goals_and_goals_for_the_server(link):
    goal = make_goal(link, server_only=True)
    assert take(report(ref(link))) is Outcome.ONLY_SERVER
    assert (
        take(report(ref(link), via="server", order="1"), programme=link.member.programme) is Outcome.COUNTED
    )
    goal_actions.end_goal(goal=goal, actor=None)
    assert take(report(ref(link), via="server", order="2")) is Outcome.NO_GOAL


def post(client, data, origin=SITE, **headers):
    body = data if isinstance(data, bytes) else json.dumps(data)
    return client.post(
        reverse("links:report"), body, content_type="text/plain", headers={"origin": origin, **headers}
    )


def now_ref(link):
    return ref(link, 0.01, at=timezone.now())


def test_the_script_may_report_from_the_companys_pages_only(client, link):
    make_company(link_domains=["nusavaksin.example"])
    make_goal(link)
    data = {"goal": "daftar", "click": [now_ref(link)]}
    answers = [post(client, data, origin).status_code for origin in ("https://evil.test", "null", "", SITE)]
    assert answers == [400, 400, 400, 201]


def test_without_named_domains_no_page_may_report(client, link):
    make_company()
    make_goal(link)
    assert post(client, {"goal": "daftar", "click": now_ref(link)}).status_code == 400


def test_the_answer_may_be_read_by_the_page_but_without_cookies(client, link):
    make_company(link_domains=["nusavaksin.example"])
    answer = client.options(reverse("links:report"), headers={"origin": SITE})
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (204, SITE)
    assert "Origin" in answer["Vary"]
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe", b"[]", b"{}", b'{"goal": 5}', b'{"goal": "a b"}', b'{"goal":"a","value":"x"}',
     b'{"goal":"a","value":-1}', b'{"goal":"a","value":true}', b'{"goal":"a","order":"\\u0000"}',
     b'{"goal":"a","click":[5]}', b'{"goal":"a","value":NaN}', b"{" * 3000, b'"' + b"x" * 5000],
)  # fmt: skip
def test_an_unreadable_report_is_answered_with_what_to_mend(client, body):
    make_company(link_domains=["nusavaksin.example"])
    answer = post(client, body)
    assert (answer.status_code, bool(answer.json()["detail"])) == (400, True)


def test_one_click_cannot_report_without_end(client, link):
    make_company(link_domains=["nusavaksin.example"])
    make_goal(link)
    click = now_ref(link)
    statuses = [
        post(client, {"goal": "daftar", "order": str(n), "click": click}).status_code for n in range(31)
    ]
    assert statuses == [201] * 30 + [429]


def server(client, secret, data):
    return client.post(
        reverse("links:report-server"),
        json.dumps(data),
        content_type="application/json",
        headers={"authorization": f"Bearer {secret}"},
    )


def test_the_server_reports_with_its_key_until_it_is_revoked(client, link):
    make_goal(link, server_only=True, open_value=True)
    key, secret = goal_actions.add_report_key(programme=link.member.programme, name="Toko", actor=None)
    data = {"goal": "daftar", "order": 1024, "value": 150_000, "click": now_ref(link)}
    assert server(client, secret, data).json() == {"outcome": "counted"}
    assert server(client, secret, data).json() == {"outcome": "known"}
    assert Conversion.objects.get().value == 150_000
    goal_actions.revoke_report_key(key=key, actor=None)
    assert server(client, secret, data).status_code == 401


def test_a_wrong_key_says_what_to_send(client):
    make_company()
    assert server(client, "dtk_wrong", {}).status_code == 401


def test_only_the_hash_of_a_key_is_kept(link):
    key, secret = goal_actions.add_report_key(programme=link.member.programme, name="Toko", actor=None)
    assert secret not in str(vars(key)) + str(Entry.objects.values_list("after", flat=True))


def test_a_conversion_keeps_nothing_of_the_person(link):
    make_goal(link)
    take(report(ref(link), order="A-1"))
    kept = {field.name for field in Conversion._meta.get_fields()}
    assert kept == {"id", "goal", "link", "at", "date", "clicked", "order", "value", "via"}


def test_the_script_is_small_and_sets_no_cookie(client):
    answer = client.get(reverse("links:script"))
    assert len(answer.content) <= 2048
    assert b"cookie =" not in answer.content
    assert b"document.cookie" not in answer.content


def test_goals_are_added_changed_ended_and_reopened(as_user):
    make_programme()
    pr = as_user(make_pr())
    fields = {"key": "daftar", "name": "Pendaftaran", "value": 5, "days": 30, "touch": "last"}
    assert pr.post(reverse("links:goal-add"), fields).status_code == 302
    assert pr.post(reverse("links:goal-add"), fields).status_code == 422
    goal = Goal.objects.get()
    pr.post(reverse("links:goal-edit", args=[goal.pk]), {**fields, "value": 9})
    pr.post(reverse("links:goal-end", args=[goal.pk]))
    pr.post(reverse("links:goal-reopen", args=[goal.pk]))
    goal.refresh_from_db()
    assert (goal.value, goal.ended) == (9, None)
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert acts[-4:] == ["goal.added", "goal.changed", "goal.ended", "goal.reopened"]


def test_a_new_key_is_shown_once(as_user):
    make_programme()
    pr = as_user(make_pr())
    page = pr.post(reverse("links:key-add"), {"name": "Toko"}, follow=True).content.decode()
    again = pr.get(reverse("links:goals")).content.decode()
    assert (page.count("dtk_") > 1, again.count("dtk_")) == (True, 1)
