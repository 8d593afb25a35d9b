import datetime as dt
import os
import threading
import time

import pytest
from django.db import OperationalError, connection

from digitroops.links import rollups
from digitroops.links.models import Click, ClickDay, ClickHour, SpoolFile
from digitroops.links.redirect import loader as loading
from digitroops.links.redirect.loader import Loader
from digitroops.links.redirect.spool import Spool
from digitroops.notify.models import Message
from digitroops.people.models import Role
from tests.links.agents import CHROME
from tests.world import make_company, make_link, make_user

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 18, 5, tzinfo=dt.UTC).timestamp()


@pytest.fixture
def writer(spool):
    return Spool(spool)


def fields(link, *, visitor="a" * 32, agent=CHROME, method="GET", referrer="t.co"):
    return "\x1f".join(
        [
            str(link.pk),
            method,
            agent,
            referrer,
            "id-ID,id;q=0.9",
            "",
            "navigate,document,?1",
            "qr",
            "",
            visitor,
        ]
    )


def people():
    days = sum(ClickDay.objects.values_list("people", flat=True))
    assert days == Click.objects.filter(verdict="person").count()
    assert days == sum(ClickHour.objects.values_list("people", flat=True))
    return days


def only_file(spool):
    (path,) = spool.glob("*.clicks")
    return path


def test_a_click_arrives_with_all_it_had(writer, load):
    link = make_link()
    writer.append(NOON, fields(link))
    assert load().clicks == 1
    click = Click.objects.get()
    assert (click.link, click.at.timestamp(), click.verdict, click.referrer) == (link, NOON, "person", "t.co")
    assert (click.via, click.language, click.device, click.visitor) == ("qr", "id", "desktop", "a" * 32)
    assert click.pk > 0


def test_what_was_loaded_is_not_loaded_again(writer, load):
    link = make_link()
    for number in range(5):
        writer.append(NOON, fields(link, visitor=f"{number:032d}"))
        assert load().clicks == 1
        assert load().clicks == 0
    assert people() == 5


def test_a_file_is_deleted_when_its_writer_is_gone(writer, load, spool):
    writer.append(NOON, fields(make_link()))
    load()
    assert only_file(spool).exists()
    writer.close()
    assert load().files == 1
    assert not list(spool.glob("*.clicks"))
    assert SpoolFile.objects.get().state == "loaded"


def test_a_visitor_is_one_person_a_day_over_batches_and_files(writer, load):
    link = make_link()
    for hours in (0, 1, 24):
        writer.append(NOON + hours * 3600, fields(link))
        writer.append(NOON + hours * 3600, fields(link))
        load()
        writer.close()
    assert list(ClickDay.objects.order_by("date").values_list("people", "repeats")) == [(1, 3), (1, 1)]


def test_machines_and_heads_are_counted_aside(writer, load):
    link = make_link()
    for agent, method in (
        ("WhatsApp/2.24 A", "GET"),
        ("", "GET"),
        (CHROME, "HEAD"),
        ("Googlebot/2.1", "GET"),
    ):
        writer.append(NOON, fields(link, agent=agent, method=method))
    load()
    day = ClickDay.objects.get()
    assert (day.people, day.machines) == (0, 4)


def test_the_day_is_the_companys(writer, load):
    make_company(time_zone="Asia/Jayapura")
    writer.append(dt.datetime(2026, 11, 18, 15, 30, tzinfo=dt.UTC).timestamp(), fields(make_link()))
    load()
    assert Click.objects.get().date == dt.date(2026, 11, 19)


def test_a_link_that_is_gone_takes_its_clicks_along(writer, load):
    link = make_link()
    writer.append(NOON, fields(link))
    link.delete()
    report = load()
    assert (report.clicks, report.gone) == (0, 1)


