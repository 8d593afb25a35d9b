"""The audits of the team: the one before each member joined, and the checks since of some who agreed."""

import datetime as dt
from random import Random

from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.demo.posts import MISTAKES
from digitroops.demo.reviews import carry
from digitroops.presence.models import Post, SocialAccount
from digitroops.programme.models import Member
from digitroops.screening.actions import finish_coaching, start_audit
from digitroops.screening.letters import tell_watch_due
from digitroops.screening.models import Audit
from digitroops.screening.queries import posts_of

#: Those who joined first were audited this many days ago, so that a check of them is due or has begun.
FIRST_WAVE, SECOND_WAVE = 186, 162
DUE = ("Made Suardana", "Teguh Santoso")
#: A check since: how many days ago it began, how far it came, and what was posted shortly before.
CHECKS = {
    "Kirana Salsabila": (24, "clear", ""),
    "Rizky Hidayat": (
        9,
        "not_now",
        "Serum ini bikin glowing dalam 3 hari, buruan checkout pakai kode AKUNTANHEMAT diskon 50%",
    ),
    "Vina Marpaung": (6, "half", "Adminnya goblok, barang salah kirim malah nyalahin pembeli"),
    "Bagas Wicaksana": (
        3,
        "with_person",
        "Goblok banget yang parkir melintang di depan gudang, truk jadi antre",
    ),
}
#: The mistake that each of these made long before they joined, by its place in the list.
OLD = {
    "Ayu Prameswari": 0, "Dimas Ardiansyah": 7, "Farhan Maulana": 5, "Hendra Gunadi": 4, "Joko Prasetyo": 13,
    "Laras Wulandari": 9, "Oki Firmansyah": 3, "Sekar Ningtyas": 1, "Teguh Santoso": 12,
}  # fmt: skip
COACHED = ("Sekar Ningtyas", "Dimas Ardiansyah", "Joko Prasetyo")


def make_team_audits(random: Random, cast: Cast, members: list[Member], today: dt.date) -> None:
    """Audit each member as before they joined, then check those who agreed and are due."""
    for place, member in enumerate(members):
        _first_audit(random, cast, member, place, today)
    for member in members:
        if member.employee.name in CHECKS:
            _check(random, cast, member, today)
        if member.employee.name in DUE:
            asked = today - dt.timedelta(days=2)
            with happened(clock(asked, 2), today=today):
                tell_watch_due(member, asked)


def _first_audit(random: Random, cast: Cast, member: Member, place: int, today: dt.date) -> None:
    name = member.employee.name
    back = FIRST_WAVE if name in CHECKS or name in DUE else SECOND_WAVE
    began = clock(today - dt.timedelta(back), 9, place)
    if name in OLD:
        years, text, after = MISTAKES[OLD[name]]
        at = began - dt.timedelta(days=round(years * 365))
        _post(member, at, text)
        if after:
            _post(member, at + dt.timedelta(hours=2), after)
    with happened(began, today=today):
        audit = start_audit(member=member, actor=member.employee.user)
    stage = "coach" if name in COACHED else "clear"
    audit = carry(random, cast, audit, stage, began, today)
    read = posts_of(member).filter(created__lt=began).count()
    Audit.objects.filter(pk=audit.pk).update(posts_total=read, posts_scanned=read)
    if stage == "coach" and audit.decided:
        done = audit.decided + dt.timedelta(days=6)
        with happened(done, today=today):
            finish_coaching(member=member, actor=cast.pr)
        Audit.objects.filter(pk=audit.pk).update(coached=done)


def _check(random: Random, cast: Cast, member: Member, today: dt.date) -> None:
    back, stage, text = CHECKS[member.employee.name]
    began = clock(today - dt.timedelta(back), 20, 15)
    if text:
        _post(member, began - dt.timedelta(days=4, hours=3), text)
    first = member.audits.get()
    with happened(began, today=today):
        audit = start_audit(member=member, purpose=Audit.Purpose.WATCH, since=first.scanned)
    carry(random, cast, audit, stage, began, today)


def _post(member: Member, at: dt.datetime, text: str) -> None:
    account = SocialAccount.objects.filter(employee=member.employee, platform="instagram").get()
    Post.objects.create(
        account=account,
        archive=account.archives.first(),
        external_id=f"lama{at:%Y%m%d%H%M}",
        kind="post",
        text=text,
        created=at,
        engagement={"likes": len(text) % 9},
    )
