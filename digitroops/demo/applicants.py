"""The open call and its sixty applicants, each taken through the real actions and jobs to where they stand."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from digitroops.audit.actions import record
from digitroops.demo.archives import Written, followers_of, instagram_archive, posts_of, x_archive
from digitroops.demo.backdating import backdate
from digitroops.demo.growth import keep_earlier
from digitroops.demo.moments import clock, happened
from digitroops.demo.names import UNIT_PATHS
from digitroops.demo.people import Cast, give_user
from digitroops.demo.posts import HOPES, LATELY, MOTIVES, QUOTED, SKILLS
from digitroops.demo.readings import keep_reading
from digitroops.demo.reviews import review
from digitroops.people.models import Employee, Unit, User
from digitroops.presence.actions import add_archive
from digitroops.presence.jobs import read_archive
from digitroops.presence.models import FollowerCount, SocialAccount
from digitroops.programme.models import ConsentItem, Member, Programme
from digitroops.recruitment.actions.applications import (
    open_invitation,
    save_consents,
    save_details,
    save_motivation,
    start_application,
    submit_application,
    withdraw_application,
)
from digitroops.recruitment.actions.calls import open_call, write_call
from digitroops.recruitment.actions.eligibility import review_sample
from digitroops.recruitment.jobs import send_invitations
from digitroops.recruitment.models import Application, Call, Invitation
from digitroops.recruitment.queries.calls import invitable

MESSAGE = (
    "Tim 2027 sedang disusun. Kami mencari karyawan yang senang bercerita dan bersedia jejak digitalnya dibaca dengan "
    "jujur dan terbuka.\n\nTidak ada kuota unggahan. Akun pribadi Anda tetap milik Anda. Yang kami minta: waktu dua jam "
    "sebulan, rasa ingin tahu, dan kata-kata Anda sendiri."
)
OPENED, CLOSES = 13, 9
STAGES = {
    "clear": 23,
    "coach": 3,
    "talk": 1,
    "answered": 1,
    "not_now": 1,
    "split": 2,
    "half": 1,
    "passed_on": 1,
    "sent": 3,
    "failed": 1,
    "by_hand": 1,
    "read_by_hand": 1,
    "with_person": 4,
    "waiting": 10,
    "draft": 5,
    "withdrawn": 2,
}
UNREAD = {"waiting", "draft", "withdrawn"}
CLEAN = {"clear": 0.45, "sent": 0.3}
KNOWN = {"not_now": LATELY, "answered": QUOTED}
#: Old enough to have written something that the audit marks.
MARKED_YEARS = {"clear": 2, "sent": 2}
SMALL = {5, 33, 46}
THROUGH_THE_READER = {0, 1}
YOUNG = 3
MORE_LANGUAGES: tuple[tuple[str, ...], ...] = (("Sunda",), (), ("Inggris",), ("Sunda", "Inggris"), ("Jawa",))
HOURS = (2, 4, None, 3, 6, 1)
TOWNS = ("Bandung", "Bandung", "Cimahi", "Bandung", "Jakarta", "Bandung", "Subang")
SAMPLES = (
    ("ready", "Adegan pagi di jalur pengisian terasa sampai ke pembaca."),
    ("promising", "Awalnya kuat. Coba tutup dengan satu pertanyaan untuk pembaca."),
    ("", ""),
    ("training", "Gagasannya baik. Pelatihan bercerita akan membantu memilih satu adegan saja."),
    ("promising", "Kami suka orang-orang di dalamnya. Kalimatnya boleh lebih pendek."),
)
WITH_A_BURST, WITH_A_STEP = 4, 7
EXPLAINED = (
    "Utas saya tentang rantai dingin dibagikan akun kampus waktu pekan imunisasi. Dua hari itu ponsel saya tidak berhenti "
    "berbunyi, dan banyak yang tetap mengikuti sampai sekarang."
)


@dataclass(frozen=True)
class Applicant:
    """One person, where they shall stand, and when they began."""

    employee: Employee
    user: User
    stage: str
    began: dt.datetime
    followers: int
    number: int


def make_applicants(random: Random, cast: Cast, programme: Programme, today: dt.date) -> None:
    """Open the call, invite everybody, and let sixty people apply."""
    call = _make_call(cast, programme, today)
    stages = [stage for stage, count in STAGES.items() for _ in range(count)]
    active = [employee for employee in cast.others if employee.status == Employee.Status.ACTIVE]
    drawn = _readable_by_all(_drawn(random, active), stages.index("split"), cast)
    for number, (employee, stage) in enumerate(zip(drawn, stages, strict=False)):
        back = 1 if stage == "waiting" else random.randint(6, OPENED - 2)
        applicant = Applicant(
            employee=employee,
            user=give_user(employee, cast.password, today),
            stage=stage,
            began=clock(today - dt.timedelta(back), random.randint(8, 20), random.randint(0, 59)),
            followers=random.randint(420, 930)
            if number in SMALL
            else round(random.lognormvariate(7.75, 0.5)) + 900,
            number=number,
        )
        application = _apply(random, call, applicant, today)
        if stage not in UNREAD:
            review(random, cast, application, stage, applicant.began, today)
            _review_story(cast, application, applicant, today)
        backdate(application, applicant.began)
    Call.objects.filter(pk=call.pk).update(closes=today + dt.timedelta(CLOSES))


def _drawn(random: Random, people: list[Employee]) -> list[Employee]:
    """Everybody in an order that mixes the units: the larger the unit the more, but by the root of its size."""
    sizes = Counter(_top(employee) for employee in people)
    seen: Counter[str] = Counter()
    places = {}
    for employee in random.sample(people, len(people)):
        unit = _top(employee)
        places[employee] = (seen[unit] + random.random()) / sizes[unit] ** 0.5
        seen[unit] += 1
    return sorted(places, key=places.__getitem__)


def _readable_by_all(drawn: list[Employee], place: int, cast: Cast) -> list[Employee]:
    """At this place somebody of no reviewer's unit, so that a third reviewer can decide there."""
    units = {_top(user.employee) for user in cast.reviewers}
    other = next((at for at, employee in enumerate(drawn) if _top(employee) not in units), place)
    if _top(drawn[place]) in units:
        drawn[place], drawn[other] = drawn[other], drawn[place]
    return drawn