@pytest.mark.parametrize("breaks", ["sums", "marking"])
def test_a_death_in_the_middle_loses_and_doubles_nothing(writer, load, spool, monkeypatch, breaks):
    link = make_link()
    for number in range(3):
        writer.append(NOON, fields(link, visitor=f"{number:032d}"))
    writer.close()

    def die(*_args, **_options):
        raise OperationalError

    with monkeypatch.context() as broken:
        if breaks == "sums":
            broken.setattr(rollups, "add", die)
        else:
            broken.setattr(Loader, "_finish", die)
        with pytest.raises(OperationalError):
            load()
    assert people() == (0 if breaks == "sums" else 3)
    load()
    assert people() == 3
    assert not list(spool.glob("*.clicks"))


def test_a_loader_that_comes_second_finds_the_place_moved(writer, load, spool, monkeypatch):
    link = make_link()
    for number in range(3):
        writer.append(NOON, fields(link, visitor=f"{number:032d}"))
    first_write = Loader._write

    def overtaken(self, row, piece, report, *, careful):
        monkeypatch.setattr(Loader, "_write", first_write)
        Loader(spool).run_once()
        return first_write(self, row, piece, report, careful=careful)

    monkeypatch.setattr(Loader, "_write", overtaken)
    assert load().clicks == 0
    assert people() == 3


def test_small_batches_read_the_same(writer, spool):
    link = make_link()
    for number in range(50):
        writer.append(NOON, fields(link, visitor=f"{number:032d}"))
    writer.close()
    assert Loader(spool, batch_bytes=700).run_once().clicks == 50
    assert people() == 50


@pytest.mark.django_db(transaction=True)  # following closes idle connections
def test_damage_is_put_aside_and_told_of(writer, load, spool):
    make_company()
    admin = make_user("admin@nusavaksin.example", Role.ADMINISTRATOR)
    link = make_link()
    writer.append(NOON, fields(link))
    with only_file(spool).open("ab") as file:
        file.write(b"garbage")
    writer.append(NOON, fields(link))
    writer.close()
    stopping = threading.Event()

    class Once(Loader):
        def run_once(self):
            stopping.set()
            return super().run_once()

    loading.follow(Once(spool), stopping)
    assert Click.objects.count() == 2
    (aside,) = (spool / "aside").iterdir()
    assert aside.read_bytes() == b"garbage"
    assert SpoolFile.objects.get().damaged == 7
    assert Message.objects.get(user=admin).kind == "system"


def test_a_torn_last_click_is_put_aside_only_when_the_writer_is_gone(writer, load, spool):
    link = make_link()
    writer.append(NOON, fields(link))
    with only_file(spool).open("ab") as file:
        file.write(b"\xd1CK\x02\xff")
    assert (load().clicks, load().damaged) == (1, 0)
    writer.close()
    assert load().damaged == 5
    assert not list(spool.glob("*.clicks"))


def test_a_file_of_nothing_but_garbage_ends(spool, load):
    spool.mkdir()
    (spool / "0000000000001-feedfeedfeedfeed.clicks").write_bytes(os.urandom(100_000))
    report = load()
    assert (report.clicks, report.damaged) == (0, 100_000)
    assert not list(spool.glob("*.clicks"))


def test_a_clock_that_was_set_back_or_ahead_stays_near_its_file(spool, load):
    link = make_link()
    writer = Spool(spool)
    now = time.time()
    writer.append(now, fields(link))
    writer.append(now - 3600, fields(link))
    writer.append(now - 9e8, fields(link))
    writer.append(now + 800, fields(link))
    load()
    times = sorted(click.at.timestamp() - now for click in Click.objects.all())
    assert times[0] == pytest.approx(-86400, abs=2)
    assert times[1] == pytest.approx(-3600, abs=1)
    assert times[3] == pytest.approx(300, abs=5)


def test_rows_that_are_there_already_do_not_stop_a_file(writer, load):
    link = make_link()
    writer.append(NOON, fields(link))
    load()
    row = SpoolFile.objects.get()
    row.place = 0
    row.save()
    writer.append(NOON, fields(link, visitor="b" * 32))
    load()
    assert Click.objects.count() == 2
    assert people() == 2


def test_the_months_partition_is_made(writer, load):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one table")
    writer.append(NOON, fields(make_link()))
    load()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM links_click")
        assert cursor.fetchall() == [("links_click_2026_11",)]
