"""Every page that a role of the demo company can reach, on the phone and on the desk: answered, quiet, fitting, accessible."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from digitroops.demo import SIGN_INS
from tests.browser.conftest import DESK, PHONE
from tests.browser.installation import Installation

MOST_PAGES = 60
NOT_PAGES = re.compile(
    r"\.(csv|svg|png|json|webmanifest|zip|pdf|xlsx|parquet)$|^/(l|files|static)/|/choose/$|/newsroom/pictures/|/messages/\d+/|\?download"
)
NUMBERS = re.compile(r"\d+|(?<=/links/)[^/]+|(?<=/certificates/)[^/]+|(?<=/j/)[^/]+")
MAIN_PAGES = [
    "/", "/people/", "/programmes/", "/recruitment/applicants/", "/recruitment/proposals/",
    "/newsroom/campaigns/", "/crisis/incidents/", "/insight/", "/academy/manage/", "/record/",
]  # fmt: skip
SERIOUS = {"serious", "critical"}


class Visitor:
    """Somebody signed in to the demo company, who notes what is wrong on each page."""

    def __init__(
        self, browser: Browser, installation: Installation, email: str, scheme: str = "light"
    ) -> None:
        context = browser.new_context(
            viewport=PHONE, base_url=installation.url, locale="id-ID", color_scheme=scheme
        )
        self.page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("console", lambda line: self._heard(line.type, line.text))
        self.page.goto("/sign-in/")
        with self.page.expect_navigation():
            self.page.locator(f"form:has([value='{email}']) button[type=submit]").first.click()

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.faults.append(f"{self.page.url}: {text}")

    def look_at(self, path: str, *, sizes: tuple[dict[str, int], ...] = (PHONE, DESK)) -> list[str]:
        """Visit a page in each size and return the links on it."""
        self.page.set_viewport_size(sizes[0])
        answer = self.page.goto(path)
        if answer is None or answer.status != 200:
            self.faults.append(f"{path}: {answer and answer.status}")
            return []
        for size in sizes:
            self.page.set_viewport_size(size)
            width = self.page.evaluate("document.documentElement.scrollWidth")
            if width > size["width"]:
                self.faults.append(f"{path}: {width} wide on a screen of {size['width']}")
        self.faults += [f"{path}: {fault}" for fault in serious_faults(self.page)]
        self._enlarge(path)
        return self.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")

    def _enlarge(self, path: str) -> None:
        """Text of double size still fits on a phone (on a desk it brings the layout of the phone)."""
        self.page.set_viewport_size(PHONE)
        self.page.evaluate("document.documentElement.style.fontSize = '200%'")
        width = self.page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            self.faults.append(f"{path}: {width} wide on a phone with double text")


def serious_faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']} {fault['nodes'][0]['html'][:120]}" for fault in found if fault["impact"] in SERIOUS
    ]


def pages_in(links: list[str], own: str) -> Iterator[str]:
    for link in links:
        parts = urlsplit(link)
        if parts.netloc == own and not NOT_PAGES.search(parts.path):
            yield parts.path


def kind_of(path: str) -> str:
    """Pages of the same kind differ in their numbers only; one of each kind is visited."""
    return NUMBERS.sub("*", path)


@pytest.mark.parametrize("person", SIGN_INS, ids=lambda person: person.email.split("@")[0])
def test_every_page_of_a_role_is_sound(demo: Installation, browser: Browser, person) -> None:
    visitor = Visitor(browser, demo, person.email)
    own = urlsplit(demo.url).netloc
    waiting, seen = ["/"], {"/"}
    while waiting and len(seen) <= MOST_PAGES:
        for path in pages_in(visitor.look_at(waiting.pop(0)), own):
            if kind_of(path) not in seen:
                seen.add(kind_of(path))
                waiting.append(path)
    visitor.page.context.close()
    assert "\n".join(visitor.faults) == ""


def test_main_pages_are_sound_in_the_dark(demo: Installation, browser: Browser) -> None:
    pr = next(person for person in SIGN_INS if "(PR" in person.role or "Humas" in person.role)
    visitor = Visitor(browser, demo, pr.email, "dark")
    for path in MAIN_PAGES:
        visitor.look_at(path, sizes=(DESK,))
    visitor.page.context.close()
    assert "\n".join(visitor.faults) == ""
