import datetime as dt

import pytest
from django.utils import timezone

from digitroops.insight import models, queries
from digitroops.insight.queries import Period
from digitroops.links.models import ChannelDay, ClickDay, Link, StoryDay
from digitroops.newsroom.models import Campaign, Story
from digitroops.presence.models import SocialAccount
from digitroops.programme.models import MemberDay
from digitroops.sharing.models import Proof, Share
from tests.world import make_member, make_programme

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
WEEK = Period.ending(TODAY, 7)


def make_share(member, *, people=0, machines=0, channel="x", days_ago=1, **changes):
    campaign, _ = Campaign.objects.get_or_create(
        programme=member.programme,
        slug="dingin",
        defaults={"name": "Dingin", "goal": "g", "starts": TODAY, "ends": TODAY},
    )
    story, _ = Story.objects.get_or_create(
        campaign=campaign, title="Perahu", defaults={"target_url": "https://n.example"}
    )
    link = Link.objects.create(
        code=f"c{Link.objects.count()}", target="https://n.example", story=story, member=member
    )
    if people or machines:
        date = TODAY - dt.timedelta(days=days_ago)
        ClickDay.objects.create(link=link, date=date, people=people, machines=machines)
        of_story, _ = StoryDay.objects.get_or_create(story=story, date=date)
        of_channel, _ = ChannelDay.objects.get_or_create(story=story, channel=channel, date=date)
        for total in (of_story, of_channel):
            total.people += people
            total.machines += machines
            total.save()
    created = timezone.now() - dt.timedelta(days=days_ago)
    fields = {"request_key": link.code, "text": "t", "created": created, **changes}
    return Share.objects.create(member=member, story=story, channel=channel, link=link, **fields)


def prove(share, **counts):
    share.state = Share.State.POSTED
    share.save()
    counted = timezone.now() if counts else None
    return Proof.objects.create(share=share, url="https://x.com/n/status/1", counted=counted, **counts)


def test_period_before_has_the_same_length():
    period = Period(dt.date(2026, 11, 10), dt.date(2026, 11, 16))
    assert period.previous() == Period(dt.date(2026, 11, 3), dt.date(2026, 11, 9))


def test_a_share_counts_with_a_proof_or_a_click():
    member = make_member()
    clicked, proved, opened = make_share(member, people=1), make_share(member), make_share(member)
    prove(proved)
    found = queries.confirmed_shares(member.programme, WEEK)
    assert set(found) == {clicked, proved}
    assert opened not in found


def test_a_withdrawn_share_does_not_count():
    member = make_member()
    make_share(member, people=3, state=Share.State.WITHDRAWN)
    assert queries.confirmed_shares(member.programme, WEEK).count() == 0


def test_clicks_by_day_has_a_number_for_every_day():
    member = make_member()
    make_share(member, people=5, days_ago=2)
    assert queries.clicks_by_day(member.programme, WEEK) == [0, 0, 0, 0, 5, 0, 0]


def test_totals_keep_people_and_machines_apart():
    member = make_member()
    make_share(member, people=5, machines=7)
    totals = queries.totals_of(member.programme, WEEK)
    assert (totals.people, totals.machines, totals.shares) == (5, 7, 1)


def test_totals_leave_out_another_programme():
    member = make_member()
    make_share(member, people=5)
    other = make_programme(name="Lain")
    assert queries.totals_of(other, WEEK).people == 0


def test_adoption_uses_the_members_of_that_day():
    member = make_member()
    MemberDay.objects.create(member=member, date=WEEK.last, state="active")
    other = make_member(member.programme, "2002")
    make_share(member, people=1)
    assert queries.activity_of(other.programme, WEEK).members == 1


def test_rows_by_member_sum_their_shares():
    nadia, ayu = make_member(), make_member(number="2002", name="Ayu")
    make_share(nadia, people=2)
    make_share(nadia, people=3)
    make_share(ayu, people=9)
    rows = queries.rows_by(nadia.programme, WEEK, "member")
    assert [(row.name, row.shares, row.people) for row in rows] == [("Ayu", 1, 9), ("Nadia Rahmawati", 2, 5)]


def test_engagement_comes_only_from_counted_posts():
    member = make_member()
    prove(make_share(member), views=200, likes=8, comments=2, reshares=0)
    prove(make_share(member))
    (row,) = queries.rows_by(member.programme, WEEK, "platform")
    assert (row.shares, row.posts_counted, row.engagement_rate) == (2, 1, 0.05)


