import datetime as dt
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.presence import connecting
from digitroops.presence.models import Connection, Post, SocialAccount
from digitroops.privacy.actions import ask
from digitroops.programme.actions import withdraw_consent
from digitroops.programme.models import Consent, ConsentItem, ConsentText
from tests.engines.profiles.platforms import platforms
from tests.world import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings):
    with platforms() as running:
        settings.CONNECT_INSIDE = [urlsplit(running.address).netloc]
        settings.BLUESKY_DIRECTORY = settings.BLUESKY_SERVICE = running.address
        yield running


def make_account(platform="bluesky", handle="ayu.bsky.social", *, asks=True):
    member = make_member()
    if asks:
        text = ConsentText.objects.create(
            programme=member.programme, version=1, purpose_id="Tujuan", published=timezone.now()
        )
        ConsentItem.objects.create(
            text=text,
            key="connect",
            title_id="Akun",
            title_en="Account",
            body_id="Isi",
            body_en="Body",
            required=False,
        )
    return SocialAccount.objects.create(employee=member.employee, platform=platform, handle=handle)


def connected(world, as_user, **changes):
    account = make_account(**changes)
    client = as_user(account.employee.user)
    client.post(reverse("presence:connect", args=[account.pk]), {"agree": "yes"})
    world.bio = f"Halo. {account.connection.code}"
    client.post(reverse("presence:connect-prove", args=[account.pk]))
    return account, client


def read_again(account):
    Connection.objects.filter(account=account).update(next_read=timezone.now())
    return connecting.read_due(timezone.now())


@pytest.mark.parametrize("platform", ["bluesky", "mastodon"])
def test_agreeing_proving_and_reading(world, as_user, platform):
    world.add("Pagi di pabrik")
    world.add("Terima kasih, Bu", reply=True)
    handle = "ayu.bsky.social" if platform == "bluesky" else f"ayu@{urlsplit(world.address).netloc}"
    account, _client = connected(world, as_user, platform=platform, handle=handle)
    connection = Connection.objects.get(account=account)
    assert connection.is_connected
    assert read_again(account) == 1
    assert sorted(Post.objects.values_list("text", "kind")) == [
        ("Pagi di pabrik", "post"),
        ("Terima kasih, Bu", "reply"),
    ]
    acts = set(Entry.objects.values_list("act", flat=True))
    assert {"consent.given", "account.connect_asked", "account.connected", "account.read"} <= acts


def test_without_a_tick_nothing_is_agreed_to(world, as_user):
    account = make_account()
    as_user(account.employee.user).post(reverse("presence:connect", args=[account.pk]))
    assert (Consent.objects.count(), Connection.objects.count()) == (0, 0)


def test_without_the_item_in_the_text_nothing_can_be_connected(world, as_user):
    account = make_account(asks=False)
    client = as_user(account.employee.user)
    client.post(reverse("presence:connect", args=[account.pk]), {"agree": "yes"})
    assert Connection.objects.count() == 0
    assert client.get(reverse("presence:account", args=[account.pk])).status_code == 200


def test_a_bio_without_the_code_connects_nothing(world, as_user):
    account = make_account()
    client = as_user(account.employee.user)
    client.post(reverse("presence:connect", args=[account.pk]), {"agree": "yes"})
    client.post(reverse("presence:connect-prove", args=[account.pk]))
    assert Connection.objects.get().state == "asked"
    world.bio = account.connection.code
    client.post(reverse("presence:connect-prove", args=[account.pk]))
    assert Connection.objects.get().state == "asked"  # ten seconds have to pass
    Connection.objects.update(tried=timezone.now() - dt.timedelta(minutes=1))
    client.post(reverse("presence:connect-prove", args=[account.pk]))
    assert Connection.objects.get().state == "connected"


def test_what_the_person_deleted_there_is_deleted_here(world, as_user):
    world.add("Lama", day="2026-01-01")
    world.add("Menyesal", day="2026-02-01")
    world.add("Baru", day="2026-03-01")
    account, _client = connected(world, as_user)
    read_again(account)
    world.posts = [post for post in world.posts if post[1] != "Menyesal"]
    read_again(account)
    assert sorted(Post.objects.values_list("text", flat=True)) == ["Baru", "Lama"]


def test_withdrawing_deletes_at_once(world, as_user):
    world.add("Pagi")
    account, _client = connected(world, as_user)
    read_again(account)
    member = account.employee.memberships.get()
    withdraw_consent(actor=account.employee.user, member=member, key="connect")
    assert (Post.objects.count(), Connection.objects.count()) == (0, 0)
    assert Entry.objects.filter(act="account.disconnected").exists()


def test_disconnecting_deletes_at_once_and_leaves_the_archive(world, as_user):
    world.add("Pagi")
    account, client = connected(world, as_user)
    read_again(account)
    Post.objects.create(account=account, external_id="arsip", kind="post", text="Dari arsip")
    client.post(reverse("presence:connect-stop", args=[account.pk]))
    assert list(Post.objects.values_list("text", flat=True)) == ["Dari arsip"]


def test_a_platform_that_is_down_loses_nothing(world, as_user):
    world.add("Pagi")
    account, client = connected(world, as_user)
    read_again(account)
    world.status = 503
    assert read_again(account) == 0
    connection = Connection.objects.get()
    assert (connection.problem, Post.objects.count()) == ("busy", 1)
    assert connection.next_read > timezone.now()
    assert b"connect" in client.get(reverse("presence:account", args=[account.pk])).content


def test_a_pause_stops_the_reading(world, as_user):
    world.add("Pagi")
    account, _client = connected(world, as_user)
    Post.objects.all().delete()
    ask(employee=account.employee, kind="restrict", text="", actor=account.employee.user)
    assert read_again(account) == 0
    assert Post.objects.count() == 0


def test_two_workers_read_once(world, as_user):
    world.add("Pagi")
    account, _client = connected(world, as_user)
    Connection.objects.update(next_read=timezone.now())
    pk = account.connection.pk
    assert [connecting.read_connection(pk), connecting.read_connection(pk)] == [True, False]


def test_others_cannot_touch_an_account(world, as_user):
    account, _client = connected(world, as_user)
    other = as_user(make_member(number="2002").employee.user)
    for name in ("connect", "connect-prove", "connect-read", "connect-stop"):
        assert other.post(reverse(f"presence:{name}", args=[account.pk])).status_code == 404
    assert Connection.objects.count() == 1


def test_read_now_waits_an_hour(world, as_user):
    account, client = connected(world, as_user)
    read_again(account)
    before = Connection.objects.get().next_read
    client.post(reverse("presence:connect-read", args=[account.pk]))
    assert Connection.objects.get().next_read == before
