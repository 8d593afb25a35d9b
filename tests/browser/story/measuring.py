"""Steps 12 and 13: what the shares brought, in the dashboard, as a file and for the member; and the record of it all."""

import csv
import io
import re

from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.story.cast import PR
from tests.browser.story.choosing import chosen
from tests.browser.story.stage import Stage, go, shows


def dashboard_counts_the_click(stage: Stage) -> None:
    page = stage.window(PR.name, DESK)
    page.goto("/")
    go(page, "Wawasan")
    figure = page.locator(".figure", has_text="Klik orang").first
    expect(figure).to_contain_text(re.compile(r"Terukur\s+1\s"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh CSV").first.click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    assert any("Kotak pendingin Bu Lina" in cell for row in rows for cell in row)


def member_sees_own_results(stage: Stage) -> None:
    page = stage.window(chosen(stage)[0].name, PHONE)
    page.goto("/")
    go(page, "Semua hasil saya")
    expect(page.locator(".figure", has_text="Klik orang").first).to_contain_text(re.compile(r"Terukur\s+1\s"))


def record_holds_the_acts(stage: Stage) -> None:
    """Who did what, newest first; PR can filter by the act and by the person."""
    page = stage.window(PR.name, DESK)
    page.goto("/")
    go(page, "Orang", "Catatan audit")
    shows(page, "Insiden ditutup", "Kabar vaksin palsu beredar")
    page.select_option("[name=act]", "member.moved")
    expect(page.locator("#results")).to_contain_text("Pembekalan → Aktif")


def english_too(stage: Stage) -> None:
    """One switch, and the same pages speak English."""
    guest = stage.window("guest", DESK)
    guest.goto("/sign-in/")
    guest.get_by_role("button", name="English").click()
    expect(guest.locator("h1")).to_have_text("Sign in")
    page = stage.window(PR.name, DESK)
    page.goto("/me/")
    page.select_option("[name=language]", "en")
    page.locator("form", has=page.locator("[name=language]")).locator("[type=submit]").first.click()
    for path, words in ENGLISH.items():
        page.goto(path)
        shows(page, words)


ENGLISH = {
    "/people/": "people employed today",
    "/programmes/": "A programme is one team with one goal",
    "/recruitment/applicants/": "Search applicants",
    "/recruitment/proposals/": "Propose a team",
    "/newsroom/campaigns/": "A campaign holds one brief",
    "/insight/": "Measured and estimated figures are never added",
    "/record/": "Who did what, when",
}
