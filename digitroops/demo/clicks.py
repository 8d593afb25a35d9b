"""Who followed the links: people at lunch and in the evening, fewer at weekends, and the machines among them."""

import datetime as dt
from random import Random
from urllib.parse import urlsplit

from digitroops.demo.moments import ZONE, clock
from digitroops.demo.shares import FOLLOWERS
from digitroops.demo.stories import StoryText
from digitroops.demo.today import LAST_HOUR
from digitroops.links import jobs, partitions, rollups
from digitroops.links.models import Click, Visitor
from digitroops.links.verdicts import RULE, client_of, judge_agent
from digitroops.sharing.models import Share

HOURS = [3, 1, 1, 1, 4, 9, 16, 20, 18, 20, 24, 36, 64, 44, 26, 24, 28, 36, 48, 70, 74, 52, 26, 9]
WEEKEND = 0.42
LATE = 0.2
PULL = {
    "whatsapp": 0.0125,
    "instagram": 0.0082,
    "x": 0.0070,
    "facebook": 0.0088,
    "linkedin": 0.0105,
    "telegram": 0.0065,
    "threads": 0.0050,
    "tiktok": 0.0045,
}
PHONE = "Mozilla/5.0 (Linux; Android 14; 23053RN02A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36"
WEBVIEW = "Mozilla/5.0 (Linux; Android 13; {phone}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0 Mobile Safari/537.36 {app}"
SAMSUNG = "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36"
PEOPLE = {PHONE: 30, SAMSUNG: 12, IPHONE: 14, DESK: 14}
#: channel -> what its browser inside the app adds to the agent
APPS = {
    "instagram": WEBVIEW.format(
        phone="CPH2591", app="Instagram 341.0.0.45.100 Android (33/13; 480dpi; OPPO; in_ID)"
    ),
    "facebook": WEBVIEW.format(phone="V2312", app="[FB_IAB/FB4A;FBAV/472.0.0.40.104;]"),
    "tiktok": WEBVIEW.format(
        phone="Infinix X6833B", app="trill_2023506030 ByteLocale/id-ID BytedanceWebview/d8a21c6"
    ),
    "linkedin": WEBVIEW.format(phone="SM-S918B", app="[LinkedInApp]/4.1.954"),
    "threads": WEBVIEW.format(phone="RMX3890", app="Barcelona 341.0.0.23.103 Android (34/14; realme; in_ID)"),
    "x": WEBVIEW.format(phone="2201117TY", app="TwitterAndroid"),
}
LANGUAGES = {"id": 86, "en": 9, "jv": 3, "su": 2}
PLACES = {
    ("ID", "Bandung"): 34,
    ("ID", "Jakarta"): 22,
    ("ID", "Cimahi"): 9,
    ("ID", "Surabaya"): 8,
    ("ID", "Makassar"): 6,
    ("ID", "Sorong"): 4,
    ("MY", "Kuala Lumpur"): 2,
    ("SG", "Singapore"): 1,
    ("", ""): 14,
}
MACHINES = {
    "WhatsApp/2.24.17 A": 8,
    "facebookexternalhit/1.1": 6,
    "Twitterbot/1.0": 3,
    "TelegramBot (like TwitterBot)": 3,
    "LinkedInBot/1.0": 2,
}
REFERRERS = {
    "instagram": "https://l.instagram.com/",
    "facebook": "https://l.facebook.com/",
    "x": "https://t.co/",
    "linkedin": "https://www.linkedin.com/",
    "threads": "https://l.threads.net/",
}


