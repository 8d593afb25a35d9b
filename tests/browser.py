"""A real Chromium for the tests marked `browser`."""

import os

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("DIGITROOPS_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium():
    if not os.path.exists(CHROMIUM):  # noqa: PTH110
        pytest.skip(f"no Chromium at {CHROMIUM}")
    # Playwright's own loop makes Django believe that it runs inside async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium):
    """Open a page in a viewport and colour scheme; what its console reports as a fault fails the test."""
    contexts, faults = [], []

    def open_window(viewport=DESK, scheme="light", **options):
        context = chromium.new_context(viewport=viewport, color_scheme=scheme, locale="id-ID", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on(
            "console",
            lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None,
        )
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert faults == []
