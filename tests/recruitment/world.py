"""A call and an applicant who is ready to send."""

import datetime as dt

from django.utils import timezone

from digitroops.engines.audience import keys_of
from digitroops.presence.actions import add_account, declare_followers
from digitroops.presence.models import Audience, SocialAccount
from digitroops.programme.models import Member
from digitroops.recruitment.actions.applications import start_application
from digitroops.recruitment.models import Call
from digitroops.screening.models import Audit
from tests.presence.archives import agree
from tests.world import make_member, make_programme, make_unit

STORY = "Saya bekerja di laboratorium vaksin dan ingin bercerita tentang pagi hari di sana. " * 5


def make_call(programme=None, **changes):
    return Call.objects.create(
        **{
            "programme": programme or make_programme(),
            "title": "Siapa ikut bercerita?",
            "message": "Kami mencari pencerita.",
            "closes": timezone.localdate() + dt.timedelta(days=14),
            "token": "tokenpanggilan",
            "state": "open",
            **changes,
        }
    )


def make_application(call=None, number="2001", *, ready=True, followers=1284, **changes):
    call = call or make_call()
    member = make_member(call.programme, number, state=Member.State.INVITED, **changes)
    employee = member.employee
    application = start_application(actor=employee.user, employee=employee, call=call)
    application.member = member
    if ready:
        agree(member)
        application.motivation = STORY
        application.save()
        account = add_account(actor=employee.user, employee=employee, platform="x", handle=f"akun{number}")
        declare_followers(actor=employee.user, account=account, count=followers)
    return application


def make_candidate(programme, number, followers, *, unit="Produksi", outcome="clear", **changes):
    """A screened person whose X account is followed by the numbers in `followers`."""
    member = make_member(programme, number, name=f"Calon {number}", state=Member.State.SCREENED, **changes)
    member.employee.unit = make_unit(unit)
    member.employee.save()
    expires = timezone.localdate() + dt.timedelta(days=365)
    Audit.objects.create(
        member=member, state=Audit.State.DECIDED, outcome=outcome, decided=timezone.now(), expires=expires
    )
    account = SocialAccount.objects.create(employee=member.employee, platform="x", handle=f"calon{number}")
    keys = keys_of("x", [str(one) for one in followers])
    Audience.objects.create(account=account, keys=keys.to_bytes(), count=len(followers))
    return member


def team_of(proposal):
    return set(proposal.seats.filter(chosen=True).values_list("member_id", flat=True))