def make_clicks(random: Random, shares: list[tuple[Share, StoryText]], today: dt.date) -> int:
    """Write the arrivals and the days' sums; returns how many people came."""
    clicks: list[Click] = []
    for share, text in shares:
        clicks += _clicks_of(random, share, text.pull, clock(today, LAST_HOUR))
    partitions.make_months({partitions.month_of(click.date) for click in clicks})
    Click.objects.bulk_create(clicks, batch_size=800)
    Visitor.objects.bulk_create(
        (Visitor(date=c.date, link_id=c.link_id, hash=c.visitor) for c in clicks if c.verdict == "person"),
        batch_size=300,
    )
    rollups.add(clicks)
    jobs.forget_minutes(clock(today, LAST_HOUR))
    return sum(click.verdict == Click.Verdict.PERSON for click in clicks)


def _clicks_of(random: Random, share: Share, pull: float, until: dt.datetime) -> list[Click]:
    followers = FOLLOWERS[share.member.employee.name]
    warm = 1.35 if share.own_words else 1.0
    expected = followers**0.82 * 5.6 * PULL[share.channel] * pull * warm * random.lognormvariate(0, 0.45)
    clicks = []
    for number in range(round(expected)):
        at = _moment(random, share.created)
        if at < until:
            clicks.append(_person(random, share, at, number))
    for at in sorted(click.at for click in clicks)[:: max(6, len(clicks) // 3)]:
        clicks.append(_machine(random, share, at))
    clicks += [
        _again(click) for click in clicks if click.verdict == Click.Verdict.PERSON and random.random() < 0.09
    ]
    return clicks


def _moment(random: Random, start: dt.datetime) -> dt.datetime:
    """A time after the share: soon, by the day's rhythm, rarely at a weekend."""
    for _attempt in range(6):
        pace = 0.16 if random.random() < LATE else 0.7
        day = start.astimezone(ZONE).date() + dt.timedelta(days=int(random.expovariate(pace)))
        hour = random.choices(range(24), HOURS)[0]
        at = clock(day, hour, random.randint(0, 59)) + dt.timedelta(seconds=random.randint(0, 59))
        if at > start and (day.weekday() < 5 or random.random() < WEEKEND):
            return at
    return start + dt.timedelta(minutes=random.randint(1, 90))


def _person(random: Random, share: Share, at: dt.datetime, number: int) -> Click:
    agent = APPS.get(share.channel, "") if random.random() < 0.55 else ""
    agent = agent or random.choices(list(PEOPLE), list(PEOPLE.values()))[0]
    referrer = REFERRERS.get(share.channel, "") if random.random() < 0.7 else ""
    visitor = f"{random.getrandbits(64):016x}{number:08x}"
    click = _click(share, at, agent, Click.Verdict.PERSON, "", urlsplit(referrer).hostname or "", visitor)
    click.language = random.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    click.country, click.city = random.choices(list(PLACES), list(PLACES.values()))[0]
    click.via = "qr" if random.random() < 0.04 else ""
    return click


def _machine(random: Random, share: Share, at: dt.datetime) -> Click:
    agent = random.choices(list(MACHINES), list(MACHINES.values()))[0]
    judged = judge_agent(agent)
    return _click(share, at, agent, judged.verdict, judged.reason, "", "")


def _click(
    share: Share, at: dt.datetime, agent: str, verdict: str, reason: str, referrer: str, visitor: str
) -> Click:
    client = client_of(agent)
    return Click(
        link_id=share.link_id,
        at=at,
        date=at.astimezone(ZONE).date(),
        verdict=verdict,
        reason=reason,
        referrer=referrer,
        agent=agent,
        device=client.device,
        browser=client.browser,
        system=client.system,
        app=client.app,
        visitor=visitor,
        rule=RULE,
    )


def _again(click: Click) -> Click:
    """The same visitor once more, minutes later."""
    at = click.at + dt.timedelta(minutes=3)
    return Click(
        link_id=click.link_id,
        at=at,
        date=click.date,
        verdict=Click.Verdict.REPEAT,
        referrer=click.referrer,
        agent=click.agent,
        device=click.device,
        browser=click.browser,
        system=click.system,
        app=click.app,
        visitor=click.visitor,
        rule=RULE,
    )
