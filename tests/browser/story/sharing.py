"""Steps 9 and 10 on the phone: own words to WhatsApp, a caption to X, the proof, and what counts as a person."""

import http.client
import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.story.briefing import CAPTIONS
from tests.browser.story.choosing import chosen
from tests.browser.story.stage import Stage, send, shows, title_is

OWN_WORDS = "Saya bekerja di sini. Pagi ini saya ikut menutup kotak pendingin untuk pulau seberang."
PERSON = "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"
PREVIEW = "WhatsApp/2.24.11.79 A"


def share_own_words(stage: Stage) -> None:
    """To WhatsApp: its own share address opens with the words and a link of one's own."""
    page = _open_story(stage)
    page.fill("textarea[name=text]", OWN_WORDS)
    expect(page.locator("[name=caption][value=own]")).to_be_checked()
    address = _share_on(page, "WhatsApp")
    assert address.startswith("https://wa.me/?text=")
    words = parse_qs(urlsplit(address).query)["text"][0]
    assert words.startswith(OWN_WORDS)
    stage.kept["link"] = _link_in(stage, words)


def share_caption_with_proof(stage: Stage) -> None:
    """To X with PR's caption; an address elsewhere is refused as proof, the post's own address is kept."""
    page = _open_story(stage)
    address = _share_on(page, "X")
    parts = parse_qs(urlsplit(address).query)
    assert address.startswith("https://x.com/intent/post?")
    assert parts["text"] == [CAPTIONS[0][1]]
    stage.kept["x link"] = _link_in(stage, parts["url"][0])
    assert stage.kept["x link"] != stage.kept["link"]
    page.fill("[name=url]", "https://contoh.example/post/1")
    send(page, "Sudah saya unggah")
    page.fill("[name=url]", "https://x.com/seseorang/status/1860000000000000001")
    send(page, "Sudah saya unggah")
    shows(page, "Unggahan Anda")


def _open_story(stage: Stage) -> Page:
    page = stage.window(chosen(stage)[0].name, PHONE)
    page.goto("/")
    page.locator(".bottom-bar").get_by_role("link", name="Bagikan").click()
    page.locator("main a[href^='/sharing/stories/']").first.click()
    title_is(page, "Kotak pendingin Bu Lina")
    page.wait_for_load_state()  # the script that opens the platform comes last
    return page


def _share_on(page: Page, platform: str) -> str:
    """The address that opens for a platform, caught before it leaves for the internet."""
    page.context.route(re.compile(r"https://(wa\.me|x\.com)/.*"), lambda route: route.fulfill(body="ok"))
    with page.context.expect_page() as opened:
        page.get_by_role("button", name=platform, exact=True).first.click()
    opened.value.wait_for_url(re.compile(r"https://(wa\.me|x\.com)/.*"))
    address = opened.value.url
    opened.value.close()
    page.wait_for_url(re.compile(r"/sharing/\d+/$"))
    return address


def _link_in(stage: Stage, text: str) -> str:
    found = re.search(rf"{re.escape(stage.installation.url)}/l/\S+", text)
    assert found, text
    return found[0]


def link_counts_one_person(stage: Stage) -> None:
    """The preview fetcher gets its card and is no person; the person goes on to the page with UTM parameters."""
    assert _follow(stage.kept["link"], PREVIEW).startswith("https://www.sehatraya.co.id/")
    for _twice in range(2):
        target = urlsplit(_follow(stage.kept["link"], PERSON))
        assert target.hostname == "www.sehatraya.co.id"
        assert parse_qs(target.query)["utm_campaign"] == ["vaksin-sampai-pulau"]
        assert parse_qs(target.query)["utm_content"] == [stage.kept["link"].rstrip("/").rsplit("/", 1)[1]]


def _follow(link: str, agent: str) -> str:
    """Where the link leads for this agent."""
    parts = urlsplit(link)
    server = http.client.HTTPConnection(parts.netloc, timeout=10)
    server.request("GET", parts.path, headers={"User-Agent": agent})
    answer = server.getresponse()
    assert answer.status == 302
    server.close()
    return answer.headers["Location"]
