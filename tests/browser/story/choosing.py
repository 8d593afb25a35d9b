"""Step 7: the engine proposes, PR swaps and sees what it changes, and the chosen and the others are told."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.story.calling import TEAM_SIZE
from tests.browser.story.cast import APPLICANTS, EXECUTIVE, PR, Person
from tests.browser.story.stage import Stage, go, send, send_confirmed, shows


def propose_team(stage: Stage) -> None:
    """Three of five, each with the reasons."""
    page = stage.window(PR.name, DESK)
    page.goto("/")
    go(page, "Seleksi", "Susunan tim")
    send(page, "Usulkan tim")
    expect(page.locator(".person-card")).to_have_count(TEAM_SIZE)
    expect(page.locator(".person-card li").first).not_to_be_empty()


def swap_two(stage: Stage) -> None:
    """Choosing two people shows what the swap changes; only then it is done."""
    page = stage.window(PR.name, DESK)
    leaving, coming = (page.locator(f"#swap-form [name={name}] option").nth(1) for name in ("out", "come"))
    names = [option.inner_text().split(" (")[0] for option in (leaving, coming)]
    for name, option in (("out", leaving), ("come", coming)):
        page.select_option(f"#swap-form [name={name}]", option.get_attribute("value"))
    change = page.locator("#change")
    expect(change).to_contain_text(f"{names[0]} keluar, {names[1]} masuk")
    expect(change).to_contain_text("→")
    send(page, "Tukar")
    team = page.locator(".tiles")
    expect(team).to_contain_text(names[1])
    expect(team).not_to_contain_text(names[0])


def drag_and_take_back(stage: Stage) -> None:
    """A card dragged onto somebody who waits shows the change; Escape lets go, and Z takes a swap back."""
    page = stage.window(PR.name, DESK)
    card, waiting = page.locator(".person-card").first, page.locator("tr[data-pick]").first
    team = page.locator(".person-card b").all_inner_texts()
    page.set_viewport_size(
        {"width": 1440, "height": 1600}
    )  # Chromium loses a drag that has to scroll at once
    card.drag_to(waiting)
    expect(page.locator("#change")).to_contain_text("masuk")
    page.keyboard.press("Escape")
    expect(page.locator("#change")).to_be_empty()
    card.locator("[data-pick-button]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".person-card [data-pick-button]").nth(1)).to_be_focused()
    expect(page.locator("#change")).to_contain_text("keluar")
    send(page, "Keluarkan")
    expect(page.locator(".person-card")).to_have_count(TEAM_SIZE - 1)
    with page.expect_navigation():
        page.keyboard.press("z")
    expect(page.locator(".person-card")).to_have_count(TEAM_SIZE)
    assert sorted(page.locator(".person-card b").all_inner_texts()) == sorted(team)
    page.set_viewport_size(DESK)


def second_person_approves(stage: Stage) -> None:
    """PR hands in and cannot approve; an executive looks, asks, and approves."""
    page = stage.window(PR.name, DESK)
    page.get_by_role("button", name="Ajukan", exact=True).click()
    accept = page.locator("#submit [name=accept_broken]")
    if accept.count():
        accept.check()
    send(page, "Ajukan tim", within=page.locator("#submit"))
    shows(page, "Menunggu orang kedua")
    expect(page.get_by_role("button", name="Setujui", exact=True)).to_have_count(0)
    other = stage.window(EXECUTIVE.name, DESK)
    other.goto(page.url)
    other.goto(f"{page.url}talk/")
    other.fill("[name=text]", "Susunannya baik, terima kasih.")
    send(other, "Simpan komentar")
    shows(other, "Susunannya baik")
    send_confirmed(other, "Setujui", "Setujui")
    shows(other, "Disetujui")
    page.reload()


def publish_team(stage: Stage) -> None:
    page = stage.window(PR.name, DESK)
    stage.kept["team"] = ",".join(person.name for person in APPLICANTS if _is_in(page, person))
    assert len(chosen(stage)) == TEAM_SIZE
    page.get_by_role("button", name="Tetapkan tim").first.click()
    send(page, "Tetapkan tim", within=page.locator("#publish"))
    shows(page, "Tim ini sudah ditetapkan")


def _is_in(page: Page, person: Person) -> bool:
    return page.locator(".person-card", has_text=person.name).count() == 1


def chosen(stage: Stage) -> list[Person]:
    """The people of the published team, the one with the finding last."""
    names = stage.kept["team"].split(",")
    return [person for person in APPLICANTS if person.name in names]


def all_are_told(stage: Stage) -> None:
    """The chosen are welcomed; the others get a kind message and stay in the pool."""
    for person in APPLICANTS:
        words = "Selamat bergabung" if person in chosen(stage) else "Terima kasih"
        page = stage.window(person.name, PHONE)
        page.goto("/messages/")
        shows(page, words)
        stage.installation.wait_for_subject(person.email, "Perdana")
