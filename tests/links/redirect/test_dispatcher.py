"""The dispatcher standing before Django, as in a web server."""

from wsgiref.util import setup_testing_defaults

import pytest
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from digitroops.links.models import Link, LinkChange
from digitroops.links.redirect import assembly
from digitroops.links.redirect.keeper import Keeper
from tests.links.agents import CHROME
from tests.world import make_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def dispatcher(monkeypatch):
    made = assembly.make(get_wsgi_application())
    monkeypatch.setattr(assembly, "_made", [made])
    return made


@pytest.fixture
def keeper(dispatcher):
    keeper = Keeper(dispatcher, lambda lost, why: None)
    keeper.look()
    return keeper


@pytest.fixture
def ask(dispatcher):
    """Asks for a path as the web server would; (status, headers)."""

    def asked(path, query=""):
        said = []
        environ = {
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": "GET",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_USER_AGENT": CHROME,
        }
        setup_testing_defaults(environ)
        b"".join(
            dispatcher(environ, lambda status, headers, _error=None: said.append((status, dict(headers))))
        )
        status, headers = said[0]
        return int(status[:3]), headers.get("Location", "").partition("?")[0]

    return asked


def test_an_ended_link_that_is_opened_again_leads_on_at_once(ask, keeper):
    link = make_link()
    Link.objects.update(withdrawn=timezone.now())
    assert ask(f"/l/{link.code}")[0] == 410
    Link.objects.update(withdrawn=None)
    assert ask(f"/l/{link.code}") == (302, link.target)
    keeper.look()
    assert ask(f"/l/{link.code}") == (302, link.target)


def test_a_changed_link_leads_to_its_new_page_after_one_look(ask, keeper):
    link = make_link()
    assert ask(f"/l/{link.code}") == (302, link.target)
    Link.objects.update(target="https://n.example/neu")
    assert ask(f"/l/{link.code}") == (302, link.target)
    keeper.look()
    assert ask(f"/l/{link.code}") == (302, "https://n.example/neu")


@pytest.mark.parametrize("shift", [-7200, 7200])
def test_changes_are_seen_whatever_a_clock_says(ask, keeper, shift):
    link = make_link()
    for number in range(3):
        Link.objects.update(target=f"https://n.example/{number}")
        newest = LinkChange.objects.latest("pk")
        LinkChange.objects.filter(pk=newest.pk).update(at=newest.at + shift * (number % 2))
        keeper.look()
        assert ask(f"/l/{link.code}") == (302, f"https://n.example/{number}")