def _top(employee: Employee) -> str:
    return employee.unit.path.split(Unit.SEPARATOR)[0]


def _make_call(cast: Cast, programme: Programme, today: dt.date) -> Call:
    opened = clock(today - dt.timedelta(OPENED), 9)
    last = max(today, dt.datetime.now(dt.UTC).date()) + dt.timedelta(CLOSES)
    with happened(opened, today=today):
        call = write_call(
            actor=cast.pr,
            programme=programme,
            title=f"Panggilan terbuka tim {today.year + 1}",
            message=MESSAGE,
            closes=last,
            units=[],
        )
        call = open_call(actor=cast.pr, call=call)
        _invite_by_mail(call, opened)
        send_invitations(call.pk)
    Call.objects.filter(pk=call.pk).update(opened=opened, created=opened)
    Invitation.objects.filter(call=call).update(sent=opened)
    return call


def _invite_by_mail(call: Call, opened: dt.datetime) -> None:
    """Those without a sign-in have had their e-mail; the job then writes to the others."""
    waiting = list(invitable(call.programme, []).filter(user=None))
    Member.objects.bulk_create(Member(programme=call.programme, employee=employee) for employee in waiting)
    Invitation.objects.bulk_create(
        Invitation(call=call, employee=employee, sent=opened) for employee in waiting
    )


def _apply(random: Random, call: Call, who: Applicant, today: dt.date) -> Application:
    with happened(who.began, today=today):
        open_invitation(actor=who.user, employee=who.employee, call=call)
        application = start_application(actor=who.user, employee=who.employee, call=call)
        if who.stage == "draft" and who.number % 2:
            return application
        save_consents(actor=who.user, application=application, keys=list(ConsentItem.Key.values))
        _add_presence(random, who, today)
        save_motivation(actor=who.user, application=application, text=_motivation(random))
        save_details(actor=who.user, application=application, **_details(who.number))
        if who.stage != "draft":
            application = submit_application(actor=who.user, application=application)
    if who.stage == "withdrawn":
        with happened(who.began + dt.timedelta(days=2), today=today):
            withdraw_application(actor=who.user, application=application)
    return application


def _details(number: int) -> dict[str, Any]:
    """What an applicant tells of languages, time and town; some leave it open."""
    return {
        "languages": ["Indonesia", *MORE_LANGUAGES[number % len(MORE_LANGUAGES)]],
        "hours": HOURS[number % len(HOURS)],
        "city": TOWNS[number % len(TOWNS)],
    }


