"""Who plays in the path test: an HR list of thirty invented people and the archives that five of them upload."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from digitroops.demo.archives import Written, followers_of, posts_of, x_archive

HEADERS = "NIK;Nama Karyawan;Email Kantor;No. HP;Unit Kerja;Tgl Lahir;TMT Masuk;Status Kepegawaian;Jabatan"
UNITS = ["Produksi / Vaksin Viral", "Produksi / Pengemasan", "Riset", "Humas", "SDM"]
FIRST = ["Ayu", "Bima", "Citra", "Dimas", "Eka", "Fajar", "Gita", "Hana", "Indra", "Joko"]
LAST = ["Prameswari", "Nugroho", "Lestari"]
RUDE = "Wasitnya goblok banget, matanya ditaruh di mana sih?? Pulang aja deh kita"


@dataclass(frozen=True)
class Person:
    """One row of the HR list."""

    number: int
    name: str
    unit: str

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '.')}@sehatraya.co.id"

    @property
    def handle(self) -> str:
        return self.name.split()[0].lower() + f"{self.number:02d}"


PEOPLE = [
    Person(number, f"{FIRST[number % 10]} {LAST[number // 10]}", UNITS[number % len(UNITS)])
    for number in range(30)
]
ADMIN_EMAIL = "direksi@sehatraya.co.id"
PR = PEOPLE[3]
#: Two who disagree about one case, a third for the tie, a fourth for the second look.
FIRST_REVIEWER, SECOND_REVIEWER, THIRD_REVIEWER, FOURTH_REVIEWER = (
    PEOPLE[place] for place in (14, 19, 9, 29)
)
REVIEWERS = [FIRST_REVIEWER, SECOND_REVIEWER, THIRD_REVIEWER, FOURTH_REVIEWER]
#: The second person who approves a team.
EXECUTIVE = PEOPLE[24]
#: The five who apply, each from another unit or line; the second one once wrote something rude.
APPLICANTS = [PEOPLE[0], PEOPLE[1], PEOPLE[2], PEOPLE[10], PEOPLE[11]]
RUDE_ONE = APPLICANTS[1]


def hr_list() -> bytes:
    """The list as HR exports it: semicolons, Indonesian headers and dates, one row with an impossible date."""
    rows = [HEADERS]
    for person in PEOPLE:
        born = dt.date(1972 + person.number, 3, 4 + person.number % 20)
        rows.append(
            f"K{person.number:04d};{person.name};{person.email};0812{person.number:08d};{person.unit};"
            f"{born:%d/%m/%Y};{dt.date(2015 + person.number % 9, 7, 1):%d/%m/%Y};Tetap;Staf"
        )
    rows.append("K0099;Salah Tanggal;;;Riset;31/02/1990;01/07/2019;Tetap;Staf")
    return "\n".join(rows).encode("cp1252")


def archive_of(person: Person, today: dt.date) -> bytes:
    """The X archive of an applicant: a post of yesterday, more than a thousand followers, everyday life before."""
    random = Random(person.number)
    posts = posts_of(random, today, count=25, mistakes=0, last=1)
    if person == RUDE_ONE:
        posts.append(Written(posts[0].at - dt.timedelta(days=90), RUDE, 2))
    followers = followers_of(random, 1_100 + 70 * person.number, circle=person.number % 4)
    ordered = sorted(posts, key=lambda post: post.at)
    return x_archive(
        handle=person.handle, name=person.name, account=str(9000 + person.number), posts=ordered,
        followers=followers, today=today,
    )  # fmt: skip


def followers_in_archive(person: Person) -> int:
    return 1_100 + 70 * person.number
