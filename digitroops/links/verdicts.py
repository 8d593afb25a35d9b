"""Who arrives at a link: a person, or a machine and which one. Headers in, verdict out; nothing is stored here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from crawlerdetect import CrawlerDetect

from digitroops.links.models import Click

Verdict = Click.Verdict
MAX_AGENT = 300

#: Fetchers that draw the little card under a link. Whole names: people's browsers never carry these.
PREVIEWS = re.compile(
    r"facebookexternalhit|facebot|telegrambot|twitterbot|linkedinbot|slackbot|slack-imgproxy|discordbot"
    r"|cardyb|skypeuripreview|microsoftpreview|teamsbot|mastodon/|pleroma|misskey|vkshare|odklbot|pinterestbot"
    r"|redditbot|snap url preview|line-poker|kakaotalk-scrap|iframely|embedly|opengraph|whatsapp-?bot"
    r"|google-inspectiontool|bitlybot|applebot|viberbot|signal-desktop preview|unfurl|outbrain|flipboard",
    re.IGNORECASE,
)
#: Fetchers known by how their agent begins; the same word further on is an app's browser with a person in it.
PREVIEW_STARTS = re.compile(
    r"(whatsapp|viber|signal|line|snapchat|threads|instagram|zoom)[/ ]", re.IGNORECASE
)
#: Machines that the list of crawlers does not know.
BOTS = re.compile(
    r"headlesschrome|phantomjs|puppeteer|playwright|selenium|meta-external|barracuda|mimecast|proofpoint"
    r"|symantec|safelinks|trendmicro|zscaler|uptimerobot|statuscake|pingdom|site24x7|gptbot|claudebot"
    r"|bytespider|mail\.ru_bot|okhttp/|dalvik/[\d.]+ \(linux; u; android[^)]*\)$|cfnetwork/[^ ]+ darwin/[^ ]+$",
    re.IGNORECASE,
)
#: Browsers inside apps: people, whatever else the agent says.
IN_APP = {
    "Instagram": re.compile(r"\binstagram [\d.]+", re.IGNORECASE),
    "Facebook": re.compile(r"\bfb(an|av|_iab|ios)\b|\[fb", re.IGNORECASE),
    "Threads": re.compile(r"\bbarcelona [\d.]+", re.IGNORECASE),
    "TikTok": re.compile(r"bytedancewebview|musical_ly|\btrill_|tiktok", re.IGNORECASE),
    "LINE": re.compile(r"\bline/[\d.]+", re.IGNORECASE),
    "WhatsApp": re.compile(r"\bwhatsapp/", re.IGNORECASE),
    "LinkedIn": re.compile(r"linkedinapp", re.IGNORECASE),
    "X": re.compile(r"twitter for|twitterandroid", re.IGNORECASE),
    "Telegram": re.compile(r"telegram-android|telegram-ios", re.IGNORECASE),
    "WeChat": re.compile(r"micromessenger", re.IGNORECASE),
    "VK": re.compile(r"vkandroidapp|vkclient", re.IGNORECASE),
    "Snapchat": re.compile(r"\bsnapchat/", re.IGNORECASE),
    "Pinterest": re.compile(r"\[pinterest/", re.IGNORECASE),
    "Gmail": re.compile(r"\bgsa/[\d.]+", re.IGNORECASE),
}
PREFETCH_HEADERS = ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ")
PREFETCH_WORDS = ("prefetch", "prerender", "preview", "instant")


@dataclass(frozen=True)
class Judgement:
    """A verdict with its reason: the machine's name, or the app a person came from."""

    verdict: str
    reason: str = ""


def clean(text: str, length: int = MAX_AGENT) -> str:
    """A header's text without control signs, which databases and pages would trip over."""
    return "".join(sign for sign in text[: length * 2] if sign.isprintable())[:length]


def device_of(agent: str) -> str:
    """phone, tablet or desktop; empty for an empty agent."""
    if not agent:
        return ""
    if re.search(r"ipad|tablet|android(?!.*mobile)", agent, re.IGNORECASE):
        return "tablet"
    return "phone" if re.search(r"mobile|iphone|ipod|android", agent, re.IGNORECASE) else "desktop"


@cache
def _crawlers() -> CrawlerDetect:
    return CrawlerDetect()


@lru_cache(maxsize=2048)
def judge_agent(agent: str) -> Judgement:
    """What the agent alone says: empty, preview, bot or person."""
    if not agent:
        return Judgement(Verdict.EMPTY)
    if found := PREVIEW_STARTS.match(agent):
        return Judgement(Verdict.PREVIEW, found[1])
    for verdict, pattern in ((Verdict.PREVIEW, PREVIEWS), (Verdict.BOT, BOTS)):
        if found := pattern.search(agent):
            return Judgement(verdict, found[0].strip("/ ")[:60])
    if agent.startswith("Mozilla/"):
        for app, pattern in IN_APP.items():
            if pattern.search(agent):
                return Judgement(Verdict.PERSON, app)
    crawlers = _crawlers()
    if crawlers.isCrawler(agent):
        return Judgement(Verdict.BOT, clean(str(crawlers.getMatches() or ""), 60))
    return Judgement(Verdict.PERSON)


def judge(*, method: str, headers: Mapping[str, str], own: bool) -> Judgement:
    """The verdict on one arrival; `headers` as WSGI spells them, `own` when the sharer is signed in here."""
    if method == "HEAD":
        return Judgement(Verdict.HEAD)
    for name in PREFETCH_HEADERS:
        value = headers.get(name, "").lower()
        if any(word in value for word in PREFETCH_WORDS):
            return Judgement(Verdict.PREFETCH, clean(value, 60))
    found = judge_agent(clean(headers.get("HTTP_USER_AGENT", "")).strip())
    if own and found.verdict == Verdict.PERSON:
        return Judgement(Verdict.OWN)
    return found
