import datetime as dt

from digitroops.programme.models import Member, MemberDay, Programme

BATCH = 2000


def snapshot_members(date: dt.date) -> int:
    """Keep the state of every member of a running programme on a day; a second run changes nothing.

    Returns how many members the day now holds.
    """
    members = Member.objects.filter(programme__state=Programme.State.RUNNING)
    days: list[MemberDay] = []
    for pk, state in members.order_by("pk").values_list("pk", "state").iterator(chunk_size=BATCH):
        days.append(MemberDay(member_id=pk, date=date, state=state))
        if len(days) == BATCH:
            MemberDay.objects.bulk_create(days, ignore_conflicts=True)
            days = []
    MemberDay.objects.bulk_create(days, ignore_conflicts=True)
    return MemberDay.objects.filter(date=date).count()
