"""Without a network: the brief read before is still there, everything else says so, and signing out forgets it."""

import re

from tests.browser.conftest import PHONE


def sign_in_as(page, email: str) -> None:
    page.goto("/sign-in/")
    page.locator(f"form:has(input[value='{email}']) button").click()
    page.wait_for_url(re.compile(r"^(?!.*sign-in)"))


def test_the_brief_is_read_offline_until_signing_out(demo, open_page):
    page = open_page(demo.url, size=PHONE)
    sign_in_as(page, "nadia.rahmawati@nusavaksin.example")
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.goto("/newsroom/briefs/")
    page.locator("a[href^='/newsroom/briefs/']").filter(visible=True).first.click()
    page.wait_for_url(re.compile(r"/newsroom/briefs/\d+/$"))
    address, title = page.url, page.title()
    page.reload()

    page.context.set_offline(True)
    page.goto(address)
    assert page.title() == title
    page.goto(demo.url + "/sharing/mine/")
    offline = page.title()
    assert offline != title

    page.context.set_offline(False)
    page.goto("/me/")
    page.locator("form[action$='/sign-out/'] button").filter(visible=True).first.click()
    page.wait_for_url(re.compile("sign-in"))
    page.context.set_offline(True)
    page.goto(address)
    assert page.title() == offline


def test_the_manifests_icons_exist_in_their_sizes(demo, open_page):
    page = open_page(demo.url)
    icons = page.request.get("/manifest.webmanifest").json()["icons"]
    assert [(icon["sizes"], icon.get("purpose", "any")) for icon in icons] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    page.goto("/sign-in/")
    measure = """src => new Promise(done => {
        const image = new Image();
        image.onload = () => done(`${image.naturalWidth}x${image.naturalHeight}`);
        image.src = src;
    })"""
    assert [page.evaluate(measure, icon["src"]) for icon in icons] == [icon["sizes"] for icon in icons]
