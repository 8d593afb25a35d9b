"""How far each applicant's footprint audit has come: scanned, answered, decided by two people."""

import datetime as dt
from random import Random

from django.utils import timezone

from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.demo.posts import EXPLANATIONS
from digitroops.people.models import User
from digitroops.recruitment.models import Application
from digitroops.screening.actions import (
    answer_appeal,
    decide,
    make_appeal,
    reply_to_finding,
    settle,
    submit_audit,
)
from digitroops.screening.jobs import scan_audit
from digitroops.screening.lessons import lessons_of
from digitroops.screening.models import Appeal, Audit, Reply
from digitroops.screening.models import Review as Reviewed
from digitroops.screening.queries import appeal_obstacle, obstacle

DECISIONS = {
    "clear": ("clear", "clear"),
    "coach": ("coach", "coach"),
    "not_now": ("not_now", "not_now"),
    "split": ("clear", "coach"),
    "half": ("clear",),
    "answered": ("coach", "coach"),
    "passed_on": ("escalate",),
}
REASONS = {
    "clear": [
        "Sudah lama, sudah meminta maaf, dan tidak berulang.",
        "Nada sehari-hari, tidak menyerang siapa pun.",
        "Penjelasannya jujur. Tidak ada yang menghalangi.",
    ],
    "coach": [
        "Niatnya baik, perlu dibahas cara memeriksa kabar sebelum membagikan.",
        "Setuju lanjut, setelah berbincang tentang keluhan kerja di ruang publik.",
    ],
    "escalate": [
        "Saya ragu membaca candaan ini. Mohon dibaca rekan yang lebih mengenal percakapan daerah itu."
    ],
    "not_now": [
        "Masih baru dan beberapa kali. Ajak bicara, lalu undang lagi pada panggilan berikutnya.",
        "Beberapa unggahan tahun ini menyerang orang. Beri waktu, lalu baca lagi pada panggilan berikutnya.",
    ],
}
APPEALS = {
    "not_now": "Unggahan itu saya tulis saat sedang kecewa dan sudah saya hapus. Saya ingin dilihat juga apa yang saya "
    "tulis setahun terakhir.",
    "answered": "Saya hanya mengutip kalimat orang lain untuk menegurnya, bukan mendukungnya. Mohon dibaca utuh.",
}
ANSWER = "Dibaca utuh, kalimat itu memang kutipan untuk menegur. Tidak ada yang perlu dibahas lagi."


def review(
    random: Random, cast: Cast, application: Application, stage: str, began: dt.datetime, today: dt.date
) -> None:
    """Scan, let the person answer and send, and let reviewers decide as far as the stage goes."""
    audit = Audit.objects.select_related("member__employee__user").get(member=application.member)
    scanned = began + dt.timedelta(minutes=4)
    with happened(scanned, today=today):
        scan_audit(audit.pk)
    Audit.objects.filter(pk=audit.pk).update(
        started=began, scanned=scanned, due=scanned + dt.timedelta(days=14)
    )
    person = application.member.employee.user
    if person is None:
        return
    answered = began + dt.timedelta(hours=random.randint(3, 30))
    with happened(answered, today=today):
        _answer(random, audit, person, answered)
        if stage == "with_person":
            return
        audit = submit_audit(audit=audit, actor=person)
    Audit.objects.filter(pk=audit.pk).update(submitted=answered)
    _decide(random, cast, audit, DECISIONS.get(stage, ()), answered, today)
    if stage in APPEALS and audit.decided:
        _appeal(cast, audit, stage, today)


def _answer(random: Random, audit: Audit, person: User, at: dt.datetime) -> None:
    for finding in audit.findings.all():
        if random.random() < 0.7:
            stance = random.choices(Reply.Stance.values, [6, 3, 1])[0]
            reply_to_finding(finding=finding, stance=stance, text=random.choice(EXPLANATIONS), actor=person)
    Reply.objects.filter(finding__audit=audit).update(at=at)


def _decide(
    random: Random, cast: Cast, audit: Audit, decisions: tuple[str, ...], sent: dt.datetime, today: dt.date
) -> None:
    at = sent
    reviewers = [user for user in cast.reviewers if not obstacle(audit, user)]
    random.shuffle(reviewers)
    said: set[str] = set()
    for reviewer, decision in zip(reviewers, decisions, strict=False):
        at += dt.timedelta(hours=random.randint(3, 26))
        opened = at - dt.timedelta(minutes=random.randint(3, 14))
        with happened(at, today=today):
            reason = random.choice(REASONS[decision])
            reason = next((other for other in (reason, *REASONS[decision]) if other not in said), reason)
            said.add(reason)
            lesson = lesson_for(audit) if decision == "coach" else ""
            decide(
                audit=audit, reviewer=reviewer, decision=decision, reason=reason, opened=opened, lesson=lesson
            )
        Reviewed.objects.filter(audit=audit, reviewer=reviewer).update(at=at)
    with happened(at, today=today):
        settle(audit.pk, now=timezone.now() + dt.timedelta(hours=1))
    audit.refresh_from_db()
    if audit.decided:
        Audit.objects.filter(pk=audit.pk).update(decided=at, appeal_until=at + dt.timedelta(days=14))


def lesson_for(audit: Audit) -> str:
    """The lesson about checking first; any lesson where there is none of that name."""
    lessons = lessons_of(audit.member.programme)
    fitting = [lesson for lesson in lessons if "periksa" in lesson.title.lower()] or lessons
    return fitting[0].key if fitting else ""


def _appeal(cast: Cast, audit: Audit, stage: str, today: dt.date) -> None:
    """The person asks for another look; in one case somebody who had not decided has answered."""
    person = audit.member.employee.user
    if person is None or audit.decided is None:
        return
    at = min(audit.decided + dt.timedelta(hours=20), clock(today, 8))
    with happened(at, today=today):
        appeal = make_appeal(audit=audit, text=APPEALS[stage], actor=person)
    Appeal.objects.filter(pk=appeal.pk).update(at=at, due=at + dt.timedelta(days=14))
    others = [user for user in cast.reviewers if not appeal_obstacle(appeal, user)]
    if stage == "answered" and others:
        answered = min(at + dt.timedelta(hours=22), clock(today, 9))
        with happened(answered, today=today):
            answer_appeal(appeal=appeal, reviewer=others[0], decision="clear", reason=ANSWER)
        Appeal.objects.filter(pk=appeal.pk).update(decided=answered)
