"""The dispatcher standing before Django, as in a web server."""

from wsgiref.util import setup_testing_defaults

import pytest
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from digitroops.links.models import Link, LinkChange
from digitroops.links.redirect import assembly
from digitroops.links.redirect.keeper import Keeper
from digitroops.links.views import address_of
from tests.links.agents import CHROME
from tests.world import make_link

pytestmark = pytest.mark.django_db(transaction=True)  # the web server closes connections between requests


@pytest.fixture
def dispatcher(monkeypatch, settings):
    settings.SHORT_HOST = "nv.example"
    settings.ALLOWED_HOSTS = ["127.0.0.1", "nv.example"]
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

    def asked(path, host="127.0.0.1"):
        said = []
        environ = {
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "REQUEST_METHOD": "GET",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": host,
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


@pytest.mark.parametrize("path", ["/{}", "/{}/", "/l/{}"])
@pytest.mark.parametrize("host", ["nv.example", "NV.example:443"])
def test_the_companys_link_domain_needs_no_l(ask, path, host):
    link = make_link()
    assert ask(path.format(link.code), host) == (302, link.target)


def test_on_other_hosts_a_path_is_a_page(ask):
    link = make_link()
    assert ask(f"/{link.code}") == (404, "")
    assert ask(f"/l/{link.code}") == (302, link.target)


def test_pages_of_the_link_domain_are_kind_too(ask):
    link = make_link()
    Link.objects.update(withdrawn=timezone.now())
    assert ask(f"/{link.code}", "nv.example") == (410, "")
    assert ask("/nowhere-at-all", "nv.example") == (404, "")
    assert ask("/health/live", "nv.example")[0] == 200


def test_links_begin_with_the_companys_link_domain(settings):
    link = make_link()
    assert address_of(link).endswith(f"/l/{link.code}")
    settings.LINK_URL, settings.SHORT_HOST = "https://nv.example", "nv.example"
    assert address_of(link) == f"https://nv.example/{link.code}"
