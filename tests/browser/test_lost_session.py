"""A session that ends while somebody writes: nothing typed is lost."""

from playwright.sync_api import Page

from tests.browser.conftest import PHONE
from tests.browser.installation import Installation

MEMBER = "nadia.rahmawati@nusavaksin.example"
OTHER = "gita.anindya@nusavaksin.example"
WORDS = "Apakah kotak dingin boleh dibuka saat menunggu perahu?"


def sign_in(page: Page, email: str) -> None:
    with page.expect_navigation():
        page.locator(f"form:has([value='{email}']) button[type=submit]").first.click()


def write_question(demo: Installation, open_page) -> Page:
    page = open_page(demo.url, size=PHONE)
    page.goto("/sign-in/")
    sign_in(page, MEMBER)
    page.goto("/newsroom/briefs/")
    page.locator("a[href*='/newsroom/briefs/']:not([href='/newsroom/briefs/'])").first.click()
    page.locator("textarea[name=text]").first.fill(WORDS)
    return page


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("form:has(textarea[name=text]) button[type=submit]").first.click()


def test_what_was_typed_comes_back_after_signing_in(demo: Installation, open_page) -> None:
    page = write_question(demo, open_page)
    asked_at = page.url
    page.context.clear_cookies(name="sessionid")
    send(page)
    assert page.locator("[data-unsent]").is_visible()
    sign_in(page, MEMBER)
    assert (page.url, page.locator("textarea[name=text]").first.input_value()) == (asked_at, WORDS)
    send(page)
    page.goto(asked_at)
    assert page.locator("textarea[name=text]").first.input_value() == ""


def test_what_was_typed_is_not_shown_to_somebody_else(demo: Installation, open_page) -> None:
    page = write_question(demo, open_page)
    page.context.clear_cookies()
    send(page)
    page.locator("a[data-unsent-back]").click()
    sign_in(page, OTHER)
    assert page.locator("textarea[name=text]").first.input_value() == ""
