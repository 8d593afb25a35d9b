"""The programme "Nusa Vaksin 2026" with its texts, and the twenty members it has."""

import datetime as dt
from random import Random

from digitroops.demo.archives import followers_of, posts_of
from digitroops.demo.backdating import date_entries
from digitroops.demo.growth import keep_earlier
from digitroops.demo.moments import clock, happened
from digitroops.demo.names import MEMBERS, UNIT_PATHS
from digitroops.demo.people import Cast, give_user
from digitroops.demo.readings import keep_reading
from digitroops.presence.models import Connection, FollowerCount, Post, SocialAccount
from digitroops.programme.actions import (
    accept_policy,
    add_programme,
    change_criterion,
    give_consent,
    move_member,
    publish_consent_text,
    publish_policy,
    start_programme,
)
from digitroops.programme.models import (
    Consent,
    ConsentText,
    Criterion,
    Member,
    MemberDay,
    Policy,
    PolicyAcceptance,
    Programme,
)

GOAL = (
    "Masyarakat memahami vaksin dari orang yang membuat, menguji, dan mengantarkannya. Dua puluh karyawan bercerita "
    "dengan kata-kata sendiri, dari unit kerja yang berbeda, dan menjawab pertanyaan keluarga serta tetangga dengan "
    "fakta yang jelas sumbernya."
)
AGREED_DAYS = 187
ACTIVE_DAYS = 150
CONNECTED = ("Gita Anindya", "Nadia Rahmawati")
CONNECTED_POSTS = (
    "Pagi di ruang uji: kopi dulu, lalu suhu penyimpanan dicatat satu per satu.",
    "Anak saya bertanya kenapa vaksin harus dingin. Saya gambar kulkas kecil di punggung.",
    "Lari sore keliling lapangan, ketemu tetangga yang akhirnya berani vaksin lagi.",
)
HISTORY_DAYS = 60


def make_programme(cast: Cast, today: dt.date) -> Programme:
    """A running programme with its criteria, published consent text and policy."""
    with happened(clock(today - dt.timedelta(190)), today=today):
        programme = add_programme(
            actor=cast.pr,
            minimum_followers=1000,
            recent_days=30,
            name=f"Nusa Vaksin {today.year}",
            goal=GOAL,
            starts=dt.date(today.year, 1, 1),
            ends=dt.date(today.year + 1, 12, 31),
            team_size=20,
            platforms=["x", "instagram", "tiktok", "linkedin", "facebook", "threads"],
        )
        change_criterion(
            actor=cast.pr,
            programme=programme,
            kind=Criterion.Kind.UNIT_MAX,
            parameters={"count": 4},
            enabled=True,
        )
        publish_consent_text(actor=cast.pr, text=ConsentText.objects.get(programme=programme))
        publish_policy(actor=cast.pr, policy=Policy.objects.get(programme=programme))
        programme = start_programme(actor=cast.pr, programme=programme)
    published = clock(today - dt.timedelta(189))
    Programme.objects.filter(pk=programme.pk).update(created=published)
    ConsentText.objects.filter(programme=programme).update(published=published)
    Policy.objects.filter(programme=programme).update(published=published)
    return programme


def make_members(random: Random, cast: Cast, programme: Programme, today: dt.date) -> list[Member]:
    """Twenty active members, with consents, accounts, the policy accepted and sixty days of history."""
    items = list(ConsentText.objects.get(programme=programme).items.select_related("text"))
    policy = Policy.objects.get(programme=programme)
    members = []
    for order, (employee, (*_rest, followers)) in enumerate(zip(cast.members, MEMBERS, strict=True)):
        user = give_user(employee, cast.password, today)
        day = today - dt.timedelta(ACTIVE_DAYS - order % 9)
        agreed = clock(today - dt.timedelta(AGREED_DAYS), 8, order)
        member = Member.objects.create(programme=programme, employee=employee, created=agreed)
        with happened(agreed, today=today):
            give_consent(actor=user, member=member, items=items)
        with happened(clock(day, 10, order), today=today) as moment:
            for state in ("applied", "screened", "shortlisted", "onboarding"):
                move_member(member=member, to=state, actor=cast.pr)
            accept_policy(actor=user, member=member, policy=policy, name=employee.name)
            move_member(member=member, to=Member.State.ACTIVE, actor=cast.pr)
        Member.objects.filter(pk=member.pk).update(since=moment)
        Consent.objects.filter(member=member).update(given=agreed)
        PolicyAcceptance.objects.filter(member=member).update(at=moment)
        _make_accounts(random, member, followers, today)
        if employee.name in CONNECTED:
            _connect_account(member, today)
        members.append(Member.objects.select_related("employee__user", "programme").get(pk=member.pk))
    _make_history(members, today)
    return members


