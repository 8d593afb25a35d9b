"""How far each applicant's footprint audit has come: scanned, answered, decided by two people."""

import datetime as dt
from random import Random

from digitroops.demo.moments import happened
from digitroops.demo.people import Cast
from digitroops.demo.posts import EXPLANATIONS
from digitroops.people.models import User
from digitroops.recruitment.models import Application
from digitroops.screening.actions import decide, reply_to_finding, submit_audit
from digitroops.screening.jobs import scan_audit
from digitroops.screening.models import Audit, Reply
from digitroops.screening.models import Review as Reviewed
from digitroops.screening.queries import obstacle

DECISIONS = {
    "clear": ("clear", "clear"),
    "coach": ("coach", "coach"),
    "not_now": ("not_now", "not_now"),
    "split": ("clear", "coach"),
    "half": ("clear",),
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
    "not_now": ["Masih baru dan beberapa kali. Ajak bicara, lalu undang lagi pada panggilan berikutnya."],
}


def review(
    random: Random, cast: Cast, application: Application, stage: str, began: dt.datetime, today: dt.date
) -> None:
    """Scan, let the person answer and send, and let reviewers decide as far as the stage goes."""
    audit = Audit.objects.select_related("member__employee__user").get(member=application.member)
    scanned = began + dt.timedelta(minutes=4)
    with happened(scanned, today=today):
        scan_audit(audit.pk)
    Audit.objects.filter(pk=audit.pk).update(started=began, scanned=scanned)
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
    for reviewer, decision in zip(reviewers, decisions, strict=False):
        at += dt.timedelta(hours=random.randint(3, 26))
        opened = at - dt.timedelta(minutes=random.randint(3, 14))
        with happened(at, today=today):
            reason = random.choice(REASONS[decision])
            decide(audit=audit, reviewer=reviewer, decision=decision, reason=reason, opened=opened)
        Reviewed.objects.filter(audit=audit, reviewer=reviewer).update(at=at)
    audit.refresh_from_db()
    if audit.decided:
        Audit.objects.filter(pk=audit.pk).update(decided=at)
