"""What the programme, the accounts and the audits do with personal data, for the record of processing."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitroops.privacy.processing import Activity
from digitroops.programme.models import Programme
from digitroops.screening.rules import rules_of


def activities() -> Iterator[Activity]:
    """One line for taking part and for accounts, one for the audits of each programme that is not closed."""
    consent = _("explicit consent, item by item (article 20 paragraph 2 a)")
    yield Activity(
        _("Taking part"),
        _("Invite, select and accompany those who speak for the company"),
        consent,
        _("application, consents, states, policy accepted, courses, shares, acknowledgements"),
        _("applicants and members"),
        _("PR; executives see figures"),
        _("as long as the programme is kept; leaving ends it"),
    )
    yield Activity(
        _("Accounts and archives"),
        _("Count followers that are real and read public posts"),
        consent,
        _(
            "account names, follower counts, hashes of followers, public posts, replies and comments of one's own"
        ),
        _("applicants and members"),
        _("the person; PR sees counts alone"),
        _(
            "raw files are deleted once read, texts of posts some days after the audit (90 unless set otherwise); "
            "the rest until the consent is withdrawn"
        ),
    )
    for programme in Programme.objects.exclude(state=Programme.State.CLOSED):
        yield _audits_of(programme)
        rules = rules_of(programme)
        if rules.learning:
            yield _learning_in(programme, consent)
        if rules.opinion_url:
            yield _opinion_in(programme, consent, rules.opinion_url)


def _learning_in(programme: Programme, basis: str) -> Activity:
    return Activity(
        _("Learning from decisions: %(programme)s") % {"programme": programme.name},
        _("Mark less of what reviewers find harmless, and more of what they do not"),
        basis,
        _(
            "texts of decided findings without names, and what was decided; kept are hashed word weights alone"
        ),
        _("people whose audit was decided, without those who paused the use of their data or objected"),
        _("nobody reads the texts; PR sees figures of each version"),
        _("the texts as long as the findings; a version of the weights until PR deletes it"),
    )


def _opinion_in(programme: Programme, basis: str, url: str) -> Activity:
    return Activity(
        _("Second opinion of a model: %(programme)s") % {"programme": programme.name},
        _("Give a reviewer who asks for it another reading of a finding, beside the rules and never alone"),
        basis,
        _("the text of one finding, names taken out, sent to %(url)s") % {"url": url},
        _("applicants, and members who agreed to be checked again"),
        _("the reviewers of the case"),
        _("deleted with the finding"),
    )


def _audits_of(programme: Programme) -> Activity:
    kept = ngettext(
        "%(n)s month after the decision, or the reading where none is made, then deleted; at once on withdrawing",
        "%(n)s months after the decision, or the reading where none is made, then deleted; at once on withdrawing",
        programme.keep_months,
    )
    return Activity(
        _("Footprint audit: %(programme)s") % {"programme": programme.name},
        _("Decide with the person whether they speak for the company in public"),
        _("explicit consent, item by item (article 20 paragraph 2 a)"),
        _("findings in public posts, replies, reviewers' decisions and reasons"),
        _("applicants, and members who agreed to be checked again"),
        _("the person first, then two reviewers without the name; PR the outcome, the auditor the process"),
        kept % {"n": programme.keep_months},
    )
