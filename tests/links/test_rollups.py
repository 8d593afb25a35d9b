import datetime as dt
from collections import Counter
from importlib import import_module
from random import Random

import pytest
from django.db import connection
from django.db.models import Sum

from digitroops.links import rollups
from digitroops.links.models import (
    ChannelDay,
    Click,
    ClickDay,
    ClickHour,
    ClickPart,
    StoryDay,
    StoryHour,
    StoryMinute,
    StoryPart,
)
from digitroops.sharing.models import Share
from tests.links.agents import CHROME
from tests.world import make_link, make_member, make_story

pytestmark = pytest.mark.django_db
START = dt.datetime(2026, 11, 17, 20, tzinfo=dt.UTC)
TABLES = (ChannelDay, ClickDay, ClickHour, ClickPart, StoryDay, StoryHour, StoryMinute, StoryPart)
VERDICTS = ["person", "person", "person", "repeat", "preview", "own", "burst"]


def make_clicks(links, number, seed=1):
    """Raw clicks over three days, at random."""
    random = Random(seed)
    clicks = []
    for _ in range(number):
        at = START + dt.timedelta(seconds=random.randint(0, 3 * 86_400))
        verdict = random.choice(VERDICTS)
        clicks.append(
            Click(
                link=random.choice(links),
                at=at,
                date=(at + dt.timedelta(hours=7)).date(),
                verdict=verdict,
                reason="telegram" if verdict == "preview" else "",
                agent=CHROME,
                referrer=random.choice(["t.co", "l.instagram.com", ""]),
                via=random.choice(["", "", "qr"]),
                device=random.choice(["phone", "desktop"]),
                browser="Chrome",
                system="",
                language=random.choice(["id", "en"]),
                country=random.choice(["ID", "MY", ""]),
                city="Bandung",
            )
        )
    return clicks


@pytest.fixture
def links():
    first, second = make_story(), make_story(title="Kapal kedua")
    members = [make_member(), make_member(number="2002", name="Gita")]
    made = [make_link(member, story) for member in members for story in (first, second)]
    for link, channel in zip(made, ("x", "instagram", "x"), strict=False):
        Share.objects.create(
            member=link.member, story=link.story, channel=channel, text="t", link=link, request_key=link.code
        )
    return made


def tables():
    """All sums that are not zero, as plain values."""
    found = {}
    for model in TABLES:
        names = [field.attname for field in model._meta.concrete_fields if field.attname != "id"]
        counters = [name for name in names if name in {*rollups.COLUMNS, "number"}]
        rows = model.objects.values_list(*names)
        found[model.__name__] = sorted(
            (row for row in rows if any(row[names.index(counter)] for counter in counters)), key=str
        )
    return found


def test_sums_of_every_table_add_up_to_the_raw_clicks(links):
    clicks = make_clicks(links, 300)
    Click.objects.bulk_create(clicks)
    rollups.add(clicks)
    people = Click.objects.filter(verdict="person").count()
    sums = [model.objects.aggregate(n=Sum("people"))["n"] for model in TABLES if hasattr(model, "people")]
    assert sums == [people] * 6
    sources = StoryPart.objects.filter(dimension="source").aggregate(n=Sum("number"))["n"]
    verdicts = ClickPart.objects.filter(dimension="verdict").aggregate(n=Sum("number"))["n"]
    assert (sources, verdicts) == (people, 300)


def test_clicks_are_told_apart_by_the_platform_of_their_share(links):
    clicks = make_clicks(links, 300)
    rollups.add(clicks)
    channels = {link.pk: channel for link, channel in zip(links, ("x", "instagram", "x", ""), strict=True)}
    expected = Counter(
        (click.link.story_id, channels[click.link_id]) for click in clicks if click.verdict == "person"
    )
    sums = ChannelDay.objects.values_list("story_id", "channel").annotate(n=Sum("people"))
    assert {(story, channel): n for story, channel, n in sums} == expected
    assert set(channels.values()) == {"x", "instagram", ""}


def test_a_company_that_comes_from_an_older_version_gets_its_sums_by_platform(links):
    clicks = make_clicks(links, 200)
    rollups.add(clicks)
    right = tables()["ChannelDay"]
    ChannelDay.objects.update(people=7)
    migration = import_module("digitroops.sharing.migrations.0002_clicks_by_platform").Migration
    with connection.cursor() as cursor:
        for sql in migration.operations[0].sql:
            cursor.execute(sql)
    assert tables()["ChannelDay"] == right


def test_late_and_mixed_batches_give_the_same_sums_as_one(links):
    clicks = make_clicks(links, 300)
    rollups.add(clicks)
    at_once = tables()
    for model in TABLES:
        model.objects.all().delete()
    Random(2).shuffle(clicks)
    for start in range(0, 300, 37):
        rollups.add(clicks[start : start + 37])
    assert tables() == at_once


def test_what_is_taken_back_leaves_the_sums_as_they_were(links):
    first, second = make_clicks(links, 200), make_clicks(links, 80, seed=5)
    rollups.add(first)
    before = tables()
    rollups.add(second)
    rollups.take_back(second)
    assert tables() == before


def test_rebuild_repairs_spoilt_sums(links):
    clicks = make_clicks(links, 300)
    Click.objects.bulk_create(clicks)
    rollups.add(clicks)
    right = tables()
    for model in TABLES:
        name = "number" if model in {ClickPart, StoryPart} else "people"
        model.objects.update(**{name: 7})
    rollups.rebuild({click.date for click in clicks})
    assert tables() == right


def test_rebuild_of_one_day_leaves_the_others_alone(links):
    clicks = make_clicks(links, 300)
    Click.objects.bulk_create(clicks)
    rollups.add(clicks)
    right = tables()
    rollups.rebuild([clicks[0].date])
    assert tables() == right


def test_parts_name_sources_and_reasons(links):
    clicks = make_clicks(links[:1], 200)
    rollups.add(clicks)
    values = ClickPart.objects.values_list("dimension", "value")
    found = {dimension: {v for d, v in values if d == dimension} for dimension, _value in values}
    assert found["source"] == {"X", "Instagram", "QR", "direct"}
    assert found["verdict"] == {"person", "repeat", "preview:telegram", "own", "burst"}
    assert found["city"] == {"ID:Bandung", "MY:Bandung", ":Bandung"}
    assert "system" not in found
