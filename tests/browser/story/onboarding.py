"""Step 8: the chosen accept the policy, read the lessons and pass the quiz; then they are active."""

import json
from pathlib import Path

from playwright.sync_api import Page

import digitroops.academy
from tests.browser.conftest import DESK, PHONE
from tests.browser.story.cast import PR, Person
from tests.browser.story.choosing import TEAM_SIZE, chosen
from tests.browser.story.stage import Stage, go, send, shows

COURSE = json.loads((Path(digitroops.academy.__file__).parent / "texts/course.json").read_text())


def look_at_course(stage: Stage) -> None:
    """A new programme has its course; PR publishes what is still a draft."""
    page = stage.window(PR.name, DESK)
    page.goto("/")
    go(page, "Akademi")
    go(page, COURSE["title"])
    if page.get_by_role("button", name="Terbitkan", exact=True).count():
        send(page, "Terbitkan")


def chosen_get_ready(stage: Stage) -> None:
    """The first one fails the quiz once and reads why; all three end active."""
    for person in chosen(stage):
        page = stage.window(person.name, PHONE)
        page.goto("/")
        go(page, "Mulai")
        _accept(page, person)
        go(page, "Ke kursus")
        for lesson in COURSE["lessons"]:
            go(page, lesson["title"])
            send(page, "Sudah saya baca")
            go(page, COURSE["title"])
        go(page, "Mulai kuis")
        if person == chosen(stage)[0]:
            _answer(page, right=False)
            shows(page, "Belum tepat")
            go(page, "Coba lagi")
        _answer(page, right=True)
        shows(page, "Anda sudah di dalam tim")


def _answer(page: Page, *, right: bool) -> None:
    for question in COURSE["questions"]:
        words = next(option["text"] for option in question["options"] if option["correct"] == right)
        page.get_by_label(words, exact=True).check()
    send(page, "Kirim jawaban")


def _accept(page: Page, person: Person) -> None:
    """A wrong name is refused; name, version and time are kept."""
    go(page, "Baca kebijakan")
    page.fill("[name=name]", "Orang Lain")
    send(page, "Setujui kebijakan")
    shows(page, person.name)
    page.fill("[name=name]", person.name)
    send(page, "Setujui kebijakan")
    shows(page, "Kebijakan versi 1")


def team_is_active(stage: Stage) -> None:
    page = stage.window(PR.name, DESK)
    page.goto("/")
    go(page, "Orang", "Anggota")
    shows(page, f"{TEAM_SIZE} anggota aktif", *(person.name for person in chosen(stage)))
