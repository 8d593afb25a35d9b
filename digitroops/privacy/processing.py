"""The register of processing (UU 27/2022, article 31): each app says what it does with personal data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Activity:
    """One kind of processing: what for, on which ground, which data of whom, who sees it, how long."""

    name: str
    purpose: str
    basis: str
    data: str
    people: str
    seen_by: str
    kept: str


ActivityMaker = Callable[[], Iterable[Activity]]
_makers: list[ActivityMaker] = []


def register_activities(maker: ActivityMaker) -> ActivityMaker:
    """Add to the register; the maker is called in the reader's language."""
    _makers.append(maker)
    return maker


def activities() -> list[Activity]:
    return [activity for maker in _makers for activity in maker()]


def own_activities() -> list[Activity]:
    """What the rooms below the programme do."""
    return [*_on_employees(), *_on_accounts(), *_on_rights()]


def _on_employees() -> list[Activity]:
    return [
        Activity(
            _("Workforce"),
            _("Know who is employed, in which unit, and who may be invited"),
            _("legitimate interest of the employer (article 20 paragraph 2 f)"),
            _(
                "number, name, work e-mail, phone, unit, birth and hire date, gender where given, position, "
                "manager's number where given, status"
            ),
            _("all employees"),
            _("PR, administrators"),
            _("as long as HR keeps the person in its list"),
        ),
    ]


def _on_accounts() -> list[Activity]:
    return [
        Activity(
            _("Signing in"),
            _("Let people in and keep others out"),
            _("legitimate interest of the employer (article 20 paragraph 2 f)"),
            _("e-mail, one-time links and codes as hashes, sessions"),
            _("everybody with an account"),
            _("nobody; administrators see the record"),
            _("links until used or expired, then deleted every night"),
        ),
        Activity(
            _("Messages"),
            _("Tell people what concerns them"),
            _("carrying out what they asked for"),
            _("address, text of the message"),
            _("everybody with an account"),
            _("the person alone"),
            _("as long as the account exists"),
        ),
        Activity(
            _("Record of acts"),
            _("Prove that the process was kept"),
            _("legal duty (articles 31 and 32)"),
            _("who did what and when"),
            _("everybody with an account"),
            _("administrators; PR and the auditor in part; each person their own"),
            _("never changed, never deleted"),
        ),
    ]


def _on_rights() -> list[Activity]:
    return [
        Activity(
            _("Rights and breaches"),
            _("Answer people within three times 24 hours"),
            _("legal duty (articles 5 to 14 and 46)"),
            _("requests with their answers; breaches with what was done"),
            _("employees"),
            _("PR, administrators; breaches also the auditor"),
            _("as proof, as long as the installation exists"),
        ),
    ]
