"""The data protection impact note of a programme (UU 27/2022, article 34), written from its real settings."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitroops.people.models import Role, User
from digitroops.people.queries import company
from digitroops.programme.models import Programme
from digitroops.programme.queries import published_consent_text
from digitroops.screening.rules import essentials, newest_note, rules_of, still_holds
from digitroops.screening.words import LEVELS, category_title
from digitroops.ui.formats import day, moment
from digitroops.ui.papers import Paper


def note_of(programme: Programme, language: str) -> Paper:
    """The note as the settings are now, with the last signature under it."""
    firm = company()
    with translation.override(language):
        note = Paper(
            title=_("Data protection impact note: footprint audit"),
            sender=firm.name if firm else "Digitroops",
            lang=language,
            foot=programme.name,
        )
        facts = essentials(programme)
        _say_who(note, programme, facts)
        _say_what(note, programme, facts)
        _say_risks(note, programme, facts)
        _say_signature(note, programme)
    return note


def _say_who(note: Paper, programme: Programme, facts: dict[str, object]) -> None:
    reviewers = User.objects.filter(grants__role=Role.REVIEWER, is_active=True).distinct().count()
    text = published_consent_text(programme)
    note.rows(
        [
            (_("Controller"), note.sender),
            (_("Programme"), f"{programme.name}, {day(programme.starts)} – {day(programme.ends)}"),
            (_("Data protection officer"), f"{facts['dpo_name'] or '–'} {facts['dpo_email']}".strip()),
            (_("Reviewers with access"), str(reviewers)),
            (
                _("Consent text in force"),
                _("version %(version)s") % {"version": text.version} if text else _("none published yet"),
            ),
        ]
    )


def _say_what(note: Paper, programme: Programme, facts: dict[str, object]) -> None:
    note.heading(_("What is done, and why"))
    note.text(
        _(
            "Employees who apply of their own accord upload the data archive of their own accounts. Their public "
            "posts are read by a program on the company's own machines, which marks words; the person reads the "
            "marks first and replies; two reviewers outside their unit and line decide without their name. Purpose: "
            "to decide with the person whether they speak for the company in public."
        )
    )
    note.heading(_("Why it is needed and no more than that"))
    note.bullets(
        [
            _("Base: explicit consent item by item (article 20), withdrawn at any time without consequence."),
            _(
                "Only the person's own archive; nothing is collected from others, private messages are not opened."
            ),
            _(
                "The uploaded file is deleted once it is read; other people's names in posts are not searched for."
            ),
            _("No score is computed; no decision is made by a machine (article 10)."),
        ]
    )
    note.heading(_("What counts"))
    levels = facts["levels"]
    assert isinstance(levels, dict)
    note.rows(
        [
            (
                category_title(name),
                _("from level: %(level)s") % {"level": LEVELS[level]} if level else _("off"),
            )
            for name, level in levels.items()
        ]
    )
    roles = facts["roles"]
    assert isinstance(roles, list)
    if roles:
        note.text(
            _("Other levels hold for these roles: %(roles)s.")
            % {"roles": ", ".join(r["name"] for r in roles)}
        )
    note.heading(_("How long it is kept"))
    note.bullets(_periods(programme, facts))


def _periods(programme: Programme, facts: dict[str, object]) -> list[str]:
    keep = programme.keep_months
    kept = ngettext(
        "Findings, replies and reasons: %(n)s month after the decision, then deleted by a job every night.",
        "Findings, replies and reasons: %(n)s months after the decision, then deleted by a job every night.",
        keep,
    )
    return [
        kept % {"n": keep},
        _(
            "Texts of the posts that were read: %(n)s days after the reading, then emptied by a job every night."
        )
        % {"n": rules_of(programme).post_days},
        _(
            "Audits that nobody sends on end 60 days after the last day to reply; withdrawing deletes at once."
        ),
        _("Cases that nobody decides end as many months after the reading; PR is told 30 days before."),
        _("The record of who did what, without texts, stays as proof that the process was kept."),
        _("Members who agreed are checked again after %(n)s months, newer posts alone.")
        % {"n": facts["watch_months"]},
    ]


def _say_risks(note: Paper, programme: Programme, facts: dict[str, object]) -> None:
    note.heading(_("Risks for the person, and what is done about them"))
    note.rows(
        [
            (
                _("Pressure to consent at work"),
                _("Taking part is free; refusing or withdrawing has no consequence; HR has no access."),
            ),
            (
                _("Wrong or unfair marks"),
                _("Each mark shows its words and rule; the person replies first; two people decide, on a tie a third."),
            ),
            (
                _("Prejudice of reviewers"),
                _("Name hidden, words about religion, ethnicity, politics, health and private life hidden, own unit "
                  "and line refused, agreement of reviewers measured."),
            ),
            (
                _("Old mistakes weigh for ever"),
                _("The level falls with the age of a post and before the age of 18; everything is deleted in time."),
            ),
            (
                _("Others learn of it"),
                _("The PR team sees the outcome alone. Each opening of a case, of the audit process and of a member's "
                  "reputation is recorded, and so is every act; an auditor sees the process without the texts."),
            ),
            (
                _("Learning from decisions"),
                _("switched on: pseudonymous texts of decided findings, only after a person's yes")
                if facts["learning"]
                else _("switched off"),
            ),
            (
                _("A second opinion by a model"),
                _("at the company's own address, names taken out first") if facts["opinion_url"] else _("switched off"),
            ),
        ]
    )  # fmt: skip
    note.heading(_("Rights and answers"))
    note.text(
        _(
            "Each right is a button on the page “My rights”. Another look by somebody who has not decided can be asked "
            "for within %(appeal)s days; replies take place within %(reply)s days. A breach is told to the persons and "
            "to the authority within 3 x 24 hours."
        )
        % {"appeal": facts["appeal_days"], "reply": facts["reply_days"]}
    )


def _say_signature(note: Paper, programme: Programme) -> None:
    note.heading(_("Signature"))
    signed = newest_note(programme)
    if signed is None:
        note.text(_("Not signed yet. Until it is, no post is read."))
        return
    if not still_holds(signed, programme):
        note.text(
            _(
                "Not signed as it stands here: the settings have changed since %(name)s signed version %(version)s "
                "on %(when)s."
            )
            % {"name": signed.signed_name, "version": signed.version, "when": moment(signed.signed)}
        )
        return
    note.rows(
        [
            (_("Signed by"), signed.signed_name),
            (_("On"), moment(signed.signed)),
            (_("Version"), str(signed.version)),
            (_("Remarks"), signed.remarks or "–"),
        ]
    )
