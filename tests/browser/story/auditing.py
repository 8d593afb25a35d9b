"""Step 6: everybody reads their own findings first, then people decide, also about the tie and the second look."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.story.cast import (
    APPLICANTS,
    FIRST_REVIEWER,
    FOURTH_REVIEWER,
    PR,
    RUDE,
    RUDE_ONE,
    SECOND_REVIEWER,
    THIRD_REVIEWER,
)
from tests.browser.story.stage import Stage, go, send, send_confirmed, shows

DISPUTE = "Waktu itu saya emosi menonton bola. Itu bukan tentang orang yang saya kenal."
CLEAR, COACH = "Sudah lama dan tidak berulang.", "Bahas dulu cara menulis saat emosi."
APPEAL = "Kalimat itu tentang wasit di televisi, mohon dibaca sekali lagi."
ANSWER = "Dibaca lagi: kekesalan sesaat di depan televisi, tidak menyerang siapa pun."


def rude_one_disputes(stage: Stage) -> None:
    """The finding shows the text, the word that led to it and why it matters; nobody else can see it yet."""
    page = stage.window(RUDE_ONE.name, PHONE)
    go(page, "Audit jejak digital saya")
    shows(page, RUDE, "Kata kasar", "membuat unggahan ini ditandai", "Anda punya waktu sampai")
    page.locator("[name$=-stance][value=deleted]").check()
    shows(page, "Unggahannya sendiri sudah saya hapus.")
    page.locator("[name$=-stance][value=dispute]").check()
    page.fill("[name$=-text]", DISPUTE)
    page.get_by_role("button", name="Simpan tanggapan").click()
    shows(page, "Tersimpan")
    stage.kept["audit"] = page.url


def everybody_submits(stage: Stage) -> None:
    for person in APPLICANTS:
        page = stage.window(person.name, PHONE)
        page.goto("/screening/mine/")
        send_confirmed(page, "Kirim ke peninjau", "Kirim ke peninjau")
        shows(page, "Di tangan peninjau")


def first_reviewer_decides_by_keys(stage: Stage) -> None:
    """Everything by keyboard; the first decision is taken back and made again."""
    page = _queue(stage, FIRST_REVIEWER.name, len(APPLICANTS))
    go(page, "Buka yang berikutnya")
    case = page.url.partition("?")[0]
    page.keyboard.press("4")
    _give_reason(page, "Perlu dibaca orang lain.")
    expect(page.locator(".toast")).to_contain_text("Putusan tersimpan")
    with page.expect_navigation():
        page.keyboard.press("z")
    shows(page, "Diurungkan")
    assert page.url.partition("?")[0] == case
    for _left in APPLICANTS:
        _decide(page, COACH)
    shows(page, "Tidak ada yang menunggu")


def second_reviewer_disagrees(stage: Stage) -> None:
    """Four cases are closed; the disputed one waits for a third, and nobody has seen the other's decision."""
    page = _queue(stage, SECOND_REVIEWER.name, len(APPLICANTS))
    go(page, "Buka yang berikutnya")
    for _left in APPLICANTS:
        assert COACH not in page.content()
        _decide(page, CLEAR)
    shows(page, "Tidak ada yang menunggu")


def third_reviewer_breaks_the_tie(stage: Stage) -> None:
    page = _queue(stage, THIRD_REVIEWER.name, 1)
    shows(page, "Pendapat ketiga")
    go(page, "Buka yang berikutnya")
    _decide(page, COACH)
    shows(page, "Tidak ada yang menunggu")


def _queue(stage: Stage, name: str, waiting: int) -> Page:
    page = stage.window(name, DESK)
    page.goto("/")
    go(page, "Audit jejak digital")
    shows(page, f"{waiting} peserta menunggu Anda")
    return page


def _decide(page: Page, about_the_rude_one: str) -> None:
    """Clear for everybody else; about the rude one what this reviewer thinks."""
    main = page.locator("main")
    expect(main).not_to_contain_text("Bima")
    disputed = page.locator("#case-list a", has_text=RUDE[:20])
    has_finding = disputed.count() > 0
    if has_finding:
        with page.expect_response(lambda answer: "finding=" in answer.url):
            disputed.first.click()
        expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
        shows(page, DISPUTE, "Nama disembunyikan", "Menyatakan temuan ini keliru")
    coach = has_finding and about_the_rude_one == COACH
    page.keyboard.press("2" if coach else "1")
    _give_reason(page, about_the_rude_one if has_finding else "Tidak ada yang ditandai.")


def _give_reason(page: Page, reason: str) -> None:
    page.keyboard.press("c")
    expect(page.locator("textarea[name=reason]")).to_be_focused()
    page.keyboard.type(reason)
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")


def outcome_is_told(stage: Stage) -> None:
    """The person reads outcome and reason, without names, and the letter in both languages."""
    page = stage.window(RUDE_ONE.name, PHONE)
    page.goto("/screening/mine/")
    shows(page, "Anda lanjut", COACH, "Anda melihatnya berbeda?")
    go(page, "Surat putusan")
    shows(page, "lanjut, dengan sedikit pendampingan", COACH)
    go(page, "English")
    shows(page, "you go on, with a little coaching", COACH)
    made = page.request.get("/screening/mine/letter.pdf?lang=id")
    assert made.body().startswith(b"%PDF")


def rude_one_asks_for_a_second_look(stage: Stage) -> None:
    page = stage.window(RUDE_ONE.name, PHONE)
    page.goto("/screening/mine/")
    page.fill("[name=text]", APPEAL)
    send(page, "Minta tinjauan kedua")
    shows(page, "Orang yang belum pernah memutuskan membacanya")


def fourth_reviewer_answers(stage: Stage) -> None:
    """Only somebody who has not decided is asked; they read both sides."""
    first = stage.window(FIRST_REVIEWER.name, DESK)
    first.goto("/screening/")
    expect(first.locator("main")).not_to_contain_text("Tinjauan kedua diminta")
    page = stage.window(FOURTH_REVIEWER.name, DESK)
    page.goto("/screening/")
    shows(page, "Tinjauan kedua diminta")
    page.locator(".card", has_text="Tinjauan kedua diminta").get_by_role("link").first.click()
    shows(page, APPEAL, COACH, CLEAR)
    page.keyboard.press("1")
    _give_reason(page, ANSWER)
    shows(page, "Jawaban tersimpan")
    mine = stage.window(RUDE_ONE.name, PHONE)
    mine.goto("/screening/mine/")
    shows(mine, "Tidak ada yang menghalangi", ANSWER)


def others_see_nothing(stage: Stage) -> None:
    """Neither PR nor the administrator can open a case; PR sees the process without a text."""
    for who in (PR.name, "admin"):
        page = stage.window(who, DESK)
        assert page.request.get("/screening/").status == 403
    page = stage.window(PR.name, DESK)
    page.goto("/screening/process/")
    shows(page, "Kesepakatan peninjau")
    expect(page.locator("main")).not_to_contain_text(RUDE)
