"""Six weeks of shares: who took what where, when, and the posts' addresses as proof."""

import datetime as dt
from random import Random

from digitroops.audit.actions import record
from digitroops.demo.moments import clock, happened
from digitroops.demo.names import MEMBERS
from digitroops.demo.stories import OWN, StoryText
from digitroops.demo.today import LAST_HOUR
from digitroops.links.codes import ALPHABET, LENGTH
from digitroops.links.models import Link
from digitroops.newsroom.models import Story
from digitroops.programme.models import Member
from digitroops.sharing.models import Proof, Share

Channel = Share.Channel
CHANNELS = {
    Channel.INSTAGRAM: 30,
    Channel.WHATSAPP: 26,
    Channel.X: 14,
    Channel.FACEBOOK: 11,
    Channel.LINKEDIN: 8,
    Channel.TELEGRAM: 4,
    Channel.THREADS: 4,
    Channel.TIKTOK: 3,
}
ADDRESSES = {
    Channel.INSTAGRAM: "https://www.instagram.com/p/demo-{code}/",
    Channel.X: "https://x.com/nusavaksin_demo/status/demo-{code}",
    Channel.FACEBOOK: "https://www.facebook.com/nusavaksin.demo/posts/demo-{code}",
    Channel.LINKEDIN: "https://www.linkedin.com/posts/nusavaksin-demo-{code}",
    Channel.THREADS: "https://www.threads.net/@nusavaksin_demo/post/demo-{code}",
    Channel.TIKTOK: "https://www.tiktok.com/@nusavaksin_demo/video/demo-{code}",
}
HOURS = {
    6: 3,
    7: 6,
    8: 5,
    9: 4,
    10: 4,
    11: 6,
    12: 14,
    13: 8,
    14: 3,
    15: 4,
    16: 6,
    17: 8,
    18: 9,
    19: 14,
    20: 13,
    21: 7,
}
QUIET = {"Rizky Hidayat", "Joko Prasetyo", "Teguh Santoso"}
FOLLOWERS = {name: followers for name, *_rest, followers in MEMBERS}


def make_shares(
    random: Random, members: list[Member], stories: list[tuple[Story, StoryText]], today: dt.date
) -> list[tuple[Share, StoryText]]:
    """Every story taken by most of the team in its first days; the quiet ones sit out the last week."""
    made = []
    for story, text in stories:
        for member in members:
            quiet = member.employee.name in QUIET
            if random.random() > (0.4 if quiet else 0.8) or (quiet and text.day > -8):
                continue
            for channel in _channels(random):
                share = _make_share(random, member, story, text, channel, today)
                if share:
                    made.append((share, text))
    return made


def _channels(random: Random) -> list[Channel]:
    """One or two different channels, in the order drawn, so that a seed gives the same in every process."""
    wanted = random.choices([1, 2], [4, 1])[0]
    return list(dict.fromkeys(random.choices(list(CHANNELS), list(CHANNELS.values()), k=wanted)))


def _make_share(
    random: Random, member: Member, story: Story, text: StoryText, channel: Channel, today: dt.date
) -> Share | None:
    day = today + dt.timedelta(text.day + random.choices([0, 1, 2, 3, 5, 7], [8, 6, 3, 2, 2, 1])[0])
    if day.weekday() > 4 and random.random() < 0.5:
        day += dt.timedelta(days=2)
    at = clock(day, random.choices(list(HOURS), list(HOURS.values()))[0], random.randint(0, 59))
    if story.live_from is None or at < story.live_from or at >= clock(today, LAST_HOUR):
        return None
    caption = random.choice(list(story.captions.all()))
    own = random.random() < 0.38
    code = "".join(random.choices(ALPHABET, k=LENGTH))
    share = Share.objects.create(
        member=member,
        story=story,
        channel=channel,
        text=random.choice(OWN) if own else caption.text,
        caption=None if own else caption,
        own_words=own,
        link=_make_link(member, story, code, at),
        state=Share.State.OPENED,
        request_key=code,
        created=at,
    )
    with happened(at, today=today):
        record(
            actor=member.employee.user,
            act="share.opened",
            subject=share,
            person=member.employee,
            after={"channel": channel},
        )
    if channel in ADDRESSES and random.random() < 0.78:
        _make_proof(random, share, code, today)
    return share


def _make_link(member: Member, story: Story, code: str, at: dt.datetime) -> Link:
    programme = member.programme
    return Link.objects.create(
        code=code,
        target=story.target_url,
        story=story,
        member=member,
        created=at,
        utm={
            "utm_source": programme.utm_source,
            "utm_medium": programme.utm_medium,
            "utm_campaign": story.campaign.slug,
            "utm_content": code,
        },
    )


def _make_proof(random: Random, share: Share, code: str, today: dt.date) -> None:
    """The post's address, and for most what the member read off it some days later."""
    posted = share.created + dt.timedelta(minutes=random.randint(2, 50))
    counted = posted + dt.timedelta(days=3)
    counts: dict[str, object] = {}
    if counted < clock(today, 0) and random.random() < 0.85:
        views = round(FOLLOWERS[share.member.employee.name] * random.uniform(0.18, 0.62))
        likes = round(views * random.uniform(0.03, 0.11))
        counts = {
            "views": views,
            "likes": likes,
            "comments": round(likes * random.uniform(0.03, 0.14)),
            "reshares": round(likes * random.uniform(0.01, 0.08)),
            "counted": counted,
        }
    Proof.objects.create(
        share=share, url=ADDRESSES[Channel(share.channel)].format(code=code), at=posted, **counts
    )
    share.state = Share.State.POSTED
    share.save(update_fields=["state"])
    with happened(posted, today=today):
        record(
            actor=share.member.employee.user, act="share.posted", subject=share, person=share.member.employee
        )
