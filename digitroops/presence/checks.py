"""The checks behind the word "verified", in words: what each looks at, and what its outcome means."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Words = str | Promise
OK, FAILED, NOT_POSSIBLE = "ok", "failed", "not_possible"


@dataclass(frozen=True, slots=True)
class Wording:
    """A check by name, with a sentence for good and for bad."""

    title: Words
    ok: Words
    failed: Words


@dataclass(frozen=True, slots=True)
class Line:
    """One check as a reader sees it."""

    name: str
    title: str
    state: str
    sentence: str


WORDINGS = {
    "owner": Wording(
        gettext_lazy("The archive is of this account"),
        gettext_lazy("The account name in the archive is the one given here."),
        gettext_lazy("The account name in the archive is another one."),
    ),
    "manifest": Wording(
        gettext_lazy("The counts that the archive states are there"),
        gettext_lazy("Every file holds as many entries as the archive says."),
        gettext_lazy("A file holds more or fewer entries than the archive says."),
    ),
    "unique_followers": Wording(
        gettext_lazy("No follower twice"),
        gettext_lazy("All followers in the list are different."),
        gettext_lazy("Some followers stand in the list more than once."),
    ),
    "unique_posts": Wording(
        gettext_lazy("No post twice"),
        gettext_lazy("All posts are different."),
        gettext_lazy("Some posts occur more than once."),
    ),
    "follower_order": Wording(
        gettext_lazy("Followers in the order of time"),
        gettext_lazy("The list runs in one direction of time, as platforms write it."),
        gettext_lazy("The list jumps in time, which platforms do not do."),
    ),
    "post_order": Wording(
        gettext_lazy("Posts in the order of time"),
        gettext_lazy("The posts run in one direction of time, as platforms write them."),
        gettext_lazy("The posts jump in time, which platforms do not do."),
    ),
    "clock": Wording(
        gettext_lazy("Times agree with the numbers of the posts"),
        gettext_lazy("The time inside each post's number is the time written beside it."),
        gettext_lazy("For some posts the time inside the number is not the time written beside it."),
    ),
    "range": Wording(
        gettext_lazy("The followers are not cut to a range of dates"),
        gettext_lazy("The list of followers goes back far enough."),
        gettext_lazy("The list of followers begins late: the export was limited to a range of dates."),
    ),
    "signature": Wording(
        gettext_lazy("Signed by the platform"),
        gettext_lazy("The signature of the repository is valid."),
        gettext_lazy("The signature of the repository is not valid."),
    ),
}
REASONS = {
    "html_export": gettext_lazy(
        "It was made as web pages (HTML), so only the followers could be read. Request it again as JSON."
    ),
    "text_export": gettext_lazy(
        "It was made as text files, which hold less. Request it again and choose JSON as the format."
    ),
    "date_range": gettext_lazy(
        "The followers begin late: the export was limited to a range of dates. Request it again for all time."
    ),
    "partial_export": gettext_lazy(
        "The archive says of itself that it is only a part. Send all its parts together."
    ),
    "missing_part": gettext_lazy(
        "The archive lists files that are not there. Send all parts of the export together."
    ),
    "damaged": gettext_lazy(
        "A file in the archive is damaged and was read up to the damage. Download it again, then send it."
    ),
    "problems": gettext_lazy(
        "Some entries could not be read. They are listed below; everything else was read."
    ),
    "unsafe_member": gettext_lazy(
        "A file was not opened because it is built in a way no platform builds it."
    ),
    "no_keys": gettext_lazy(
        "This older export does not say who the connections are, so they are only counted."
    ),
    "several_channels": gettext_lazy("It holds several channels; only the first is named."),
    "unknown_visibility": gettext_lazy("It does not say which videos are public; they are read as public."),
    "missing_records": gettext_lazy("Some records of the repository are not in the file."),
    "slice": gettext_lazy("The file holds only a part of the repository. Export the whole repository."),
    "forged_blocks": gettext_lazy("Some blocks of the repository do not fit their checksums."),
}


def lines_of(checks: dict[str, str]) -> list[Line]:
    """The checks made on one archive; those that were not possible come last."""
    found = [_line(name, state) for name, state in checks.items() if name in WORDINGS]
    order = {FAILED: 0, OK: 1, NOT_POSSIBLE: 2}
    return sorted(found, key=lambda line: order.get(line.state, 3))


def _line(name: str, state: str) -> Line:
    wording = WORDINGS[name]
    not_possible = (
        _("This platform's archive does not hold the account's name, so the name could not be compared.")
        if name == "owner"
        else _("The archive holds nothing by which this could be checked.")
    )
    sentence = {OK: wording.ok, FAILED: wording.failed}.get(state, not_possible)
    return Line(name, str(wording.title), state, str(sentence))


def reasons_of(codes: list[str]) -> list[str]:
    """Why an archive is only partly there."""
    other = gettext_lazy("Some of what the platform usually exports was not there.")
    return [str(REASONS.get(code, other)) for code in codes]
