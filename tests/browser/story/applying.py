"""Steps 4 and 5 on the phone: consent, motivation, the archive, and the criteria with their evidence."""

import datetime as dt
import re

from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE
from tests.browser.story.cast import APPLICANTS, PR, Person, archive_of, followers_in_archive
from tests.browser.story.stage import Stage, go, send, shows, title_is

MOTIVATION = (
    "Tetangga sering bertanya kepada saya soal imunisasi anak. Saya ingin belajar menjawab dengan benar, "
    "dengan sumber yang jelas dan bahasa yang sederhana, lalu menceritakannya dari sisi pekerjaan kami. "
    "Selama ini saya sudah biasa menulis tentang keseharian di tempat kerja, dan pengikut saya senang bertanya balik."
)


def everybody_comes(stage: Stage) -> None:
    """From the invitation to the call, and by a one-time link into the application."""
    for person in APPLICANTS:
        page = stage.window(person.name, PHONE)
        page.goto(stage.installation.link_in_mail(person.email, r"/recruitment/j/[\w-]+/"))
        go(page, "Masuk dengan surel kantor saya")
        page.fill("[name=email]", person.email)
        send(page, "Kirimi saya tautan")
        stage.follow_mail(person, page)
        send(page, "Ke pendaftaran")
        title_is(page, "Apa dan mengapa")


def used_link_says_so(stage: Stage) -> None:
    """The link in the mail works once."""
    person = APPLICANTS[0]
    page = stage.window("guest", DESK)
    page.goto(stage.installation.link_in_mail(person.email, r"/enter/[\w-]+/"))
    title_is(page, "Tautan ini tidak berlaku lagi")


def everybody_applies(stage: Stage) -> None:
    """Consent without its needed items is refused; then motivation, account, archive, sending."""
    for person in APPLICANTS:
        page = stage.window(person.name, PHONE)
        go(page, "Lanjut")
        _consent(page, refused_first=person == APPLICANTS[0])
        page.fill("[name=motivation]", MOTIVATION)
        send(page, "Simpan dan lanjut")
        _upload(page, person)
        go(page, "Kembali ke pendaftaran saya", "Lanjut")
        send(page, "Kirim pendaftaran")
        shows(page, "Mendaftar")


def _consent(page: Page, *, refused_first: bool) -> None:
    boxes = page.locator("form input[type=checkbox]")
    assert boxes.count() == 6
    assert page.locator("form input[type=checkbox]:checked").count() == 0
    if refused_first:
        send(page, "Simpan dan lanjut")
        shows(page, "4 hal perlu dilihat lagi")
    for number in range(4):
        boxes.nth(number).check()
    send(page, "Simpan dan lanjut")


def _upload(page: Page, person: Person) -> None:
    go(page, "Tambah akun")
    page.select_option("[name=platform]", "x")
    page.fill("[name=handle]", f"@{person.handle}")
    send(page, "Tambah akun")
    go(page, "Lengkapi")
    archive = archive_of(person, dt.datetime.now(dt.UTC).date())
    page.set_input_files(
        "input[type=file]", files=[{"name": "x.zip", "mimeType": "application/zip", "buffer": archive}]
    )
    page.locator("[data-goes]").wait_for()
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^Kirim ")).first.click()
    go(page, f"@{person.handle}")
    shows(page, "Berkas asli dihapus", "Nama akun dalam arsip sama dengan yang ditulis di sini")


def evidence_is_shown(stage: Stage) -> None:
    """The applicant and PR read the same sentence under each criterion."""
    person = APPLICANTS[0]
    sentence = (
        f"{followers_in_archive(person):,}".replace(",", ".") + f" pengikut di X @{person.handle}, dari arsip"
    )
    page = stage.window(person.name, PHONE)
    shows(page, sentence, "dibaca, bukan diketik")
    desk = stage.window(PR.name, DESK)
    go(desk, "Seleksi", "Pendaftar")
    shows(desk, *(applicant.name for applicant in APPLICANTS), "3 dari 3 terpenuhi")
    go(desk, person.name)
    shows(desk, sentence, "dibaca, bukan diketik")
