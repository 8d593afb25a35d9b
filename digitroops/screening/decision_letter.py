"""The decision letter: what was decided and why, what follows, and what the person can do."""

from django.utils import translation
from django.utils.translation import gettext as _

from digitroops.people.queries import company
from digitroops.screening.lessons import lesson_of
from digitroops.screening.models import Appeal, Audit, Decision
from digitroops.screening.queries import appeal_of, may_appeal, reasons_of
from digitroops.ui.formats import day
from digitroops.ui.papers import Paper


def letter_of(audit: Audit, language: str) -> Paper:
    """The letter in a language; the reasons stay in the words in which they were written."""
    firm = company()
    with translation.override(language):
        letter = Paper(
            title=_title(audit),
            sender=firm.name if firm else "Digitroops",
            lang=language,
            foot=_("Footprint audit %(number)s, for the person alone") % {"number": audit.number},
        )
        letter.rows(_facts(audit))
        _say_outcome(letter, audit)
        appeal = appeal_of(audit)
        if appeal:
            _say_appeal(letter, appeal)
        _say_rights(letter, audit)
    return letter


def _title(audit: Audit) -> str:
    titles = {
        Decision.CLEAR: _("Your footprint audit: nothing stands in the way"),
        Decision.COACH: _("Your footprint audit: you go on, with a little coaching"),
        Decision.NOT_NOW: _("Your footprint audit: a talk comes first")
        if audit.purpose == Audit.Purpose.WATCH
        else _("Your footprint audit: not a fit this time"),
    }
    return titles[Decision(audit.outcome)]


def _facts(audit: Audit) -> list[tuple[str, str]]:
    facts = [
        (_("For"), audit.member.employee.name),
        (_("Programme"), audit.member.programme.name),
        (_("Decided on"), day(audit.decided)),
        (_("Decision"), str(audit.outcome_label)),
    ]
    if audit.lesson_title:
        facts.append((_("Coaching"), audit.lesson_title))
    if audit.next_chance:
        facts.append((_("Next chance"), day(audit.next_chance)))
    return facts


def _say_outcome(letter: Paper, audit: Audit) -> None:
    letter.text(_("Dear %(name)s,") % {"name": audit.member.employee.name})
    if audit.outcome == Decision.CLEAR:
        letter.text(_("Thank you for your openness. The reviewers see nothing that stands in the way."))
    elif audit.outcome == Decision.COACH:
        letter.text(
            _("Thank you for your openness. You go on; a few things are to be gone through together.")
        )
        lesson = lesson_of(audit.member.programme, audit.lesson_key)
        if lesson:
            letter.text(_("The lesson: %(title)s. You find it on your page.") % {"title": lesson.title})
        elif not audit.lesson_key:
            letter.text(_("It is a talk with the PR team, who arrange it with you."))
    elif audit.purpose == Audit.Purpose.WATCH:
        letter.text(
            _(
                "Thank you for your openness. The reviewers wish for a talk before you go on. Your membership has not "
                "changed: the PR team talks with you first and decides nothing before that."
            )
        )
    else:
        letter.text(
            _(
                "Thank you for your openness. The reviewers think that this is not the right moment. It says "
                "nothing about your work and is not in your personnel file."
            )
        )
        if audit.next_chance:
            letter.text(_("The next chance to take part is on %(day)s.") % {"day": day(audit.next_chance)})
    reasons = reasons_of(audit)
    if reasons:
        letter.heading(_("Why it was decided so"))
        for reason in reasons:
            letter.quote(reason)


def _say_appeal(letter: Paper, appeal: Appeal) -> None:
    letter.heading(_("The second look"))
    letter.text(_("You asked for it on %(day)s and wrote:") % {"day": day(appeal.at)})
    letter.quote(appeal.text or "–")
    if appeal.decided:
        letter.text(
            _(
                "Somebody who had not decided before read everything again. Before: %(before)s. Now: %(now)s. "
                "This is the last word of the company on this audit."
            )
            % {"before": Decision(appeal.before).label, "now": appeal.get_decision_display()}
        )
    else:
        letter.text(_("It is answered by %(day)s at the latest.") % {"day": day(appeal.due)})


def _say_rights(letter: Paper, audit: Audit) -> None:
    letter.heading(_("What you can do"))
    rights = []
    if may_appeal(audit):
        rights.append(
            _("Until %(day)s you may ask for another look by somebody who has not decided.")
            % {"day": day(audit.appeal_until)}
        )
    rights.append(
        _("People have decided, never the machine. You may read and download everything that is kept of you.")
    )
    if audit.expires:
        rights.append(
            _("The findings are kept until %(day)s, then deleted; withdrawing deletes them at once.")
            % {"day": day(audit.expires)}
        )
    letter.bullets(rights)
