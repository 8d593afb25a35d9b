"""Steps 3 and 4, PR's side: the programme with its criteria and texts, and the open call."""

import datetime as dt

from tests.browser.conftest import DESK
from tests.browser.story.cast import PEOPLE, PR
from tests.browser.story.stage import Stage, go, send, send_confirmed, shows, title_is

TEAM_SIZE = 3


def make_programme(stage: Stage) -> None:
    page = stage.window(PR.name, DESK)
    go(page, "Seleksi", "Program")
    page.get_by_role("link", name="Program baru").first.click()
    today = dt.datetime.now(dt.UTC).date()
    page.fill("[name=name]", "Digitroops Perdana")
    page.fill("[name=goal]", "Warga memahami vaksin dan berani bertanya.")
    page.fill("[name=starts]", str(today))
    page.fill("[name=ends]", str(today + dt.timedelta(days=180)))
    page.fill("[name=team_size]", str(TEAM_SIZE))
    send(page, "Buat program")
    title_is(page, "Digitroops Perdana")


def add_unit_rule(stage: Stage) -> None:
    """At most two of each unit, and the generation stays a preference that is off."""
    page = stage.window(PR.name, DESK)
    go(page, "Ubah syarat")
    shows(page, "Sedikitnya 1.000 pengikut", "Tidak dipakai")
    go(page, "Paling banyak sekian orang dari satu unit")
    page.fill("[name=count]", "2")
    page.check("[name=enabled]")
    send(page, "Simpan syarat")
    shows(page, "paling banyak 2 orang dari setiap unit kerja")


def publish_texts(stage: Stage) -> None:
    """The programme's page leads to what comes next: consent text, policy, start; published texts have a version."""
    page = stage.window(PR.name, DESK)
    for name in ("Teks persetujuan", "Kebijakan media sosial"):
        go(page, "Digitroops Perdana", "Buka")
        title_is(page, name)
        send_confirmed(page, "Terbitkan", "Terbitkan")
        shows(page, "Versi 1")
    go(page, "Digitroops Perdana")
    send(page, "Mulai program")


def sign_impact_note(stage: Stage) -> None:
    """No post is read before somebody who answers for the data has signed what will be done."""
    page = stage.window(PR.name, DESK)
    page.goto("/screening/impact/")
    shows(page, "Catatan dampak pelindungan data", "Belum ditandatangani")
    page.fill("[name=name]", "Petugas Pelindungan Data")
    page.check("[name=agree]")
    send(page, "Tanda tangani")
    shows(page, "Ditandatangani oleh Petugas Pelindungan Data")
    page.goto("/")
    go(page, "Seleksi", "Program", "Digitroops Perdana")


def open_call(stage: Stage) -> None:
    """Write the call, see how many it reaches, open it; the worker mails the invitations."""
    page = stage.window(PR.name, DESK)
    go(page, "Buka")
    page.fill("[name=title]", "Siapa mau bercerita bersama kami?")
    page.fill("[name=message]", "Kami mencari rekan yang senang bercerita tentang pekerjaannya.")
    page.fill("[name=closes]", str(dt.datetime.now(dt.UTC).date() + dt.timedelta(days=14)))
    shows(page, f"{len(PEOPLE)} karyawan diundang")
    send(page, "Simpan dan lihat")
    shows(page, f"{len(PEOPLE)} karyawan menerima undangan ini")
    send_confirmed(page, "Buka panggilan", "Buka dan kirim")
    shows(page, f"{len(PEOPLE)} undangan terkirim")


def look_at_code_for_groups(stage: Stage) -> None:
    """Whoever has no mail comes by the link or the QR code, which lead to the call's own page."""
    page = stage.window(PR.name, DESK)
    address = page.locator(".code-block").inner_text()
    code = page.request.get(page.locator("img[src*='qr']").get_attribute("src"))
    assert code.headers["content-type"].startswith("image/svg")
    guest = stage.window("guest", DESK)
    guest.goto(address)
    title_is(guest, "Siapa mau bercerita bersama kami?")
    guest.get_by_role("link", name="Masuk dengan surel kantor saya").wait_for()
