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
def page(request, audit, open_page, live_server, client):
    client.force_login(audit.member.employee.user, "allauth.account.auth_backends.AuthenticationBackend")
    page = open_page(live_server.url, size=PHONE, **getattr(request, "param", {}))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    return page


def test_a_reply_that_was_typed_goes_along(audit, page):
    first, second = make_finding(audit), make_finding(audit)
    page.goto("/screening/mine/")
    for finding, text in ((first, "Maaf."), (second, "Itu candaan.")):
        page.locator(f"[name=f{finding.pk}-stance][value=explain]").check(force=True)
        page.locator(f"[name=f{finding.pk}-text]").fill(text)
    page.locator(f"#finding-{first.pk} button[type=submit]").click()
    expect(page.locator("#reply-count")).to_contain_text("1 dari 2")
    assert page.locator(f"[name=f{second.pk}-text]").input_value() == "Itu candaan."
    page.locator(".fixed-bar button[type=submit]").click()
    page.locator("[data-confirmed]").click()
    expect(page.locator(".fixed-bar")).to_have_count(0)
    assert set(Reply.objects.values_list("text", flat=True)) == {"Maaf.", "Itu candaan."}
    assert Audit.objects.get().state == Audit.State.IN_REVIEW


def write(page, finding, text, stance="explain"):
    page.locator(f"[name=f{finding.pk}-stance][value={stance}]").check(force=True)
    page.locator(f"[name=f{finding.pk}-text]").fill(text)


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_one_save_takes_every_reply(audit, page):
    first, second = make_finding(audit), make_finding(audit)
    page.goto("/screening/mine/")
    write(page, first, "Maaf.")
    page.locator(f"[name=f{second.pk}-text]").fill("Itu candaan.")
    page.locator(f"#finding-{first.pk} button[type=submit]").click()
    assert page.locator(f"[name=f{second.pk}-text]").input_value() == "Itu candaan."
    page.locator(f"[name=f{second.pk}-stance][value=dispute]").check(force=True)
    page.locator(".fixed-bar button[type=submit]").click()
    expect(page.locator(".fixed-bar")).to_have_count(0)
    assert set(Reply.objects.values_list("text", flat=True)) == {"Maaf.", "Itu candaan."}
    assert Audit.objects.get().state == Audit.State.IN_REVIEW


def test_enter_saves_the_reply_it_was_pressed_in_and_twice_is_once(audit, page):
    first, second = make_finding(audit), make_finding(audit)
    page.goto("/screening/mine/")
    write(page, second, "Sudah saya hapus.", "deleted")
    page.locator(f"[name=f{second.pk}-steps]").first.press("Enter")
    page.locator(f"[name=f{second.pk}-steps]").first.press("Enter")
    expect(page.locator("#reply-count")).to_contain_text("1 dari 2")
    assert Reply.objects.get().finding_id == second.pk
    assert page.locator(f"#finding-{first.pk} .form-errors").count() == 0


def test_a_lost_session_loses_no_reply(audit, page, live_server, client):
    first, second = make_finding(audit), make_finding(audit)
    page.goto("/screening/mine/")
    write(page, first, "Maaf.")
    write(page, second, "Itu candaan.")
    page.context.clear_cookies(name="sessionid")
    page.locator(f"#finding-{first.pk} button[type=submit]").click()
    expect(page.locator("[role=alert]:not(:empty)").first).to_be_visible()
    assert page.locator(f"[name=f{first.pk}-text]").input_value() == "Maaf."
    page.locator(".fixed-bar button[type=submit]").click()
    page.locator("[data-confirmed]").click()
    expect(page.locator("[data-unsent]")).to_be_visible()
    client.force_login(audit.member.employee.user, "allauth.account.auth_backends.AuthenticationBackend")
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    page.locator("a[data-unsent-back]").click() if page.locator("a[data-unsent-back]").count() else page.goto(
        "/screening/mine/"
    )
    expect(page.locator(f"[name=f{second.pk}-text]")).to_have_value("Itu candaan.")
    expect(page.locator(f"[name=f{first.pk}-text]")).to_have_value("Maaf.")


def test_leaving_with_unsaved_words_asks_and_after_saving_does_not(audit, page):
    finding = make_finding(audit)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/screening/mine/")
    write(page, finding, "Maaf.")
    page.locator(f"#finding-{finding.pk} button[type=submit]").click()
    expect(page.locator("#reply-count")).not_to_contain_text("1 dari 1")
    page.goto("/screening/mine/")
    assert asked == []
    page.locator(f"#finding-{finding.pk} summary").click()
    page.locator(f"[name=f{finding.pk}-text]").fill("Maaf sekali.")
    page.goto("/screening/mine/")
    assert asked == ["beforeunload"]


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


def test_a_reply_saved_after_the_session_ended_comes_back(audit, page, client):
    finding = make_finding(audit)
    page.goto("/screening/mine/")
    write(page, finding, "Maaf.")
    session = next(cookie for cookie in page.context.cookies() if cookie["name"] == "sessionid")
    page.context.clear_cookies(name="sessionid")
    page.locator(f"#finding-{finding.pk} button[type=submit]").click()
    expect(page.locator("#toasts")).to_contain_text("tulisan Anda akan kembali")
    page.reload()
    expect(page.locator("[data-unsent]")).to_be_visible()
    page.context.add_cookies([session])
    page.goto("/screening/mine/")
    expect(page.locator(f"[name=f{finding.pk}-text]")).to_have_value("Maaf.")
    assert page.locator(f"[name=f{finding.pk}-stance][value=explain]").is_checked()
