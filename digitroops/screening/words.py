"""What the pages call things: categories, levels, what made a finding weigh less, why one cannot decide."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from digitroops.screening.queries import Obstacle

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
    "negated": _("A negation stands before it."),
    "counter": _("It seems to speak against such words."),
    "quoted": _("It stands between quotation marks."),
    "reported": _("It reports somebody else's words."),
    "news": _("It reads like a news report."),
    "joke": _("It seems to be said in jest."),
    "friend": _("It speaks to a friend."),
    "lyric": _("It seems to be from a song."),
    "self": _("It is said about oneself."),
    "praise": _("It stands beside a word of praise."),
    "old": _("It is some years old."),
    "young": _("It was written before the age of 18."),
}
OBSTACLES: dict[Obstacle, Promise] = {
    Obstacle.OWN: _(
        "This case is about yourself, so other reviewers decide it. Nothing was saved or changed."
    ),
    Obstacle.UNIT: _(
        "This case is about somebody of your own unit or line, so other reviewers decide it. "
        "That keeps it fair for both of you. Nothing was saved or changed."
    ),
    Obstacle.CLOSED: _(
        "The reviewers before you have closed this case, so your decision was no longer needed and was not "
        "saved. Nothing else has changed."
    ),
    Obstacle.ALREADY: _(
        "You have already decided this case. Your first decision stands, nothing was doubled."
    ),
    Obstacle.MEANWHILE: _(
        "Another reviewer decided at the same moment. Your decision was not saved yet; read the case again "
        "and save once more."
    ),
}


def category_title(name: str) -> str:
    """A category's title; its own name for one that is not known here."""
    return str(CATEGORY_TITLES.get(name, name))
