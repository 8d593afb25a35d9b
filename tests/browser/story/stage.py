"""The windows of everybody in the story, and what they do again and again: sign in, choose, send, confirm."""

from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, expect

from tests.browser.installation import Installation
from tests.browser.story.cast import Person

SECONDS = 20_000


class Stage:
    """One served installation and a browser window for each person of the story."""

    def __init__(self, installation: Installation, browser: Browser, folder: Path) -> None:
        self.installation = installation
        self.browser = browser
        self.folder = folder
        self.windows: dict[str, Page] = {}
        self.faults: list[str] = []
        self.kept: dict[str, str] = {}
        self.broken = ""

    def window(self, who: str, size: dict[str, int]) -> Page:
        """The person's window, opened when asked for the first time."""
        if who not in self.windows:
            context = self.browser.new_context(
                viewport=size,
                base_url=self.installation.url,
                locale="id-ID",
                accept_downloads=True,
                service_workers="block",  # test_offline drives it; here it would install itself between the steps
            )
            page = context.new_page()
            page.set_default_timeout(20_000)
            page.on("pageerror", lambda error: self.faults.append(f"{who}: {error}"))
            page.on("console", lambda line: self._heard(who, line))
            page.on("response", lambda response: self._answered(who, response))
            self.windows[who] = page
        return self.windows[who]

    def _heard(self, who: str, line: ConsoleMessage) -> None:
        if "Content Security" in line.text:
            self.faults.append(f"{who}: {line.text}")

    def _answered(self, who: str, response: Response) -> None:
        if response.status >= 500 or response.status == 404:
            self.faults.append(f"{who}: {response.status} {response.url}")

    def sign_in_by_link(self, person: Person, size: dict[str, int]) -> Page:
        """Ask for a link on the sign-in page and open it from the mail."""
        page = self.window(person.name, size)
        page.goto("/sign-in/")
        page.fill("[name=email]", person.email)
        page.get_by_role("button", name="Kirimi saya tautan").click()
        page.get_by_role("heading", name="Periksa surel Anda").wait_for()
        return self.follow_mail(person, page)

    def follow_mail(self, person: Person, page: Page) -> Page:
        """Open the newest sign-in link that was mailed to the person."""
        page.goto(self.installation.link_in_mail(person.email, r"/enter/[\w-]+/"))
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(lambda url: "/enter/" not in url)
        return page

    def close(self) -> None:
        for page in self.windows.values():
            page.context.close()


def send(page: Page, name: str, *, within: Locator | None = None) -> None:
    """Press the button of that name and wait for the page that follows."""
    with page.expect_navigation():
        (within or page).get_by_role("button", name=name, exact=True).first.click()


def send_confirmed(page: Page, name: str, verb: str) -> None:
    """Press a button that asks first, and say yes."""
    page.get_by_role("button", name=name, exact=True).first.click()
    with page.expect_navigation():
        page.locator("#confirm").get_by_role("button", name=verb, exact=True).click()


def go(page: Page, *names: str) -> None:
    """Follow links by their words, one after another."""
    for name in names:
        page.wait_for_load_state()
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_load_state()


def title_is(page: Page, text: str) -> None:
    expect(page.locator("h1").first).to_contain_text(text)


def shows(page: Page, *texts: str) -> None:
    """Each text can be read on the page now or within the time a worker needs."""
    for text in texts:
        expect(page.locator("body")).to_contain_text(text, timeout=SECONDS)
