"""Replies to findings on the phone: nothing typed is lost, and the focus stays above the bars."""

import datetime as dt
import os

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from digitroops.screening.models import Audit, Reply
from tests.browser.conftest import PHONE
from tests.screening.cases import make_audit, make_finding

pytestmark = pytest.mark.django_db(transaction=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture
def audit():
    return make_audit(state=Audit.State.WITH_PERSON, due=timezone.now() + dt.timedelta(days=9))


@pytest.fixture
def page(audit, open_page, live_server, client):
    client.force_login(audit.member.employee.user, "allauth.account.auth_backends.AuthenticationBackend")
    page = open_page(live_server.url, size=PHONE)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    return page


def test_a_reply_that_was_typed_goes_along(audit, page):
    first, second = make_finding(audit), make_finding(audit)
    page.goto("/screening/mine/")
    for finding, text in ((first, "Maaf."), (second, "Itu candaan.")):
        page.locator(f"[name=f{finding.pk}-stance][value=explain]").check(force=True)
        page.locator(f"[name=f{finding.pk}-text]").fill(text)
    page.locator(f"#finding-{first.pk} form button[type=submit]").click()
    expect(page.locator("#reply-count")).to_contain_text("1 dari 2")
    assert page.locator(f"[name=f{second.pk}-text]").input_value() == "Itu candaan."
    page.locator(".fixed-bar button[type=submit]").click()
    page.locator("[data-confirmed]").click()
    expect(page.locator(".fixed-bar")).to_have_count(0)
    assert set(Reply.objects.values_list("text", flat=True)) == {"Maaf.", "Itu candaan."}
    assert Audit.objects.get().state == Audit.State.IN_REVIEW


def test_the_focus_stays_above_the_bars(audit, page):
    finding = make_finding(audit)
    page.goto("/screening/mine/")
    for _ in range(30):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "[document.activeElement.name, document.activeElement.getBoundingClientRect().bottom]"
        )
        if place[0] == f"f{finding.pk}-text":
            break
    bar = page.locator(".fixed-bar").evaluate("bar => bar.getBoundingClientRect().top")
    assert place[0] == f"f{finding.pk}-text"
    assert place[1] <= bar
