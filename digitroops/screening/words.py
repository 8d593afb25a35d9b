"""What the pages call things: categories, levels, what made a finding weigh less, why one cannot decide."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from digitroops.engines.footprint import CATEGORIES
from digitroops.people.models import Employee
from digitroops.programme.models import Programme
from digitroops.screening.models import Audit
from digitroops.screening.queries import Obstacle
from digitroops.screening.rules import counting_for

CATEGORY_TITLES: dict[str, Promise] = {
    "abusive": _("Rough words"),
    "hate": _("Words against a group"),
    "threat": _("Threat or violence"),
    "sexual": _("Sexual content"),
    "harassment": _("Words against a person"),
    "political": _("Political campaigning"),
    "misinformation": _("News without a source"),
    "gambling": _("Gambling promotion"),
    "substances": _("Drugs, alcohol or tobacco"),
    "confidential": _("Internal information"),
    "employer": _("About the company"),
    "personal_data": _("Personal data"),
    "undisclosed_ad": _("Advertising without a label"),
}
CATEGORY_WHY: dict[str, Promise] = {
    "abusive": _("Readers connect the tone of a representative with the company."),
    "hate": _("The company serves everybody; words against a group hurt people and may break the law."),
    "threat": _("Even said in anger, a threat can frighten the one who reads it."),
    "sexual": _("It meets readers of every age when the account speaks for a health company."),
    "harassment": _("Words against a named person can hurt and, under the ITE law, have consequences."),
    "political": _("Representatives stay neutral so that everybody can trust health information."),
    "misinformation": _(
        "A claim about health without a source weighs heavily when a vaccine maker's voice shares it."
    ),
    "gambling": _("Online gambling is forbidden, and its promotion harms families."),
    "substances": _("It does not go together with information about health."),
    "confidential": _("Internal information and customers' data belong inside the company."),
    "employer": _(
        "Criticism is allowed; the reviewers read whether it was fair and without internal information."
    ),
    "personal_data": _("Numbers and addresses can be misused, one's own and those of others."),
    "undisclosed_ad": _("Readers have a right to know what is advertising."),
}
LEVELS: dict[int, Promise] = {
    1: pgettext_lazy("level of a finding", "Light"),
    2: pgettext_lazy("level of a finding", "Medium"),
    3: pgettext_lazy("level of a finding", "Weighty"),
    4: pgettext_lazy("level of a finding", "Serious"),
}
LOWERED: dict[str, Promise] = {
    "negated": _("Weighs less: a negation stands before it."),
    "counter": _("Weighs less: it seems to speak against such words."),
    "quoted": _("Weighs less: it stands between quotation marks."),
    "reported": _("Weighs less: it reports somebody else's words."),
    "news": _("Weighs less: it reads like a news report."),
    "joke": _("Weighs less: it seems to be said in jest."),
    "friend": _("Weighs less: it speaks to a friend."),
    "lyric": _("Weighs less: it seems to be from a song."),
    "self": _("Weighs less: it is said about oneself."),
    "praise": _("Weighs less: it stands beside a word of praise."),
    "old": _("Weighs less: it is some years old."),
    "young": _("Weighs less: it was written before the age of 18."),
}
OBSTACLES: dict[Obstacle, Promise] = {
    Obstacle.OWN: _(
        "This case is about yourself, so other reviewers decide it. Nothing was saved or changed."
    ),
    Obstacle.UNIT: _(
        "This case is about somebody of your own unit or line, so other reviewers decide it. "
        "That keeps it fair for both of you. Nothing was saved or changed."
    ),
    Obstacle.LINE: _(
        "This case is about somebody who reports to you or to whom you report, so other reviewers decide it. "
        "That keeps it fair for both of you. Nothing was saved or changed."
    ),
    Obstacle.CLOSED: _(
        "Other reviewers have decided this case, so no further decision is needed and none was saved. "
        "Nothing else has changed."
    ),
    Obstacle.ALREADY: _(
        "You have already decided this case. Your first decision stands, nothing was doubled."
    ),
    Obstacle.MEANWHILE: _(
        "Another reviewer decided at the same moment. Your decision was not saved yet; read the case again "
        "and save once more."
    ),
    Obstacle.HELD: _(
        "The participant has paused the use of their data. The case waits until they go on. Nothing was saved."
    ),
    Obstacle.BEFORE: _(
        "You have decided in this case before, so somebody else takes the second look. Nothing was saved."
    ),
}
#: The same in the list of cases, where nobody has tried to save anything.
OBSTACLES_SHORT: dict[Obstacle, Promise] = {
    Obstacle.UNIT: _("Somebody of your own unit or line; other reviewers decide, which keeps it fair."),
    Obstacle.LINE: _("Somebody of your own unit or line; other reviewers decide, which keeps it fair."),
    Obstacle.CLOSED: _("Enough reviewers have decided. The result follows in a few minutes."),
}
LABEL_ERRORS: dict[str, Promise] = {
    "columns": _("The table needs a column “text” and a column “label”. Nothing was learned."),
    "unreadable": _("The table is not a CSV file that can be read. Save it as CSV UTF-8 and send it again."),
    "too_few": _(
        "There are too few labelled texts to learn from: at least 40 that do not contradict each other."
    ),
    "one_class": _(
        "All texts say the same, so there is nothing to tell apart. A category needs at least 10 texts with it "
        "and 10 without it."
    ),
    "training": _(
        "The training broke off; the version in use goes on. Try once more, then tell your technicians."
    ),
}
OPINION_PROBLEMS: dict[str, Promise] = {
    "address": _("No model is asked in this programme. The rules and people decide, as always."),
    "forbidden": _("The address of the model may not be called from here. Tell your administrator."),
    "unreachable": _("The model cannot be reached now. Decide without it, or try again later."),
    "late": _("The model did not answer in time. Decide without it, or try again later."),
    "refused": _("The model refused to answer. Tell your administrator."),
    "unclear": _("The model's answer could not be read, so it is not shown. Decide without it."),
}
ROW_PROBLEMS: dict[str, Promise] = {
    "unknown": _("no category of this name"),
    "empty": _("the text is empty"),
    "contradiction": _("the same text has another label elsewhere; all of them were left out"),
}
REPLY_STEPS: dict[str, Promise] = {
    "deleted": _("I have deleted the post itself."),
    "copies": _("I have looked for copies: reposts, other accounts, highlights, pinned posts."),
    "aware": _("I know that others may have kept a picture of it."),
}

DELETING: dict[str, Promise] = {
    "x": _(
        "On X: open the post, touch the three dots, then Delete. A repost is undone with the repost arrows."
    ),
    "instagram": _(
        "On Instagram: open the post, touch the three dots, then Delete; it leaves “Recently deleted” after 30 days, "
        "or at once when you delete it there too. Look into highlights as well."
    ),
    "facebook": _(
        "On Facebook: open Activity log, choose the post, then Move to recycle bin, and empty the bin."
    ),
    "tiktok": _("On TikTok: open the video, touch the three dots, then Delete. Comments: hold, then Delete."),
    "threads": _(
        "On Threads: open the post, touch the three dots, then Delete. Look on Instagram for a copy."
    ),
    "linkedin": _("On LinkedIn: open the post, touch the three dots, then Delete post."),
    "youtube": _(
        "On YouTube: open Studio or your comment history, choose the video or comment, then Delete."
    ),
    "bluesky": _("On Bluesky: open the post, touch the three dots, then Delete post."),
    "mastodon": _(
        "On Mastodon: open the post, touch the three dots, then Delete. Other servers follow by and by."
    ),
    "reddit": _("On Reddit: open the post or comment, touch the three dots, then Delete."),
}


def deleting_guide(platform: str) -> list[str | Promise]:
    """How a post is deleted there, and how it is checked."""
    own = DELETING.get(platform)
    check = _(
        "Then ask the platform for a new data archive and upload it here: it shows whether the post is gone."
    )
    return [*([own] if own else []), check]


def category_title(name: str) -> str:
    """A category's title; its own name for one that is not known here."""
    return str(CATEGORY_TITLES.get(name, name))


@dataclass(frozen=True, slots=True)
class CountingRow:
    """One category as the person reads it before and during the audit."""

    title: str
    why: str | Promise
    level: str | Promise
    severity: int


@dataclass(frozen=True, slots=True)
class CountingList:
    """What is looked for, what is not, and the role it holds for."""

    looked_for: list[CountingRow]
    left_out: list[str]
    role: str


def counting_rows(employee: Employee, programme: Programme, audit: Audit | None = None) -> CountingList:
    """What counts for this person: as it was when their open audit began, otherwise as it is now."""
    if audit and audit.is_open and audit.levels:
        levels, role = audit.levels, audit.role_name
    else:
        counting = counting_for(employee, programme)
        levels, role = counting.levels, counting.role
    rows = [
        CountingRow(category_title(name), CATEGORY_WHY.get(name, ""), LEVELS[levels[name]], levels[name])
        for name in CATEGORIES
        if levels.get(name)
    ]
    return CountingList(rows, [category_title(name) for name in CATEGORIES if not levels.get(name)], role)
