"""Step 11: while an incident is open nobody can share; members answer, PR sees who has, closing lets work go on."""

from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.story.cast import PR
from tests.browser.story.choosing import TEAM_SIZE, chosen
from tests.browser.story.stage import Stage, go, send, send_confirmed, shows, title_is


def declare(stage: Stage) -> None:
    """Real, and everybody stays silent; a second member has the share page open at that moment."""
    stage.window(chosen(stage)[1].name, PHONE).goto("/sharing/stories/1/")
    page = stage.window(PR.name, DESK)
    page.goto("/")
    go(page, "Krisis")
    page.get_by_role("link", name="Nyatakan", exact=True).first.click()
    page.fill("[name=title]", "Kabar vaksin palsu beredar")
    page.locator("[name=kind][value=real]").check(force=True)
    page.locator("[name=instruction][value=silent]").check(force=True)
    page.fill("[name=steps]", "Jangan mengunggah apa pun.\nLaporkan yang Anda lihat.")
    send_confirmed(page, "Nyatakan", "Nyatakan")
    title_is(page, "Kabar vaksin palsu beredar")


def sharing_is_refused(stage: Stage) -> None:
    """A fresh page says why, and shows no share button."""
    page = stage.window(chosen(stage)[0].name, PHONE)
    page.goto("/sharing/stories/1/")
    shows(page, "Berbagi berhenti dulu untuk semua orang")
    assert page.get_by_role("button", name="WhatsApp").count() == 0


def open_page_is_refused(stage: Stage) -> None:
    """Somebody whose page was open before the incident presses share: the answer is the pause, not a share."""
    page = stage.window(chosen(stage)[1].name, PHONE)
    page.get_by_role("button", name="Telegram", exact=True).click()
    shows(page, "Berbagi berhenti dulu")


def member_acknowledges(stage: Stage) -> None:
    page = stage.window(chosen(stage)[0].name, PHONE)
    go(page, "Yang kita lakukan sekarang")
    shows(page, "Kabar vaksin palsu beredar", "Jangan mengunggah apa pun")
    send(page, "Saya mengerti")
    shows(page, "Anda sudah menyatakan mengerti", f"1 dari {TEAM_SIZE}")
    desk = stage.window(PR.name, DESK)
    desk.reload()
    shows(desk, f"1 dari {TEAM_SIZE}")


def close(stage: Stage) -> None:
    desk = stage.window(PR.name, DESK)
    desk.fill("[name=lessons]", "Pesan sampai dalam lima menit.")
    send_confirmed(desk, "Tutup insiden", "Tutup insiden")
    page = stage.window(chosen(stage)[0].name, PHONE)
    page.goto("/sharing/stories/1/")
    expect(page.get_by_role("button", name="WhatsApp").first).to_be_visible()
