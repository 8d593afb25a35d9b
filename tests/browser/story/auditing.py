"""Step 6: everybody reads their own findings first, then two reviewers decide; the machine never does."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.story.cast import APPLICANTS, PR, REVIEWERS, RUDE, RUDE_ONE
from tests.browser.story.stage import Stage, go, send, send_confirmed, shows

REGRET = "Waktu itu saya emosi menonton bola. Sekarang saya tidak akan menulis begitu."


def rude_one_replies(stage: Stage) -> None:
    """The finding shows the text, the word that led to it and why it matters; nobody else can see it yet."""
    page = stage.window(RUDE_ONE.name, PHONE)
    go(page, "Audit jejak digital saya")
    shows(page, RUDE, "Kata kasar", "membuat unggahan ini ditandai")
    page.locator("[type=radio][value=deleted]").check()
    page.fill("[name$=-text]", REGRET)
    page.get_by_role("button", name="Simpan tanggapan").click()
    shows(page, "Tersimpan")
    stage.kept["audit"] = page.url


def everybody_submits(stage: Stage) -> None:
    for person in APPLICANTS:
        page = stage.window(person.name, PHONE)
        page.goto("/screening/mine/")
        send_confirmed(page, "Kirim ke peninjau", "Kirim ke peninjau")
        shows(page, "Di tangan peninjau")


def reviewers_decide(stage: Stage) -> None:
    """Each of two reviewers decides every case alone; the one with a finding is coached, the others are clear."""
    for reviewer in REVIEWERS:
        page = stage.window(reviewer.name, DESK)
        page.goto("/")
        go(page, "Audit jejak digital")
        for left in range(len(APPLICANTS), 0, -1):
            shows(page, f"{left} peserta menunggu Anda")
            go(page, "Buka yang berikutnya")
            _decide(page)
        shows(page, "Tidak ada yang menunggu")


def _decide(page: Page) -> None:
    main = page.locator("main")
    expect(main).not_to_contain_text("Bima")
    has_finding = page.locator("mark").count() > 0
    if has_finding:
        shows(page, REGRET, "Nama disembunyikan")
    page.locator(f"[name=decision][value={'coach' if has_finding else 'clear'}]").check(force=True)
    page.fill("[name=reason]", "Sudah lama, tidak berulang, dan tanggapannya terbuka.")
    send(page, "Simpan putusan")
    page.goto("/screening/")


def outcome_is_told(stage: Stage) -> None:
    page = stage.window(RUDE_ONE.name, PHONE)
    page.goto("/screening/mine/")
    shows(page, "Anda lanjut")


def others_see_nothing(stage: Stage) -> None:
    """Neither PR nor the administrator can open a case."""
    for who in (PR.name, "admin"):
        page = stage.window(who, DESK)
        assert page.request.get("/screening/").status == 403