def _review_story(cast: Cast, application: Application, who: Applicant, today: dt.date) -> None:
    """PR has read most stories, and written a sentence to each person."""
    sample, note = SAMPLES[who.number % len(SAMPLES)]
    if not sample:
        return
    with happened(who.began + dt.timedelta(days=1), today=today) as moment:
        review_sample(actor=cast.pr, application=application, sample=sample, sample_note=note)
    Application.objects.filter(pk=application.pk).update(sample_at=moment)


def _motivation(random: Random) -> str:
    return " ".join([random.choice(MOTIVES), *random.sample(SKILLS, 2), random.choice(HOPES)])


def _add_presence(random: Random, who: Applicant, today: dt.date) -> None:
    """One account with its archive; for every third person a second account with a typed count."""
    platform = "x" if who.number % 2 else "instagram"
    first, last = (part.lower() for part in who.employee.name.split()[:2])
    handle = f"{first}{last[:3]}{who.number:02d}"
    account = _add_account(who, platform, handle)
    if who.number % 3 == 0:
        other = _add_account(who, "instagram" if platform == "x" else "tiktok", handle)
        count = round(who.followers * random.uniform(0.2, 0.5))
        SocialAccount.objects.filter(pk=other.pk).update(declared_followers=count, declared=who.began)
        FollowerCount.objects.create(
            account=other, date=who.began.date(), count=count, source=FollowerCount.Source.DECLARED
        )
    _add_archive(random, who, account, today)


def _add_account(who: Applicant, platform: str, handle: str) -> SocialAccount:
    account = SocialAccount.objects.create(
        employee=who.employee, platform=platform, handle=handle, display_name=who.employee.name
    )
    record(
        actor=who.user,
        act="account.added",
        subject=account,
        person=who.employee,
        after={"account": account.recorded_as},
    )
    return account


def _add_archive(random: Random, who: Applicant, account: SocialAccount, today: dt.date) -> None:
    """The archive: left to the worker, read by the real job, or for most kept as if it had been."""
    posts = _posts(random, who, today)
    followers = followers_of(random, who.followers, UNIT_PATHS.index(who.employee.unit.path))
    stamp = f"{who.began.date()}-{who.number:06d}"
    name = f"twitter-{stamp}.zip" if account.platform == "x" else f"instagram-{account.handle}-{stamp}.zip"
    if who.stage not in UNREAD and who.number not in THROUGH_THE_READER:
        archive = keep_reading(
            account=account,
            posts=posts,
            followers=followers,
            file_name=name,
            exported=who.began,
            burst=len(followers) // 4 if who.number == WITH_A_BURST else 0,
        )
        if who.number == WITH_A_STEP:
            keep_earlier(archive, 0.38)
            SocialAccount.objects.filter(pk=account.pk).update(growth_note=EXPLAINED, growth_noted=who.began)
        return
    data = _archive_bytes(who, account, posts, followers)
    archive = add_archive(actor=who.user, account=account, file=SimpleUploadedFile(name, data))
    if who.stage not in UNREAD:
        read_archive(archive.pk)


def _posts(random: Random, who: Applicant, today: dt.date) -> list[Written]:
    """Posts since the person was grown up; one of them wrote before that too."""
    clean = random.random() < CLEAN.get(who.stage, 0)
    born = who.employee.birth_date
    grown = 9 if born is None or who.number == YOUNG else today.year - born.year - 19
    return posts_of(
        random,
        today,
        count=random.randint(60, 160),
        mistakes=0 if clean else random.choice([1, 1, 2, 2, 3]),
        last=50 if who.number == 11 else random.randint(14, 24),
        years=max(MARKED_YEARS.get(who.stage, 3), min(9, grown)),
        known=KNOWN.get(who.stage, ()),
    )


def _archive_bytes(
    who: Applicant, account: SocialAccount, posts: list[Written], followers: list[int]
) -> bytes:
    name = who.employee.name
    if account.platform == "instagram":
        return instagram_archive(handle=account.handle, name=name, posts=posts, followers=followers)
    return x_archive(
        handle=account.handle,
        name=name,
        account=str(14 * 10**17 + who.number),
        posts=posts,
        followers=followers,
        today=who.began.date(),
    )
