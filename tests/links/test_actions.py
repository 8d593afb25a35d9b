import datetime as dt

import pytest

from digitroops.audit.models import Entry
from digitroops.links import actions
from digitroops.links.codes import ALPHABET
from digitroops.links.models import Click, ClickDay, DailyKey, Link
from digitroops.links.verdicts import Judgement
from tests.world import make_company, make_link, make_member, make_story

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 18, 5, tzinfo=dt.UTC)
PERSON = Judgement("person")


def arrival(address="203.0.113.7", judgement=PERSON):
    return actions.Arrival(judgement=judgement, address=address, agent="Mozilla/5.0")


def test_create_link_has_a_readable_code_and_the_programmes_utm():
    link = make_link()
    assert set(link.code) <= set(ALPHABET)
    assert link.utm == {
        "utm_source": "digitroops",
        "utm_medium": "employee",
        "utm_campaign": "vaksin-pulau",
        "utm_content": link.code,
    }


def test_create_link_refuses_what_is_no_web_address():
    with pytest.raises(actions.LinkRefused):
        actions.create_link(member=make_member(), story=make_story(target_url="javascript:alert(1)"))


def test_create_link_takes_another_code_when_one_is_taken(monkeypatch):
    taken = make_link()
    codes = iter([taken.code, "zzzzzzzz"])
    monkeypatch.setattr(actions, "new_code", lambda: next(codes))
    assert make_link(story=taken.story).code == "zzzzzzzz"


def test_record_click_counts_a_visitor_once_a_day():
    link = make_link()
    verdicts = [
        actions.record_click(link, arrival(), at=NOON + dt.timedelta(hours=h)).verdict for h in (0, 1, 24)
    ]
    assert verdicts == ["person", "repeat", "person"]
    assert list(link.days.order_by("date").values_list("people", "repeats", "machines")) == [
        (1, 1, 0),
        (1, 0, 0),
    ]


def test_record_click_tells_visitors_apart_by_address():
    link = make_link()
    verdicts = [
        actions.record_click(link, arrival(a), at=NOON).verdict for a in ("203.0.113.7", "203.0.113.8")
    ]
    assert verdicts == ["person", "person"]


def test_record_click_counts_machines_and_own_tests_aside():
    link = make_link()
    for verdict in ("preview", "bot", "own", "head"):
        actions.record_click(link, arrival(judgement=Judgement(verdict, "x")), at=NOON)
    row = ClickDay.objects.get()
    assert (row.people, row.repeats, row.machines, row.own) == (0, 0, 3, 1)


def test_record_click_uses_the_day_of_the_companys_zone():
    make_company(time_zone="Asia/Jayapura")
    click = actions.record_click(make_link(), arrival(), at=dt.datetime(2026, 11, 18, 15, 30, tzinfo=dt.UTC))
    assert click.date == dt.date(2026, 11, 19)


def test_record_click_adds_up_by_hour_too():
    link = make_link()
    for minutes in (0, 30, 70):
        actions.record_click(link, arrival(f"203.0.113.{minutes}"), at=NOON + dt.timedelta(minutes=minutes))
    assert list(link.hours.order_by("hour").values_list("hour", "people")) == [
        (NOON, 2),
        (NOON + dt.timedelta(hours=1), 1),
    ]


def test_record_click_stores_no_address():
    click = actions.record_click(make_link(), arrival("198.51.100.23"), at=NOON)
    assert "198.51.100.23" not in str(Click.objects.filter(pk=click.pk).values().get())


def test_record_click_throws_old_keys_away():
    link = make_link()
    for days in range(5):
        actions.record_click(link, arrival(), at=NOON + dt.timedelta(days=days))
    assert DailyKey.objects.count() == 3


def test_withdraw_link_twice_is_recorded_once():
    link = make_link()
    actions.withdraw_link(link=link, actor=None)
    actions.withdraw_link(link=link, actor=None)
    assert Link.objects.get().withdrawn
    assert Entry.objects.filter(act="link.withdrawn").count() == 1
