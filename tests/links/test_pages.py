import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from arro3.io import read_parquet
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image

from digitroops.audit.models import Entry
from digitroops.engines.clicks import read_reference
from digitroops.links import analytics
from digitroops.links.conversions import reference_key
from digitroops.links.models import Click, ClickDay, Goal, Link
from digitroops.links.reason_names import reason_name
from digitroops.links.tables import TABLES
from digitroops.people.models import Role
from tests.links.agents import CHROME, TELEGRAM
from tests.world import make_company, make_link, make_pr, make_story, make_user

pytestmark = pytest.mark.django_db


def follow(client, code, **headers):
    return client.get(reverse("links:redirect", args=[code]), headers={"user-agent": CHROME, **headers})


def led(client, code):
    return follow(client, code).headers["Location"]


def test_an_alias_leads_where_the_code_leads_and_ends_with_its_name(as_user, client):
    link = make_link()
    pr = as_user(make_pr())
    pr.post(reverse("links:alias", args=[link.code]), {"alias": "Vaksin Pulau"})
    assert led(client, "vaksin-pulau") == led(client, link.code)
    pr.post(reverse("links:alias", args=[link.code]), {"alias": ""})
    assert follow(client, "vaksin-pulau").status_code == 404


@pytest.mark.parametrize("alias", ["abc", "admin", "a--b", "dengan titik.", "x" * 25, "taken-name"])
def test_an_alias_that_cannot_be_given_says_why(as_user, alias):
    first = make_link()
    Link.objects.update(alias="taken-name")
    link = make_link(first.member, first.story)
    answer = as_user(make_pr()).post(reverse("links:alias", args=[link.code]), {"alias": alias})
    assert (answer.status_code, Link.objects.get(pk=link.pk).alias) == (422, None)


def test_the_page_changes_freely_until_somebody_has_followed_the_link(as_user):
    make_company(link_domains=["nusavaksin.example"])
    link = make_link()
    pr, address = as_user(make_pr()), reverse("links:target", args=[link.code])
    new = "https://nusavaksin.example/baru"
    assert pr.post(address, {"target": "https://evil.test/"}).status_code == 422
    assert pr.post(address, {"target": new}).status_code == 302
    ClickDay.objects.create(link=link, date=timezone.localdate(), people=1)
    assert pr.post(address, {"target": f"{new}/2"}).status_code == 422
    assert pr.post(address, {"target": f"{new}/2", "reason": "Salah ketik"}).status_code == 302
    told = [entry.after for entry in Entry.objects.filter(act="link.target_changed").order_by("pk")]
    assert [after["reason"] for after in told] == ["", "Salah ketik"]


def test_a_redirect_carries_a_reference_where_the_programme_counts_goals(client):
    link = make_link(story=make_story(target_url="https://nusavaksin.example/a?x=1#bagian"))
    plain = led(client, link.code)
    Goal.objects.create(programme=link.member.programme, key="daftar", name="Pendaftaran")
    first, second = (follow(client, link.code).headers["Location"] for _again in range(2))
    head, reference = first.removesuffix("#bagian").split("&dt=")
    assert f"{head}#bagian" == plain
    assert read_reference(reference, reference_key()).link == link.pk
    assert first != second


def test_a_page_that_has_a_dt_of_its_own_keeps_it(client):
    link = make_link(story=make_story(target_url="https://nusavaksin.example/a?dt=2026"))
    Goal.objects.create(programme=link.member.programme, key="daftar", name="Pendaftaran")
    assert led(client, link.code).count("dt=") == 1


@pytest.mark.parametrize(("mark", "verdict", "via"), [("qr", "person", "qr"), ("test", "own", "test")])
def test_scans_and_tries_are_told_apart(client, load, mark, verdict, via):
    link = make_link()
    client.get(f"/l/{link.code}?{mark}", headers={"user-agent": CHROME})
    load()
    assert list(Click.objects.values_list("verdict", "via")) == [(verdict, via)]


def test_the_utm_template_fills_new_links_only(as_user):
    link = make_link()
    pr = as_user(make_pr())
    wrong = pr.post(reverse("links:utm"), {"utm_campaign": "{member}"})
    fields = {"utm_source": "nusa", "utm_campaign": "{campaign}-{unit}", "utm_content": ""}
    assert (wrong.status_code, pr.post(reverse("links:utm"), fields).status_code) == (422, 302)
    new = make_link(link.member, link.story)
    assert new.utm == {"utm_source": "nusa", "utm_campaign": "vaksin-pulau-produksi"}
    assert Link.objects.get(pk=link.pk).utm == link.utm


