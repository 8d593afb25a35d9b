import datetime as dt

import pytest

from digitroops.engines.clicks import RULE
from digitroops.links import rejudging, rollups
from digitroops.links.models import Click, ClickDay, StoryDay
from tests.links.agents import CHROME, INSTAGRAM, TELEGRAM
from tests.links.test_rollups import tables
from tests.world import make_link, make_member, make_story

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 18, 5, tzinfo=dt.UTC)
DAY = NOON.date()


def make_click(link, second=0, **changes):
    at = NOON + dt.timedelta(seconds=second)
    fields = {
        "agent": CHROME,
        "verdict": "person",
        "date": DAY,
        "visitor": f"v{second}",
        "device": "desktop",
        **changes,
    }
    return Click(link=link, at=at, **fields)


def keep(*clicks):
    Click.objects.bulk_create(clicks)
    rollups.add(clicks)


def verdicts():
    return list(Click.objects.order_by("at", "pk").values_list("verdict", flat=True))


def test_judge_day_corrects_verdicts_and_sums():
    link = make_link()
    keep(
        make_click(link, 1, agent=TELEGRAM),
        make_click(link, 2),
        make_click(link, 3, verdict="bot", visitor="x"),
    )
    assert rejudging.judge_day(DAY) == rejudging.Judged(clicks=3, changed=2)
    assert verdicts() == ["preview", "person", "person"]
    assert list(ClickDay.objects.values_list("people", "machines")) == [(2, 1)]
    assert list(StoryDay.objects.values_list("people", "machines")) == [(2, 1)]


def test_judge_day_twice_changes_nothing_more():
    keep(*(make_click(make_link(), n, agent=TELEGRAM) for n in range(1)))
    rejudging.judge_day(DAY)
    before = tables()
    assert rejudging.judge_day(DAY).changed == 0
    assert tables() == before
    assert set(Click.objects.values_list("rule", flat=True)) == {RULE}


def test_judge_day_makes_the_next_arrival_the_person_when_the_first_was_a_machine():
    link = make_link()
    keep(
        make_click(link, 1, method="HEAD", visitor="v"),
        make_click(link, 2, verdict="repeat", visitor="v"),
        make_click(link, 3, verdict="repeat", visitor="v"),
    )
    rejudging.judge_day(DAY)
    assert verdicts() == ["head", "person", "repeat"]


def test_judge_day_keeps_own_tests_and_bursts():
    link = make_link()
    keep(make_click(link, 1, verdict="own"), make_click(link, 2, verdict="burst", reason="links-8"))
    rejudging.judge_day(DAY)
    assert verdicts() == ["own", "burst"]


def test_days_to_judge_are_those_of_older_rules():
    link = make_link()
    later = dt.date(2026, 11, 20)
    keep(make_click(link, 1), make_click(link, 2, rule=RULE, date=later))
    assert rejudging.days_to_judge(None, None, again=False) == [DAY]
    assert rejudging.days_to_judge(None, None, again=True) == [DAY, later]
    assert rejudging.days_to_judge(later, None, again=False) == []


def links_of(number):
    story = make_story()
    return [make_link(make_member(number=str(5000 + n), name=f"A{n}"), story) for n in range(number)]


def test_find_bursts_takes_a_network_at_many_links_out_of_the_people():
    links = links_of(10)
    keep(*(make_click(link, n * 0.5, network="n1") for n, link in enumerate(links)))
    now = NOON + dt.timedelta(minutes=2)
    assert rejudging.find_bursts(now) == 10
    assert (set(verdicts()), StoryDay.objects.get().machines) == ({"burst"}, 10)
    assert rejudging.find_bursts(now) == 0


def test_find_bursts_leaves_phones_behind_one_mobile_network_alone():
    links = links_of(10)
    phones = {"network": "n1", "agent": INSTAGRAM, "device": "phone"}
    keep(*(make_click(link, n * 0.5, **phones) for n, link in enumerate(links)))
    assert rejudging.find_bursts(NOON + dt.timedelta(minutes=2)) == 0


def test_find_bursts_keeps_the_sums_equal_to_the_raw_clicks():
    links = links_of(10)
    keep(*(make_click(link, n * 0.5, network="n1") for n, link in enumerate(links)))
    rejudging.find_bursts(NOON + dt.timedelta(minutes=2))
    after = tables()
    rollups.rebuild([DAY])
    assert tables() == after