@pytest.mark.parametrize("days", [7, 90])
@pytest.mark.parametrize("dimension", list(queries.DIMENSIONS))
def test_every_breakdown_adds_up_to_the_totals(days, dimension):
    nadia, ayu = make_member(), make_member(number="2002", name="Ayu")
    period = Period.ending(TODAY, days)
    make_share(nadia, people=2, machines=1)
    make_share(nadia, people=3, channel="linkedin", days_ago=6)
    make_share(ayu, people=9, machines=4, days_ago=days - 1)
    make_share(ayu, people=70, days_ago=days)
    make_share(make_member(make_programme(name="Lain"), "3003"), people=500)
    rows = queries.rows_by(nadia.programme, period, dimension)
    totals = queries.totals_of(nadia.programme, period)
    assert (totals.people, totals.machines, totals.shares) == (14, 5, 3)
    assert sum(row.people for row in rows) == totals.people
    assert sum(row.machines for row in rows) == totals.machines
    assert sum(row.shares for row in rows) == totals.shares


def test_the_rows_of_one_member_are_theirs_alone():
    nadia, ayu = make_member(), make_member(number="2002", name="Ayu")
    prove(make_share(nadia, people=2, machines=1), views=10, likes=1)
    make_share(ayu, people=9)
    (own,) = queries.rows_by(nadia.programme, WEEK, "member", member=nadia)
    assert own in queries.rows_by(nadia.programme, WEEK, "member")
    assert (own.people, own.views, own.members) == (2, 10, 1)


def test_a_share_counts_on_the_day_of_the_viewers_zone():
    member = make_member()
    late = dt.datetime.combine(WEEK.first, dt.time(), dt.UTC) - dt.timedelta(hours=7)
    make_share(member, state="posted").__class__.objects.update(created=late)
    with timezone.override("Asia/Jakarta"):
        assert queries.confirmed_shares(member.programme, WEEK).count() == 1
    with timezone.override("UTC"):
        assert queries.confirmed_shares(member.programme, WEEK).count() == 0


def test_reach_is_the_same_however_many_are_asked(monkeypatch):
    member, other = make_member(), make_member(number="2002", name="Ayu")
    for one, followers in ((member, 100), (other, 900)):
        SocialAccount.objects.create(
            employee=one.employee, platform="x", handle=f"h{one.pk}", declared_followers=followers
        )
    few = queries.reach_of([member.pk])
    monkeypatch.setattr("digitroops.insight.queries.reach.FEW", 0)
    assert queries.reach_of([member.pk]) == few
    assert queries.reach_of([member.pk, other.pk]).declared.value > few.declared.value > 0


@pytest.mark.parametrize("count", [1, 3])
def test_rows_by_member_takes_three_queries(count, django_assert_num_queries):
    member = make_member()
    for number in range(count):
        other = make_member(member.programme, f"30{number}")
        prove(make_share(other, people=2), views=10, likes=1)
    with django_assert_num_queries(3):
        queries.rows_by(member.programme, WEEK, "member")


def make_card(programme, valid_from=TODAY, **rates):
    card = models.RateCard.objects.create(programme=programme, valid_from=valid_from, source="Agensi")
    for quantity, (low, high) in rates.items():
        models.Rate.objects.create(card=card, quantity=quantity, low=low, high=high)
    return card


def test_media_value_is_the_measured_times_the_card():
    member = make_member()
    make_share(member, people=10)
    make_card(member.programme, cpc=(2000, 5000))
    value = queries.media_value_of(member.programme, WEEK)
    assert (value.low, value.mid, value.high) == (20_000, 35_000, 50_000)


def test_media_value_without_a_card_is_none():
    member = make_member()
    make_share(member, people=10)
    assert queries.media_value_of(member.programme, WEEK) is None


def test_a_later_card_leaves_past_values_alone():
    member = make_member()
    make_card(member.programme, TODAY - dt.timedelta(days=60), cpc=(1000, 1000))
    make_card(member.programme, TODAY, cpc=(9000, 9000))
    assert queries.rates_on(member.programme, TODAY - dt.timedelta(days=1)).rates[0].low == 1000


def test_comparison_sets_both_sides_in_the_same_money():
    member = make_member()
    make_share(member, people=10)
    card = make_card(member.programme, TODAY - dt.timedelta(days=9), cpc=(1000, 1000))
    models.RateCard.objects.filter(pk=card.pk).update(hourly_rate=60_000, minutes_per_share=20)
    models.Placement.objects.create(
        programme=member.programme, influencer="A", platform="x", posted=TODAY, fee=1_000_000, clicks=100
    )
    comparison = queries.comparison_of(member.programme, WEEK)
    assert (comparison.internal.cpc.value, comparison.external.cpc.value) == (2000, 10_000)
