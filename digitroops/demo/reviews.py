"""How far each applicant's footprint audit has come: scanned, answered, decided by two people."""

import datetime as dt
from random import Random

from django.utils import timezone

from digitroops.demo.audit_words import DELETED, DISPUTED, explanation_of, reasons_for
from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.people.models import User
from digitroops.presence.models import Post
from digitroops.privacy.actions import answer, ask
from digitroops.privacy.models import HOURS, Request
from digitroops.recruitment.models import Application
from digitroops.screening.actions import (
    answer_appeal,
    decide,
    finish_reading,
    make_appeal,
    mark_post,
    reply_to_finding,
    settle,
    submit_audit,
)
from digitroops.screening.closing import months
from digitroops.screening.jobs import hand_over, scan_audit
from digitroops.screening.lessons import lessons_of
from digitroops.screening.models import Appeal, Audit, Reply
from digitroops.screening.models import Review as Reviewed
from digitroops.screening.queries import appeal_obstacle, obstacle, reading_obstacle

DECISIONS = {
    "clear": ("clear", "clear"),
    "coach": ("coach", "coach"),
    "talk": ("coach", "coach"),
    "not_now": ("not_now", "not_now"),
    "split": ("clear", "coach"),
    "half": ("clear",),
    "answered": ("coach", "coach"),
    "passed_on": ("escalate",),
}
BY_HAND = {"by_hand", "read_by_hand"}
SEEN = "Kalimat ini bisa dibaca kasar oleh orang luar."
APPEALS = {
    "not_now": "Tiga unggahan itu saya tulis saat sedang kecewa dan sudah saya hapus. Saya ingin dilihat juga apa yang "
    "saya tulis selain itu.",
    "answered": "Saya hanya mengutip kalimat orang lain untuk menegurnya, bukan mendukungnya. Mohon dibaca utuh.",
}
ANSWER = "Dibaca utuh, kalimat itu memang kutipan untuk menegur. Tidak ada yang perlu dibahas lagi."


def review(
    random: Random, cast: Cast, application: Application, stage: str, began: dt.datetime, today: dt.date
) -> None:
    """Take an applicant's audit as far as the stage goes."""
    audit = Audit.objects.select_related("member__employee__user").get(member=application.member)
    if stage == "failed":
        Audit.objects.filter(pk=audit.pk).update(state=Audit.State.FAILED, error="scan")
        return
    audit = carry(random, cast, audit, stage, began, today)
    if stage in APPEALS and audit.decided:
        _appeal(cast, audit, stage, today)


def carry(random: Random, cast: Cast, audit: Audit, stage: str, began: dt.datetime, today: dt.date) -> Audit:
    """Scan, let the person answer and send, and let reviewers decide as far as the stage goes."""
    scanned = began + dt.timedelta(minutes=4)
    with happened(scanned, today=today):
        scan_audit(audit.pk)
    Audit.objects.filter(pk=audit.pk).update(
        started=began, scanned=scanned, due=scanned + dt.timedelta(days=14)
    )
    audit = Audit.objects.select_related("member__employee__user").get(pk=audit.pk)
    person = audit.member.employee.user
    if person is None:
        return audit
    if stage in BY_HAND and not _read_by_hand(cast, audit, person, scanned, stage, today):
        return audit
    answered = max(began, audit.scanned or began) + dt.timedelta(hours=random.randint(3, 30))
    with happened(answered, today=today):
        _answer(random, audit, person, answered)
        if stage == "with_person":
            return audit
        audit = submit_audit(audit=audit, actor=person)
    Audit.objects.filter(pk=audit.pk).update(submitted=answered)
    _decide(random, cast, audit, DECISIONS.get(stage, ()), answered, today, talk=stage == "talk")
    audit.refresh_from_db()
    return audit


def _read_by_hand(
    cast: Cast, audit: Audit, person: User, at: dt.datetime, stage: str, today: dt.date
) -> bool:
    """The person objects to automated reading; for one stage a reviewer has read and marked. Whether that is done."""
    marked = list(audit.findings.values_list("post", "category", "severity"))
    asked, granted = at + dt.timedelta(minutes=50), at + dt.timedelta(hours=5)
    with happened(asked, today=today):
        request = ask(
            employee=audit.member.employee, kind="object", text="Saya ingin dibaca oleh orang.", actor=person
        )
    with happened(granted, today=today):
        answer(request=request, granted=True, text="Baik. Seorang peninjau membacanya.", actor=cast.pr)
        hand_over(audit.pk)
    Request.objects.filter(pk=request.pk).update(at=asked, due=asked + HOURS, answered=granted)
    Audit.objects.filter(pk=audit.pk).update(hand_due=granted + dt.timedelta(days=14))
    if stage == "by_hand":
        return False
    reader = next(user for user in cast.reviewers if not reading_obstacle(audit, user))
    read = granted + dt.timedelta(hours=20)
    with happened(read, today=today):
        for post, category, severity in _one_for_each_post(marked):
            mark_post(
                audit=audit,
                post=Post.objects.get(pk=post),
                category=category,
                severity=severity,
                why=SEEN,
                reader=reader,
            )
        finish_reading(audit=audit, reader=reader)
    Audit.objects.filter(pk=audit.pk).update(scanned=read, due=read + dt.timedelta(days=14))
    audit.refresh_from_db()
    return True


def _one_for_each_post(marked: list[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
    return list({post: (post, category, severity) for post, category, severity in reversed(marked)}.values())


def _answer(random: Random, audit: Audit, person: User, at: dt.datetime) -> None:
    for finding in audit.findings.all():
        if random.random() < 0.7:
            stance = random.choices(Reply.Stance.values, [6, 3, 1])[0]
            text = {"dispute": DISPUTED, "deleted": random.choice(DELETED)}.get(stance)
            reply_to_finding(
                finding=finding,
                stance=stance,
                text=explanation_of(random, finding) if text is None else text,
                actor=person,
                steps=["deleted", "copies"] if stance == "deleted" else [],
            )
    Reply.objects.filter(finding__audit=audit).update(at=at)


def _decide(
    random: Random,
    cast: Cast,
    audit: Audit,
    decisions: tuple[str, ...],
    sent: dt.datetime,
    today: dt.date,
    *,
    talk: bool,
) -> None:
    at = sent
    reviewers = [user for user in cast.reviewers if not obstacle(audit, user)]
    random.shuffle(reviewers)
    said: set[str] = set()
    for reviewer, decision in zip(reviewers, decisions, strict=False):
        at += dt.timedelta(hours=random.randint(3, 26))
        opened = at - dt.timedelta(minutes=random.randint(3, 14))
        with happened(at, today=today):
            reasons = reasons_for(audit, decision)
            reason = random.choice(reasons)
            reason = next((other for other in (reason, *reasons) if other not in said), reason)
            said.add(reason)
            lesson = lesson_for(audit) if decision == "coach" and not talk else ""
            decide(
                audit=audit, reviewer=reviewer, decision=decision, reason=reason, opened=opened, lesson=lesson
            )
        Reviewed.objects.filter(audit=audit, reviewer=reviewer).update(at=at)
    with happened(at, today=today):
        settle(audit.pk, now=timezone.now() + dt.timedelta(hours=1))
    audit.refresh_from_db()
    if audit.decided:
        kept = months(audit.member.programme.keep_months)
        Audit.objects.filter(pk=audit.pk).update(
            decided=at, appeal_until=at + dt.timedelta(days=14), expires=at.date() + kept
        )


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
