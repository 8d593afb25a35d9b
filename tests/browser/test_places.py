"""Employees find their places on every screen."""

import os

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.world import make_company, make_member

pytestmark = pytest.mark.django_db(transaction=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_member_goes_to_the_briefs_from_the_first_page(open_page, live_server, client, size):
    make_company()
    client.force_login(make_member().employee.user, "allauth.account.auth_backends.AuthenticationBackend")
    page = open_page(live_server.url, size=size)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    page.goto("/")
    page.get_by_role("link", name="Arahan", exact=True).click()
    page.wait_for_url("**/newsroom/briefs/")
    expect(page.locator(".bottom-item[aria-current]")).to_have_text("Arahan")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
