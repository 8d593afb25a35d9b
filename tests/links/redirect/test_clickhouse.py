import datetime as dt
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from digitroops.commands import clicks
from digitroops.links import rollups, tables
from digitroops.links.models import Click, ClickDay
from digitroops.links.outside import RawClicksOutside
from digitroops.links.redirect import clickhouse
from digitroops.links.redirect.clickhouse import TABLE, ClickHouse, ClickHouseDown, click_house
from digitroops.links.redirect.loader import Loader
from digitroops.links.redirect.spool import Spool
from digitroops.links.rejudging import judge_day
from tests.links.agents import CHROME
from tests.world import make_link

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 18, 5, tzinfo=dt.UTC).timestamp()


class Engine(BaseHTTPRequestHandler):
    """Stands where a ClickHouse server would, on a real socket, and keeps what it is sent."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        query = parse_qs(urlsplit(self.path).query)
        self.server.got.append((query["query"][0], body, self.headers["Authorization"], query["database"][0]))
        self.send_response(500 if self.server.down else 200)
        self.end_headers()
        self.wfile.write(b"Code: 999. DB::Exception" if self.server.down else b'{"n":"3"}\n')

    def log_message(self, *_args):
        pass


@pytest.fixture
def engine(settings):
    server = HTTPServer(("127.0.0.1", 0), Engine)
    server.got, server.down = [], False
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    settings.CLICK_STORE = f"http://digi:p%40ss@127.0.0.1:{server.server_port}/clicks"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def spool_clicks(spool, number=3):
    writer, link = Spool(spool), make_link()
    for at in range(number):
        writer.append(NOON, "\x1f".join([str(link.pk), "GET", CHROME, "", "", "", "", "", "", f"{at:032d}"]))
    writer.close()
    return link


def test_raw_clicks_go_to_the_server_and_sums_stay_here(spool, load, engine):
    spool_clicks(spool)
    assert load().clicks == 3
    (create, *_), (insert, rows, login, database) = engine.got
    assert create.strip().startswith("CREATE TABLE IF NOT EXISTS")
    assert "insert_deduplication_token" in insert
    assert (rows.count(b"\n"), login, database) == (2, "Basic ZGlnaTpwQHNz", "clicks")
    assert (Click.objects.count(), ClickDay.objects.get().people) == (0, 3)


def test_a_server_that_is_down_leaves_the_clicks_in_their_file(spool, load, engine):
    spool_clicks(spool)
    engine.down = True
    with pytest.raises(ClickHouseDown):
        load()
    assert not ClickDay.objects.exists()
    engine.down = False
    assert load().clicks == 3
    assert ClickDay.objects.get().people == 3


def test_rows_are_read_over_http(engine, settings):
    assert click_house(settings.CLICK_STORE).rows("SELECT 3 AS n") == [{"n": "3"}]


def test_sums_are_not_made_anew_from_the_clicks_that_are_not_here(spool, load, engine, capsys):
    spool_clicks(spool)
    load()
    day = ClickDay.objects.get()
    for act in (lambda: rollups.rebuild([day.date]), lambda: judge_day(day.date)):
        with pytest.raises(RawClicksOutside):
            act()
    assert clicks.run(["judge"]) == 1
    assert "ClickHouse" in capsys.readouterr().err
    assert ClickDay.objects.get().people == 3


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    pytest.importorskip("chdb", reason="the extra `clickhouse` is not installed")
    return ClickHouse(clickhouse.embedded(str(tmp_path_factory.mktemp("chdb"))))


def test_the_engine_itself_keeps_each_click_once(spool, settings, monkeypatch, embedded):
    settings.CLICK_STORE = "chdb:"
    for module in ("redirect.loader", "outside"):
        monkeypatch.setattr(f"digitroops.links.{module}.click_house", lambda _address: embedded)
    link = spool_clicks(spool, 5)
    real = embedded.write

    def twice(arrivals, token):
        real(arrivals, token)
        real(arrivals, token)
        real(arrivals, f"{token}-of-other-bounds")

    monkeypatch.setattr(embedded, "write", twice)
    Loader(spool).run_once()
    where = f"FROM {TABLE} FINAL WHERE link_id = {link.pk}"
    assert embedded.rows(f"SELECT count() AS n, uniqExact(visitor) AS v {where}") == [{"n": 5, "v": 5}]
    assert embedded.rows(f"SELECT verdict, device, count() AS n {where} GROUP BY verdict, device") == [
        {"verdict": "person", "device": "desktop", "n": 5}
    ]
    assert _table(link, 2) == _table(link, 5000)
    assert [line.split(",")[2] for line in _table(link, 2)[1:]] == [link.code] * 5
    embedded.drop_months(dt.date(2026, 12, 1))
    assert embedded.rows(f"SELECT count() AS n {where}") == [{"n": 0}]


def _table(link, at_once):
    """The lines of the table of raw clicks, so many read at a time."""
    day = dt.datetime.fromtimestamp(NOON, tz=dt.UTC).date()
    programme = link.story.campaign.programme
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "BATCH", at_once)
        rows = tables.rows_of("clicks", programme, day, day)
        text = b"".join(tables.csv_lines("clicks", rows)).decode()
    return text.removeprefix("\ufeff").splitlines()
