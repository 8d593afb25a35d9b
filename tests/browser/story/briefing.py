"""Step 9, PR's side: a campaign with its brief, and a story with a picture and two captions."""

import datetime as dt
from pathlib import Path

import digitroops.demo
from tests.browser.conftest import DESK, PHONE
from tests.browser.story.cast import PR
from tests.browser.story.choosing import chosen
from tests.browser.story.stage import Stage, go, send, shows, title_is

PICTURE = min((Path(digitroops.demo.__file__).parent / "pictures").glob("*.*"))
CAPTIONS = [
    ("Santai", "Pukul lima pagi kotak pendingin sudah berangkat. Saya bekerja di sini, dan tetap takjub."),
    ("Serius", "Vaksin sampai di pulau karena banyak tangan menjaganya tetap dingin. #karyawan"),
]


def write_brief(stage: Stage) -> None:
    page = stage.window(PR.name, DESK)
    page.goto("/")
    go(page, "Ruang berita")
    page.get_by_role("link", name="Tambah kampanye").first.click()
    today = dt.datetime.now(dt.UTC).date()
    page.fill("[name=name]", "Vaksin sampai pulau")
    page.fill("[name=goal]", "Warga tahu bagaimana vaksin tetap dingin di perjalanan.")
    page.fill("[name=starts]", str(today - dt.timedelta(days=1)))
    page.fill("[name=ends]", str(today + dt.timedelta(days=60)))
    send(page, "Simpan kampanye")
    page.get_by_role("link", name="Tulis arahan").first.click()
    page.fill("[name=title]", "Rantai dingin sampai pulau")
    page.fill("[name=summary]", "Vaksin bertahan pada suhu 2 sampai 8 derajat sepanjang jalan.")
    page.fill("[name=messages]", "Vaksin dijaga dingin dari pabrik sampai posyandu.")
    page.fill("[name=facts-0-text]", "Suhu dijaga antara 2 dan 8 derajat Celsius.")
    page.fill("[name=facts-0-source]", "Pedoman rantai dingin, Kementerian Kesehatan")
    page.fill("[name=dos]", "Ceritakan yang Anda lihat sendiri.")
    page.fill("[name=donts]", "Jangan memberi saran medis.")
    page.fill("[name=answers-0-question]", "Apakah vaksin rusak bila mati listrik?")
    page.fill("[name=answers-0-answer]", "Kotak pendingin menahan suhu sampai dua hari.")
    send(page, "Terbitkan")
    shows(page, "Versi 1 terbit")


def write_story(stage: Stage) -> None:
    """An address outside the company's domains is refused; then the story goes live."""
    page = stage.window(PR.name, DESK)
    go(page, "Tulis konten")
    page.fill("[name=title]", "Kotak pendingin Bu Lina")
    page.fill("[name=target_url]", "https://contoh.example/kisah")
    page.set_input_files("[name=picture_file]", PICTURE)
    page.fill("[name=alt]", "Kotak pendingin vaksin di atas perahu")
    for number, (tone, text) in enumerate(CAPTIONS):
        page.fill(f"[name=captions-{number}-tone]", tone)
        page.fill(f"[name=captions-{number}-text]", text)
    send(page, "Terbitkan")
    shows(page, "sehatraya.co.id")
    page.fill("[name=target_url]", "https://www.sehatraya.co.id/kisah/bu-lina")
    page.set_input_files("[name=picture_file]", PICTURE)
    send(page, "Terbitkan")
    title_is(page, "Kotak pendingin Bu Lina")


def members_read_brief(stage: Stage) -> None:
    """On the phone: facts with their source, and the word that one has read it; PR sees who has."""
    for person in chosen(stage):
        page = stage.window(person.name, PHONE)
        page.goto("/")
        go(page, "Baca arahan")
        shows(page, "2 dan 8 derajat Celsius", "Sumber: Pedoman rantai dingin")
        send(page, "Sudah saya baca")
        shows(page, "Sudah Anda baca")
    desk = stage.window(PR.name, DESK)
    go(desk, "Vaksin sampai pulau")
    shows(desk, "3 dari 3")
