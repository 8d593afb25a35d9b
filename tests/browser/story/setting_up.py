"""Steps 1 and 2: the company, its people from the HR list, and who may do what."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK
from tests.browser.story.cast import ADMIN_EMAIL, EXECUTIVE, PEOPLE, PR, REVIEWERS, hr_list
from tests.browser.story.stage import Stage, go, send, send_confirmed, shows, title_is


def set_up_company(stage: Stage) -> None:
    """The wizard of the first start; a too easy password is refused and nothing is lost."""
    page = stage.window("admin", DESK)
    page.goto("/")
    title_is(page, "Siapkan Digitroops")
    for name, value in {"name": "Sehat Raya", "person": "Wulan Direksi", "email": ADMIN_EMAIL}.items():
        page.fill(f"[name={name}]", value)
    page.fill("[name=password]", "12345678")
    send(page, "Siapkan")
    assert page.input_value("[name=name]") == "Sehat Raya"
    page.fill("[name=password]", "kapal kecil di teluk tenang")
    send(page, "Siapkan")
    title_is(page, "Langkah pertama")


def allow_domain(stage: Stage) -> None:
    page = stage.window("admin", DESK)
    go(page, "Orang", "Perusahaan")
    page.fill("[name=domains]", "sehatraya.co.id")
    send(page, "Simpan")
    assert page.input_value("[name=domains]") == "sehatraya.co.id"


def import_people(stage: Stage) -> None:
    """Upload, look at what would happen, leave the broken row out, apply."""
    page = stage.window("admin", DESK)
    go(page, "Orang", "Daftar karyawan")
    _upload(page, "daftar-karyawan.csv", hr_list())
    shows(page, "31/02/1990")
    assert page.input_value("[name=unit]") == "4"
    assert page.input_value("[name=employment]") == "7"
    page.check("[name=skip_problems]")
    send_confirmed(page, "Impor", "Impor")
    shows(page, "Daftar sudah diimpor")


def import_again(stage: Stage) -> None:
    """The same list once more changes nobody."""
    page = stage.window("admin", DESK)
    go(page, "Daftar karyawan")
    _upload(page, "daftar-karyawan-2.csv", hr_list())
    unchanged = page.locator(".figure", has_text="Tetap")
    expect(unchanged).to_contain_text(str(len(PEOPLE)), timeout=20_000)


def _upload(page: Page, name: str, content: bytes) -> None:
    page.set_input_files(
        "input[type=file]", files=[{"name": name, "mimeType": "text/csv", "buffer": content}]
    )
    with page.expect_navigation():
        page.get_by_role("button", name="Unggah dan periksa").click()


def look_at_workforce(stage: Stage) -> None:
    page = stage.window("admin", DESK)
    page.goto("/people/")
    shows(page, f"{len(PEOPLE)} orang", "Gen Z", "Produksi")
    page.get_by_role("searchbox").first.fill("Citra")
    expect(page.locator("#results tbody tr")).to_have_count(3)


def grant_roles(stage: Stage) -> None:
    page = stage.window("admin", DESK)
    go(page, "Peran")
    roles = [(PR, "pr"), (EXECUTIVE, "executive"), *((reviewer, "reviewer") for reviewer in REVIEWERS)]
    for person, role in roles:
        page.fill("[name=email]", person.email)
        page.select_option("select[name=role]", role)
        send(page, "Beri peran")
        shows(page, person.name)


def staff_sign_in(stage: Stage) -> None:
    for person in (PR, EXECUTIVE, *REVIEWERS):
        page = stage.sign_in_by_link(person, DESK)
        expect(page.get_by_label(f"Anda: {person.name}")).to_be_visible()
