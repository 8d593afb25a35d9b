"""Three scenarios of the next team, found by the roster engine: a draft, one that waits, one that was approved."""

import datetime as dt
from typing import Any

from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.people.models import User
from digitroops.programme.models import Programme
from digitroops.recruitment.actions.approval import approve_proposal, submit_proposal
from digitroops.recruitment.actions.scenarios import comment_on_proposal
from digitroops.recruitment.actions.selection import propose_team
from digitroops.recruitment.models import Proposal

STORIES_FIRST: dict[str, Any] = {"wishes": {"story": 1500, "readiness": 600}}
MORE_LANGUAGES: dict[str, Any] = {
    "rules": [
        {"kind": "at_least", "number": 4, "group": ["language", "Jawa"]},
        {"kind": "at_least", "number": 9, "group": ["language", "Inggris"]},
    ]
}


def make_proposals(cast: Cast, programme: Programme, seed: int, today: dt.date) -> None:
    """What PR and the executive have said and done about the next team until yesterday."""
    name, year = f"Usulan tim {today.year + 1}", today.year + 1
    stories = _propose(cast, programme, f"Tim {year}, cerita lebih dulu", seed, today, 9, STORIES_FIRST)
    with happened(clock(today - dt.timedelta(1), 11, 5), today=today) as moment:
        _say(stories, cast.executive, "Bagus, cerita memang yang membuat orang percaya. Saya setuju.", moment)
        submit_proposal(proposal=stories, version=stories.version, actor=cast.pr)
        approve_proposal(proposal=stories, version=stories.version, actor=cast.executive)
        _date(stories, submitted=moment, approved=moment)
    more = _propose(cast, programme, f"Tim {year}, lebih banyak bahasa", seed, today, 13, MORE_LANGUAGES)
    with happened(clock(today - dt.timedelta(1), 14, 10), today=today) as moment:
        _say(more, cast.pr, "Empat penutur bahasa Jawa: apakah jangkauan yang hilang sepadan?", moment)
        submit_proposal(proposal=more, version=more.version, actor=cast.pr)
        _date(more, submitted=moment)
    _propose(cast, programme, name, seed, today, 15, {})


def _propose(
    cast: Cast, programme: Programme, name: str, seed: int, today: dt.date, hour: int, terms: dict[str, Any]
) -> Proposal:
    with happened(clock(today - dt.timedelta(1), hour, 20), today=today) as moment:
        proposal = propose_team(programme=programme, name=name, actor=cast.pr, seed=seed, terms=terms)
    _date(proposal, created=moment)
    return proposal


def _say(proposal: Proposal, who: User, text: str, moment: dt.datetime) -> None:
    comment = comment_on_proposal(proposal=proposal, text=text, actor=who)
    proposal.comments.filter(pk=comment.pk).update(created=moment)


def _date(proposal: Proposal, **times: dt.datetime) -> None:
    Proposal.objects.filter(pk=proposal.pk).update(**times)
    proposal.refresh_from_db()