def _make_accounts(random: Random, member: Member, followers: int, today: dt.date) -> None:
    """An Instagram account, for most one on X too, both read lately; for some a LinkedIn count they typed."""
    shares = {"instagram": 0.66, "x": 0.34} if random.random() < 0.75 else {"instagram": 1.0}
    for platform, share in shares.items():
        _make_read_account(random, member, platform, round(followers * share), today)
    if random.random() < 0.3:
        account = _make_account(member, "linkedin")
        declared, count = clock(today - dt.timedelta(11), 20), round(followers * 0.12)
        SocialAccount.objects.filter(pk=account.pk).update(declared_followers=count, declared=declared)
        FollowerCount.objects.create(
            account=account, date=declared.date(), count=count, source=FollowerCount.Source.DECLARED
        )


def _connect_account(member: Member, today: dt.date) -> None:
    """A Bluesky account whose public posts are read every week."""
    account = _make_account(member, "bluesky")
    SocialAccount.objects.filter(pk=account.pk).update(handle=f"{account.handle}.bsky.social")
    read = clock(today - dt.timedelta(3), 4)
    connection = Connection.objects.create(
        account=account,
        state=Connection.State.CONNECTED,
        remote_id=f"did:plc:demo{member.pk:06d}",
        server="https://pds.example",
        asked=read - dt.timedelta(40),
        proved=read - dt.timedelta(40),
        read=read,
        next_read=read + dt.timedelta(days=7),
    )
    Post.objects.bulk_create(
        Post(
            account=account,
            connection=connection,
            external_id=f"demo{place}",
            kind="post",
            text=text,
            created=read - dt.timedelta(days=place * 9 + 1),
        )
        for place, text in enumerate(CONNECTED_POSTS)
    )


def _make_account(member: Member, platform: str) -> SocialAccount:
    employee = member.employee
    handle = "".join(employee.name.lower().split())
    return SocialAccount.objects.create(
        employee=employee, platform=platform, handle=handle, display_name=employee.name
    )


def _make_read_account(random: Random, member: Member, platform: str, now: int, today: dt.date) -> None:
    """An account with its archive, and before it weekly counts that grow a little."""
    account = _make_account(member, platform)
    exported = clock(today - dt.timedelta(random.randint(3, 20)), random.randint(8, 20))
    archive = keep_reading(
        account=account,
        posts=posts_of(random, today, count=14, mistakes=0, last=random.randint(21, 26), years=2),
        followers=followers_of(random, now, UNIT_PATHS.index(member.employee.unit.path)),
        file_name=f"{platform}-{account.handle}-{exported:%Y-%m-%d}.zip",
        exported=exported,
    )
    date_entries(archive, exported)
    if platform == "x":
        keep_earlier(archive, 0.91)
    FollowerCount.objects.bulk_create(
        FollowerCount(
            account=account,
            date=exported.date() - dt.timedelta(7 * week),
            count=round(now * (1 - 0.006 * week) + random.randint(-6, 6)),
            source=FollowerCount.Source.DECLARED,
        )
        for week in range(1, 9)
    )


def _make_history(members: list[Member], today: dt.date) -> None:
    MemberDay.objects.bulk_create(
        MemberDay(member=member, date=today - dt.timedelta(back), state=Member.State.ACTIVE)
        for member in members
        for back in range(HISTORY_DAYS)
    )
