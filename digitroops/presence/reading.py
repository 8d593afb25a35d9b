"""What is read of an archive and what never, as the engine's lists have it."""

from collections.abc import Iterable
from dataclasses import asdict

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from digitroops.engines.archives import PLATFORMS, wanted_excerpts, wanted_patterns

PROFILE = _("Your profile: account name, shown name, bio")
FOLLOWERS = _("The list of followers, turned into number codes without names")
POSTS = _("Your public posts with their captions")
COMMENTS = _("Your comments")
CHECKING = _("What the archive says of itself, to check that it is whole")
ROLES: dict[str, tuple[str | Promise, ...]] = {
    "profile": (PROFILE,),
    "manifest": (CHECKING,),
    "counts": (CHECKING,),
    "followers": (FOLLOWERS,),
    "following": (_("The accounts that you follow, to count them"),),
    "friends": (_("Your friends, to count them"),),
    "connections": (_("Your connections, turned into number codes without names"),),
    "posts": (POSTS,),
    "shares": (POSTS,),
    "reels": (_("Your reels with their captions"),),
    "videos": (_("Your videos with their titles"),),
    "stories": (_("The captions of your stories"),),
    "reposts": (_("What you passed on, to count it"),),
    "community posts": (_("Your posts in public communities"),),
    "deleted posts": (_("Posts you deleted lately: only counted, then left out"),),
    "comments": (COMMENTS,),
    "group posts": (_("Your posts in groups"),),
    "group comments": (_("Your comments in groups"),),
    "insights": (_("How often your posts were seen and liked, for professional accounts"),),
    "document": (PROFILE, FOLLOWERS, _("Your videos with their captions"), COMMENTS),
    "tables": (_("Your channel, your videos and their titles"), COMMENTS, _("Your messages in live chats")),
    "pages": (COMMENTS,),
    "repository": (PROFILE, POSTS, _("Your replies")),
}
#: What people ask about first, with names that platforms give it; a test proves that the engine wants none of them.
NEVER: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (
        _("Private messages and chats"),
        (
            "data/direct-messages.js",
            "messages/inbox/budi_1/message_1.json",
            "messages.csv",
            "TikTok/Direct Messages/Chat History.txt",
        ),
    ),
    (
        _("Contacts, phone numbers and e-mail addresses"),
        ("data/contact.js", "contacts/synced_contacts.json", "Email Addresses.csv", "PhoneNumbers.csv"),
    ),
    (
        _("Where and from which device you signed in"),
        (
            "data/ip-audit.js",
            "security_and_login_information/login_activity.json",
            "TikTok/Your Activity/Login History.txt",
        ),
    ),
    (_("Locations"), ("Takeout/Location History/Records.json", "personal_information/location/places.json")),
    (
        _("What you searched for, watched and liked"),
        (
            "data/like.js",
            "logged_information/search/your_search_history.json",
            "SearchQueries.csv",
            "likes.json",
        ),
    ),
    (
        _("Advertising data and purchases"),
        ("data/ad-engagements.js", "Ad_Targeting.csv", "payments/payment_history.json"),
    ),
    (
        _("Photos and films"),
        ("data/tweets_media/film.mp4", "media/posts/202601/foto.jpg", "media_attachments/files/1/a.jpg"),
    ),
)


def read_of(platform: str) -> list[str]:
    """What is read of a platform's archive, in the order in which it is read."""
    kind = next((one for one in PLATFORMS if one.name == platform), None)
    said = [str(text) for route in (kind.routes if kind else ()) for text in ROLES[route.role]]
    return list(dict.fromkeys(said))


def never_read() -> Iterable[str]:
    """What no archive is opened for."""
    return [str(title) for title, _names in NEVER]


def members_to_choose(platform: str) -> dict[str, object]:
    """For the browser: patterns of the members that are read, the parts of them, and of an export made as web pages."""
    html = next((kind.html for kind in PLATFORMS if kind.name == platform), None)
    excerpts = [asdict(excerpt) for excerpt in wanted_excerpts().get(platform, ())]
    return {"patterns": wanted_patterns().get(platform, []), "excerpts": excerpts, "html": html or ""}
