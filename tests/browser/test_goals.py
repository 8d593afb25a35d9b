"""The goal script on the company's own site, which is another origin than the product: a click becomes a conversion."""

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.urls import reverse

from digitroops.links.models import Conversion, ConversionDay, Goal
from tests.browser.conftest import PHONE
from tests.world import make_company, make_link, make_story

pytestmark = pytest.mark.django_db(transaction=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


class Site(BaseHTTPRequestHandler):
    """The company's site: a page with the script, and one that reports a goal."""

    def do_GET(self):
        path = self.path.partition("?")[0]
        body = self.server.pages.get(path, "").encode()
        self.send_response(200 if path in self.server.pages else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.cookies += self.headers.get_all("Cookie") or []

    def log_message(self, *_args):
        pass


@pytest.fixture
def site(live_server):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    script = f"{live_server.url}{reverse('links:script')}"
    server.pages = {
        "/perahu": f'<title>Perahu</title><script src="{script}"></script><a href="/daftar">Daftar</a>',
        "/daftar": f'<title>Daftar</title><script src="{script}" data-goal="daftar" data-order="A-17"></script>',
        "/izin": f'<title>Izin</title><script src="{script}" data-consent="wait"></script>',
        "/favicon.ico": "",
    }
    server.cookies = []
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def link(site):
    company = make_company()
    company.link_domains = [f"127.0.0.1:{site.server_port}"]
    company.save()
    link = make_link(story=make_story(target_url=f"http://127.0.0.1:{site.server_port}/perahu#peta"))
    Goal.objects.create(programme=link.member.programme, key="daftar", name="Daftar vaksin", value=50_000)
    return link


@pytest.fixture
def visit(open_page, live_server, link):
    """A visitor's phone, at the page that the link leads to."""

    def at():
        page = open_page(live_server.url, size=PHONE)
        page.goto(f"{live_server.url}/l/{link.code}")
        return page

    return at


def test_a_goal_reached_after_a_click_counts_for_its_link(visit, link, site):
    page = visit()
    assert page.title() == "Perahu"
    assert "dt=" not in page.url
    assert page.url.endswith("#peta")
    assert "utm_source=digitroops" in page.url
    with page.expect_response("**/t/") as answered:
        page.get_by_role("link", name="Daftar").click()
    assert answered.value.json() == {"outcome": "counted"}
    conversion = Conversion.objects.get()
    assert (conversion.link, conversion.order, conversion.value) == (link, "A-17", 50_000)
    assert (page.context.cookies(), site.cookies) == ([], [])
    with page.expect_response("**/t/"):
        page.reload()
    assert ConversionDay.objects.get().number == 1


def test_a_visitor_who_came_by_no_link_reports_nothing(open_page, live_server, link, site):
    page = open_page(live_server.url, size=PHONE)
    reports = []
    page.on("request", lambda request: reports.append(request.url) if request.method == "POST" else None)
    page.goto(f"http://127.0.0.1:{site.server_port}/daftar")
    page.wait_for_load_state("networkidle")
    assert reports == []
    assert not Conversion.objects.exists()


def test_nothing_is_kept_before_consent_and_nothing_after_it_is_withdrawn(visit, link, site):
    link.story.links.update(target=f"http://127.0.0.1:{site.server_port}/izin")
    page = visit()
    kept = "() => localStorage.length"
    assert (page.title(), page.evaluate(kept)) == ("Izin", 0)
    page.evaluate("() => digitroops.consent(true)")
    assert page.evaluate(kept) == 1
    page.evaluate("() => digitroops.consent(false)")
    assert page.evaluate(kept) == 0
