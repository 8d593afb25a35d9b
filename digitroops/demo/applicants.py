"""The open call and its sixty applicants, each taken through the real actions and jobs to where they stand."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile

from digitroops.demo.archives import followers_of, instagram_archive, posts_of, x_archive
from digitroops.demo.backdating import backdate
from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast, give_user
from digitroops.demo.posts import HOPES, MOTIVES, SKILLS
from digitroops.demo.reviews import review
from digitroops.people.models import Employee, User
from digitroops.presence.actions import add_account, add_archive, declare_followers
from digitroops.presence.jobs import read_archive
from digitroops.presence.models import SocialAccount
from digitroops.programme.models import ConsentItem, Programme
from digitroops.recruitment.actions.applications import (
    open_invitation,
    save_consents,
    save_motivation,
    start_application,
    submit_application,
    withdraw_application,
)
from digitroops.recruitment.actions.calls import open_call, write_call
from digitroops.recruitment.jobs import send_invitations
from digitroops.recruitment.models import Application, Call, Invitation

MESSAGE = (
    "Tim 2027 sedang disusun. Kami mencari karyawan yang senang bercerita dan bersedia jejak digitalnya dibaca dengan "
    "jujur dan terbuka.\n\nTidak ada kuota unggahan. Akun pribadi Anda tetap milik Anda. Yang kami minta: waktu dua jam "
    "sebulan, rasa ingin tahu, dan kata-kata Anda sendiri."
)
OPENED, CLOSES = 13, 9
STAGES = {
    "clear": 20,
    "coach": 4,
    "not_now": 1,
    "split": 2,
    "half": 2,
    "sent": 3,
    "with_person": 4,
    "waiting": 17,
    "draft": 5,
    "withdrawn": 2,
}
UNREAD = {"waiting", "draft", "withdrawn"}
CLEAN = {"clear": 0.45, "sent": 0.3}
SMALL = {5, 26, 33, 46}


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
    for number, (employee, stage) in enumerate(zip(random.sample(active, len(stages)), stages, strict=True)):
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
        backdate(application, applicant.began)
    Call.objects.filter(pk=call.pk).update(closes=today + dt.timedelta(CLOSES))


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
        send_invitations(call.pk)
    Call.objects.filter(pk=call.pk).update(opened=opened, created=opened)
    Invitation.objects.filter(call=call).update(sent=opened)
    return call


def _apply(random: Random, call: Call, who: Applicant, today: dt.date) -> Application:
    with happened(who.began, today=today):
        open_invitation(actor=who.user, employee=who.employee, call=call)
        application = start_application(actor=who.user, employee=who.employee, call=call)
        if who.stage == "draft" and who.number % 2:
            return application
        save_consents(actor=who.user, application=application, keys=list(ConsentItem.Key.values))
        _add_presence(random, who, today)
        save_motivation(actor=who.user, application=application, text=_motivation(random))
        if who.stage != "draft":
            application = submit_application(actor=who.user, application=application)
    if who.stage == "withdrawn":
        with happened(who.began + dt.timedelta(days=2), today=today):
            withdraw_application(actor=who.user, application=application)
    return application


def _motivation(random: Random) -> str:
    return " ".join([random.choice(MOTIVES), *random.sample(SKILLS, 2), random.choice(HOPES)])


def _add_presence(random: Random, who: Applicant, today: dt.date) -> None:
    """One account with its archive; for every third person a second account with a typed count."""
    platform = "x" if who.number % 2 else "instagram"
    first, last = (part.lower() for part in who.employee.name.split()[:2])
    handle = f"{first}{last[:3]}{who.number:02d}"
    account = add_account(actor=who.user, employee=who.employee, platform=platform, handle=handle)
    if who.number % 3 == 0:
        other = add_account(
            actor=who.user,
            employee=who.employee,
            platform="instagram" if platform == "x" else "tiktok",
            handle=handle,
        )
        declare_followers(
            actor=who.user, account=other, count=round(who.followers * random.uniform(0.2, 0.5))
        )
    archive = add_archive(actor=who.user, account=account, file=_archive_file(random, who, account, today))
    if who.stage not in UNREAD:
        read_archive(archive.pk)


def _archive_file(
    random: Random, who: Applicant, account: SocialAccount, today: dt.date
) -> SimpleUploadedFile:
    clean = random.random() < CLEAN.get(who.stage, 0)
    posts = posts_of(
        random,
        today,
        count=random.randint(60, 160),
        mistakes=0 if clean else random.choice([1, 1, 2, 2, 3]),
        last=50 if who.number == 11 else random.randint(14, 24),
    )
    followers = followers_of(random, who.followers, who.employee.unit_id % 9)
    name, asked = who.employee.name, who.began.date()
    if account.platform == "instagram":
        data = instagram_archive(handle=account.handle, name=name, posts=posts, followers=followers)
        return SimpleUploadedFile(f"instagram-{account.handle}-{asked}-{who.number:06d}.zip", data)
    number = str(14 * 10**17 + who.number)
    data = x_archive(
        handle=account.handle, name=name, account=number, posts=posts, followers=followers, today=asked
    )
    return SimpleUploadedFile(f"twitter-{asked}-{who.number:06d}.zip", data)