def test_qr_with_a_logo_can_still_be_read_apart_from_clicks(as_user, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    link = make_link()
    plain = as_user(make_pr()).get(reverse("links:qr", args=[link.code, "png"])).content
    logo = BytesIO()
    Image.new("RGB", (80, 40), "navy").save(logo, "PNG")
    firm = make_company()
    firm.logo.save("logo.png", ContentFile(logo.getvalue()))
    client = as_user(make_user("lain@nusavaksin.example", Role.PR))
    marked = client.get(reverse("links:qr", args=[link.code, "png"])).content
    svg = client.get(reverse("links:qr", args=[link.code, "svg"])).content
    middle = Image.open(BytesIO(marked)).convert("RGB")
    assert middle.getpixel((middle.width // 2, middle.height // 2)) == (0, 0, 128)
    assert (plain != marked, b"data:image/png;base64," in svg) == (True, True)


def test_story_live_and_link_pages_show_what_came(as_user, client, load):
    link = make_link()
    follow(client, link.code, referer="https://l.instagram.com/")
    client.get(f"/l/{link.code}", headers={"user-agent": TELEGRAM})
    load()
    pr = as_user(make_pr())
    story = pr.get(reverse("links:story", args=[link.story_id])).content.decode()
    live = pr.get(reverse("links:live"), headers={"hx-request": "true"}).content.decode()
    page = pr.get(reverse("links:link", args=[link.code]) + "?by=hour").content.decode()
    assert ["Instagram" in page, "Telegram" in page, link.story.title in live] == [True] * 3
    assert ["Instagram" in story, "Telegram" in story, "<html" in live] == [True, True, False]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_leaves_as_csv_and_as_parquet(as_user, client, load, table):
    link = make_link()
    follow(client, link.code)
    load()
    today = timezone.localdate().isoformat()
    asked = {"table": table, "first": today, "last": today}
    pr = as_user(make_pr())
    text = b"".join(pr.get(reverse("links:export"), {**asked, "form": "csv"}).streaming_content).decode()
    raw = b"".join(pr.get(reverse("links:export"), {**asked, "form": "parquet"}).streaming_content)
    table_read = read_parquet(BytesIO(raw)).read_all()
    rows = csv.reader(StringIO(text.removeprefix("\ufeff")))
    assert next(rows) == [column.name for column in TABLES[table].columns] == table_read.schema.names
    assert len(list(rows)) == table_read.num_rows


def test_no_table_holds_a_visitors_hash():
    names = {column.name for table in TABLES.values() for column in table.columns}
    assert names & {"visitor", "network", "address"} == set()


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ("whatsapp", "WhatsApp"),
        ("google-image-proxy", "Google Image Proxy"),
        ("links-8", "satu peramban di lebih dari 8 tautan dalam hitungan detik"),
        ("no-browser", "agen yang tidak dikirim peramban mana pun"),
        ("", ""),
    ],
)
def test_reasons_are_words(reason, name):
    with translation.override("id"):
        assert reason_name(reason) == name


def test_a_new_link_has_no_unusual_days_and_an_old_one_has():
    link, today = make_link(), timezone.localdate()
    days = ClickDay.objects.filter(link=link)
    ClickDay.objects.create(link=link, date=today - dt.timedelta(days=2), people=400)
    made = timezone.localdate(link.created)
    first = today - dt.timedelta(days=29)
    assert analytics.odd_days(days, made - dt.timedelta(days=3), first, today) == []
    (odd,) = analytics.odd_days(days, made - dt.timedelta(days=90), first, today)
    assert (odd.value, odd.usual, odd.more) == (400, 0, True)


def test_a_chart_begins_with_its_link_and_shows_a_week_at_least():
    link, today = make_link(), timezone.localdate()
    first = today - dt.timedelta(days=29)
    for age, shown in ((0, 7), (12, 13), (90, 30)):
        start = analytics.begun(link.created - dt.timedelta(days=age), first, today)
        assert (today - start).days + 1 == shown
