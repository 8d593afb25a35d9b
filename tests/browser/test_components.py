import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE

pytestmark = [pytest.mark.urls("tests.browser.urls"), pytest.mark.django_db(transaction=True)]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# Playwright's own loop makes Django believe that its clean-up runs inside async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture
def gallery(open_page, live_server):
    """The page of components; a breach of the content security policy fails the test."""
    breaches = []

    def show(size=DESK, scheme="light", path="/ui/", **options):
        page = open_page(live_server.url, size=size, color_scheme=scheme, **options)
        page.on(
            "console", lambda line: breaches.append(line.text) if "Content Security" in line.text else None
        )
        page.goto(path)
        page.wait_for_function("() => document.fonts.status === 'loaded'")
        return page

    yield show
    assert breaches == []


def faults_of(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(fault["impact"], fault["id"], fault["nodes"][0]["html"][:120]) for fault in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_components_have_no_faults(gallery, viewport, scheme):
    assert faults_of(gallery(viewport, scheme, bypass_csp=True)) == []


@pytest.mark.parametrize("path", ["/refused/", "/nowhere-at-all/"])
def test_error_pages_have_no_faults(gallery, path):
    page = gallery(PHONE, path=path, bypass_csp=True)
    assert page.locator("h1").count() == 1
    assert faults_of(page) == []


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1440])
def test_nothing_reaches_beyond_the_screen(gallery, width):
    page = gallery({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_text_at_200_percent_stays_on_the_phone(gallery):
    page = gallery({"width": 390, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_ctrl_k_goes_to_the_search(gallery):
    page = gallery()
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.name") == "q"


def test_a_long_list_is_narrowed_and_keeps_what_is_ticked(gallery):
    page = gallery()
    field = page.locator("fieldset:has([data-narrows])")
    options = field.locator(".option")
    assert options.count() > 2
    options.first.locator("input").check()
    field.locator("[data-narrows]").fill(options.last.inner_text())
    assert options.first.is_visible()
    assert options.last.is_visible()
    assert not options.nth(1).is_visible()
    field.locator("[data-narrows]").press("Enter")
    assert page.url.endswith("/ui/")


def test_confirm_asks_and_cancel_keeps(gallery):
    page = gallery()
    page.get_by_role("button", name="Akhiri kampanye").click()
    box = page.locator("#confirm")
    assert box.locator("h2").inner_text() == "Akhiri kampanye ini?"
    page.keyboard.press("Escape")
    assert not box.is_visible()


def test_menu_opens_where_its_button_is_and_arrows_walk(gallery):
    page = gallery()
    page.get_by_label("Anda: Ratna Ayuningtyas").click()
    menu = page.locator("#self-menu")
    assert menu.is_visible()
    assert menu.bounding_box()["x"] > 1000
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent").strip() == "Keluar"


def test_theme_is_chosen_and_kept(gallery):
    page = gallery()
    page.get_by_label("Anda: Ratna Ayuningtyas").click()
    page.get_by_role("button", name="Gelap").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 20, 31)"


def test_invalid_form_comes_back_with_its_summary_focused(gallery):
    page = gallery()
    page.fill("#sample-form [name=email]", "nadia@")
    page.locator("#sample-form button[type=submit]").click()
    page.wait_for_selector("#sample-form .form-errors")
    assert page.input_value("#sample-form [name=email]") == "nadia@"
    assert "form-errors" in page.evaluate("document.activeElement.className")


def test_valid_form_answers_with_a_toast_and_undo(gallery):
    page = gallery()
    form = page.locator("#sample-form")
    form.locator("[name=email]").fill("nadia@nusavaksin.id")
    form.locator("[name=day]").fill("2026-11-18")
    form.locator("[name=budget]").fill("14000000")
    form.locator("[name=tone][value=warm]").check()
    form.locator("[name=consent]").check()
    form.locator("button[type=submit]").click()
    toast = page.locator(".toast")
    toast.wait_for()
    assert toast.locator(".toast-text").inner_text() == "Arahan terkirim ke 20 anggota."
    assert toast.get_by_role("button", name="Urungkan").is_visible()


def test_charts_are_drawn_with_their_numbers_beside(gallery):
    page = gallery()
    page.wait_for_function("() => globalThis.Chart && Object.keys(Chart.instances).length === 3")
    page.locator(".numbers summary").first.click()
    assert page.locator(".numbers td").first.inner_text() == "7.200"


def test_polling_stops_at_the_end(gallery):
    page = gallery()
    bar = page.locator(".progress", has_text="Membaca arsip")
    assert bar.get_attribute("hx-get") is not None
    page.wait_for_selector(".progress-done:has-text('Membaca arsip'):not([hx-get])", timeout=15_000)


def test_phone_opens_the_whole_menu_as_a_drawer(gallery):
    page = gallery(PHONE)
    assert not page.locator("#sidebar").is_visible()
    page.get_by_label("Buka menu").click()
    assert page.locator("#sidebar").get_by_text("Ruang Berita").is_visible()


def test_copying_a_link_says_so(gallery):
    page = gallery(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin tautan").click()
    page.get_by_role("button", name="Tersalin").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/s/abc"


def test_too_large_upload_is_refused_before_sending(gallery):
    page = gallery()
    page.locator("form[data-upload]").evaluate("form => form.dataset.maxMb = '0.000001'")
    page.set_input_files(
        "form[data-upload] input[type=file]",
        files=[{"name": "a.zip", "mimeType": "application/zip", "buffer": b"many bytes"}],
    )
    page.locator("form[data-upload] button[type=submit]").click()
    assert page.locator("[data-upload-error]").inner_text().startswith("Berkas ini lebih besar")
