"""A reviewer decides with the keyboard alone."""

import os

import pytest
from playwright.sync_api import expect

from digitroops.screening.models import Review
from tests.screening.cases import make_audit, make_finding, make_reviewer
from tests.world import make_company

pytestmark = pytest.mark.django_db(transaction=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture
def page(open_page, live_server, client):
    make_company()
    client.force_login(make_reviewer(), "allauth.account.auth_backends.AuthenticationBackend")
    page = open_page(live_server.url)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    return page


def test_sending_without_a_reason_says_so_wherever_the_focus_is(page):
    audit = make_audit()
    make_finding(audit)
    page.goto(f"/screening/cases/{audit.pk}/")
    page.keyboard.press("1")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator("#id_reason_error")).to_be_visible()
    assert page.locator("[name=decision][value=clear]").is_checked()
    page.keyboard.press("c")
    page.keyboard.type("Candaan lama.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert Review.objects.get().reason == "Candaan lama."
