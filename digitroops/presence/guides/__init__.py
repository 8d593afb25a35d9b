"""How to get one's own data archive from a platform, step by step. A new one is a module and a line here."""

from digitroops.presence.guides import (
    bluesky,
    facebook,
    instagram,
    linkedin,
    mastodon,
    reddit,
    threads,
    tiktok,
    x,
    youtube,
)
from digitroops.presence.guides.drawing import Guide

GUIDES: dict[str, Guide] = {
    module.GUIDE.platform: module.GUIDE
    for module in (x, instagram, tiktok, linkedin, facebook, threads, youtube, bluesky, mastodon, reddit)
}
