import socket
import threading
import time
from urllib.parse import urlsplit

import pytest

from digitroops.engines.profiles import Net, NotRead, reader_of
from tests.engines.profiles.platforms import DID, platforms


@pytest.fixture
def world():
    with platforms() as running:
        yield running


def reader(world, platform):
    net = Net(5, frozenset({urlsplit(world.address).netloc}))
    return reader_of(platform, net, directory=world.address, service=world.address)


def handle(world, platform):
    return "ayu.bsky.social" if platform == "bluesky" else f"ayu@{urlsplit(world.address).netloc}"


@pytest.mark.parametrize("platform", ["bluesky", "mastodon"])
def test_profile_and_posts_are_read_page_by_page(world, platform):
    for number in range(130):
        world.add(f"Unggahan {number}", reply=number % 2 == 1)
    found = reader(world, platform)
    person = found.person(handle(world, platform))
    assert (person.server, "digitroops-test" in person.bio) == (world.address, True)
    assert person.id == (DID if platform == "bluesky" else "77")
    posts = [post for page in found.posts(person) for post in page]
    assert [post.text for post in posts] == [f"Unggahan {number}" for number in range(129, -1, -1)]
    assert {post.kind for post in posts} == {"post", "reply"}
    assert posts[0].created.year == 2026
    assert posts[0].url.startswith("https://")


def test_statuses_for_followers_only_are_left_out(world):
    world.add("rahasia untuk pengikut")
    world.add("untuk semua")
    found = reader(world, "mastodon")
    pages = list(found.posts(found.person(handle(world, "mastodon"))))
    assert [post.text for page in pages for post in page] == ["untuk semua"]


def test_a_name_that_is_not_there_is_missing(world):
    with pytest.raises(NotRead) as error:
        reader(world, "bluesky").person("nobody.bsky.social")
    assert error.value.reason == "missing"


@pytest.mark.parametrize(("status", "reason"), [(429, "busy"), (500, "refused"), (302, "refused")])
def test_what_the_platform_answers_instead_is_said(world, status, reason):
    world.status = status
    with pytest.raises(NotRead) as error:
        reader(world, "mastodon").person(handle(world, "mastodon"))
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://example.org", "address"), ("ftp://example.org", "address"), ("https://user@example.org", "address"),
        ("https://127.0.0.1", "forbidden"), ("https://169.254.169.254", "forbidden"), ("https://10.0.0.5", "forbidden"),
        ("https://[::1]", "forbidden"), ("https://[::ffff:127.0.0.1]", "forbidden"), ("https://0x7f000001", "forbidden"),
        ("https://192.168.1.1:8443", "forbidden"), ("https://0.0.0.0", "forbidden"), ("https://x:99999", "address"),
    ],
)  # fmt: skip
def test_addresses_inside_are_never_called(address, reason):
    with pytest.raises(NotRead) as error:
        Net(2).get(address, "/")
    assert error.value.reason == reason


def test_a_server_that_drips_is_cut_off():
    listener = socket.create_server(("127.0.0.1", 0))
    place = f"127.0.0.1:{listener.getsockname()[1]}"

    def drip():
        line, _ = listener.accept()
        try:
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
            for _second in range(20):
                line.sendall(b" ")
                time.sleep(0.2)
        except OSError:
            return
        finally:
            line.close()

    threading.Thread(target=drip, daemon=True).start()
    start = time.monotonic()
    with pytest.raises(NotRead) as error:
        Net(0.6, frozenset({place})).get(f"http://{place}", "/")
    listener.close()
    assert (error.value.reason, time.monotonic() - start < 3) == ("late", True)


def test_an_answer_that_is_no_json_or_of_another_shape_is_unclear(world):
    world.posts = [("1", "x", False, "2026-10-01")]
    found = reader(world, "bluesky")
    person = found.person("ayu.bsky.social")
    listing = found.posts(person)
    world.posts = None
    with pytest.raises(NotRead):
        next(listing)
