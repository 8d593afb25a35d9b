"""Browsers inside apps: people, and the app they came from."""

from functools import lru_cache

from digitroops.engines.clicks.patterns import first_of

#: app -> what its browser adds to the agent. The apps of Meta before Facebook, which all of them hint at.
APPS: dict[str, str] = {
    "Threads": r"\bbarcelona [\d.]+",
    "Instagram": r"\binstagram [\d.]+",
    "WhatsApp": r"\bwhatsapp/[\d.]+",
    "Messenger": r"fb_iab/(orca|messenger)|fban/messenger|\bfban/mkapp|fb_iab/messenger|orca-android",
    "Facebook": r"\bfb(an|av|_iab|ios|ss|bv)\b|\[fb",
    "TikTok": r"bytedancewebview|musical_ly|\btrill[_/]|\btiktok|bytelocale",
    "LINE": r"\bline/[\d.]+",
    "LinkedIn": r"linkedinapp|\blinkedin/[\d.]+",
    "X": r"twitter for|twitterandroid|\btwitter/[\d.]+",
    "Telegram": r"telegram-android|telegram-ios|\btelegram/[\d.]+",
    "WeChat": r"micromessenger",
    "VK": r"vkandroidapp|vkclient|vkiosapp|\bvk/[\d.]+",
    "OK": r"okapp|odnoklassniki",
    "Snapchat": r"\bsnapchat/?",
    "Pinterest": r"\[pinterest/|pinterest for",
    "Reddit": r"reddit/version|\breddit/[\d.]+",
    "YouTube": r"com\.google\.(android|ios)\.youtube|\byoutube/[\d.]+",
    "Discord": r"\bdiscord/[\d.]+",
    "Slack": r"\bslack(_ssb)?/[\d.]+",
    "Teams": r"\bteams/[\d.]+|teamsmobile",
    "Viber": r"\bviber/[\d.]+",
    "KakaoTalk": r"kakaotalk",
    "Zalo": r"\bzalo/? ?|zalotheme",
    "Shopee": r"shopee(app| )|\bshopee/",
    "Tokopedia": r"tokopedia|tkpd/",
    "Gojek": r"\bgojek|\bgopay",
    "Grab": r"\bgrab(driver)?/",
    "Google": r"\bgsa/[\d.]+|googleapp/|com\.google\.googlequicksearchbox",
    "Bluesky": r"\bbluesky/[\d.]+|xyz\.blueskyweb",
    "Outlook": r"outlook-(ios|android)|microsoftoutlook",
}


@lru_cache(maxsize=4096)
def app_of(agent: str) -> str:
    """The app whose browser this is, or nothing."""
    place = first_of(tuple(APPS.values()), agent)
    return list(APPS)[place] if place is not None else ""
