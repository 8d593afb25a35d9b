"""The notices of a breach are copied whole."""

import os

import pytest
from django.utils import timezone

from digitroops.privacy.models import Breach
from tests.world import make_company, make_pr

pytestmark = pytest.mark.django_db(transaction=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def test_copying_a_notice_takes_its_text(open_page, live_server, client):
    make_company()
    breach = Breach.objects.create(
        title="Laptop hilang",
        happened="Tertinggal di kereta.",
        which_data="nama",
        people_count=12,
        handling="Dikunci.",
        found=timezone.now(),
    )
    client.force_login(make_pr(), "allauth.account.auth_backends.AuthenticationBackend")
    page = open_page(live_server.url, permissions=["clipboard-read", "clipboard-write"])
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    page.goto(f"/rights/breaches/{breach.pk}/")
    page.locator("[data-copy-from='#draft-1']").click()
    page.locator(".copy-done").wait_for()
    assert "Tertinggal di kereta." in page.evaluate("() => navigator.clipboard.readText()")
