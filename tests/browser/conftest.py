import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.installation import Installation

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


LONGEST = ["test_path.py", "test_demo.py"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The demo company, served."""
    installation = Installation(tmp_path_factory.mktemp("demo"), "demo", demo=True)
    yield installation
    installation.stop()


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation nobody has set up yet."""
    installation = Installation(tmp_path_factory.mktemp("fresh"), "fresh")
    yield installation
    installation.stop()


@pytest.fixture
def open_page(browser: Browser) -> Iterator:
    """Open a page of an installation in a window of its own; faults in its console fail the test."""
    contexts, faults = [], []

    def open_at(url: str, *, size: dict[str, int] = DESK, **options) -> Page:
        context = browser.new_context(viewport=size, base_url=url, locale="id-ID", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def account_page(open_page, live_server, client) -> Iterator:
    """Open an account's page on its owner's phone; a breach of the content security policy fails the test."""
    breaches = []

    def show(account, **options) -> Page:
        client.force_login(account.employee.user, "allauth.account.auth_backends.AuthenticationBackend")
        # a service worker that takes over on the way would hide requests from the routes of a test
        page = open_page(live_server.url, size=PHONE, service_workers="block", **options)
        page.on("console", lambda line: breaches.append(line.text) if "Security" in line.text else None)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        page.goto(f"/presence/{account.pk}/")
        return page

    yield show
    assert breaches == []
