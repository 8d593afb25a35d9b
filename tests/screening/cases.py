"""Audits, findings and reviewers for the tests of screening."""

import datetime as dt
from itertools import count

from digitroops.people.models import Role
from digitroops.presence.models import Post, SocialAccount
from digitroops.programme.models import Member
from digitroops.screening.models import Audit, Finding
from tests.world import make_employee, make_member, make_unit, make_user

numbers = count(1)
SECRET = "Wasitnya goblok banget sih"


def make_candidate(number="2201", **changes):
    return make_member(number=number, **{"name": "Candra Wijaya", "state": Member.State.APPLIED, **changes})


def make_audit(member=None, **changes):
    return Audit.objects.create(
        **{"member": member or make_candidate(), "state": Audit.State.IN_REVIEW, "posts_total": 40, **changes}
    )


def make_post(member, text=SECRET, **changes):
    account, _ = SocialAccount.objects.get_or_create(
        employee=member.employee, platform="x", handle="candrawj"
    )
    number = next(numbers)
    created = dt.datetime(2018, 5, 27, 14, 16, tzinfo=dt.UTC) + dt.timedelta(hours=number)
    return Post.objects.create(
        **{
            "account": account,
            "external_id": str(number),
            "kind": "post",
            "text": text,
            "created": created,
            **changes,
        }
    )


def make_finding(audit, text=SECRET, word="goblok", **changes):
    post = changes.pop("post", None) or make_post(audit.member, text)
    start = text.index(word)
    return Finding.objects.create(
        **{
            "audit": audit,
            "post": post,
            "account": post.account,
            "platform": "x",
            "kind": "post",
            "text": text,
            "posted": post.created,
            "category": "abusive",
            "severity": 1,
            "span_start": start,
            "span_end": start + len(word),
            "confidence": 0.71,
            "evidence": [{"kind": "word", "name": word, "weight": 1.0}],
            "reason": {"key": "abusive.word", "parameters": {"words": word, "contexts": ""}},
            **changes,
        }
    )


def make_reviewer(email="budi@nusavaksin.example", unit="Keuangan"):
    user = make_user(email, Role.REVIEWER)
    make_employee(f"R{user.pk}", name=user.name, email=email, user=user, unit=make_unit(unit))
    return user
