"""Where an arrival came from: the app or page behind a referrer, an app's browser, a QR code, or nowhere known."""

from urllib.parse import urlsplit

QR = "QR"
DIRECT = "direct"
#: host (and everything below it) -> name
HOSTS: dict[str, str] = {
    "instagram.com": "Instagram",
    "facebook.com": "Facebook",
    "fb.me": "Facebook",
    "messenger.com": "Messenger",
    "threads.net": "Threads",
    "threads.com": "Threads",
    "t.co": "X",
    "twitter.com": "X",
    "x.com": "X",
    "linkedin.com": "LinkedIn",
    "lnkd.in": "LinkedIn",
    "whatsapp.com": "WhatsApp",
    "wa.me": "WhatsApp",
    "t.me": "Telegram",
    "telegram.org": "Telegram",
    "telegram.me": "Telegram",
    "tiktok.com": "TikTok",
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "line.me": "LINE",
    "pinterest.com": "Pinterest",
    "pin.it": "Pinterest",
    "reddit.com": "Reddit",
    "snapchat.com": "Snapchat",
    "discord.com": "Discord",
    "slack.com": "Slack",
    "teams.microsoft.com": "Teams",
    "bsky.app": "Bluesky",
    "go.bsky.app": "Bluesky",
    "vk.com": "VK",
    "ok.ru": "OK",
    "mastodon.social": "Mastodon",
    "kaskus.co.id": "Kaskus",
    "quora.com": "Quora",
    "medium.com": "Medium",
    "mail.google.com": "Gmail",
    "outlook.live.com": "Outlook",
    "outlook.office.com": "Outlook",
    "outlook.office365.com": "Outlook",
    "mail.yahoo.com": "Yahoo Mail",
    "bing.com": "Bing",
    "duckduckgo.com": "DuckDuckGo",
    "yahoo.com": "Yahoo",
    "yandex.ru": "Yandex",
    "ecosia.org": "Ecosia",
    "chatgpt.com": "ChatGPT",
    "perplexity.ai": "Perplexity",
}
#: Android packages, as the referrer android-app://PACKAGE/ names them.
PACKAGES: dict[str, str] = {
    "com.instagram.android": "Instagram",
    "com.facebook.katana": "Facebook",
    "com.facebook.lite": "Facebook",
    "com.facebook.orca": "Messenger",
    "com.instagram.barcelona": "Threads",
    "com.twitter.android": "X",
    "com.linkedin.android": "LinkedIn",
    "com.whatsapp": "WhatsApp",
    "com.whatsapp.w4b": "WhatsApp",
    "org.telegram.messenger": "Telegram",
    "org.telegram.plus": "Telegram",
    "com.zhiliaoapp.musically": "TikTok",
    "com.ss.android.ugc.trill": "TikTok",
    "jp.naver.line.android": "LINE",
    "com.google.android.youtube": "YouTube",
    "com.google.android.gm": "Gmail",
    "com.google.android.googlequicksearchbox": "Google",
    "com.microsoft.office.outlook": "Outlook",
    "com.microsoft.teams": "Teams",
    "com.slack": "Slack",
    "com.discord": "Discord",
    "com.reddit.frontpage": "Reddit",
    "com.pinterest": "Pinterest",
    "com.snapchat.android": "Snapchat",
}
MAX_HOST = 100


def referrer_host(header: str) -> str:
    """The host (or Android package) of a referrer, without path and parameters; empty when there is none."""
    try:
        host = urlsplit(header.strip()).hostname or ""
    except ValueError:
        return ""
    host = "".join(sign for sign in host.lower() if sign.isprintable())
    return host.removeprefix("www.")[:MAX_HOST]


def name_of(host: str) -> str:
    """The service behind a host: Instagram for l.instagram.com; the host itself where no name is known."""
    if host in PACKAGES:
        return PACKAGES[host]
    labels = host.split(".")
    for start in range(len(labels) - 1):
        found = HOSTS.get(".".join(labels[start:]))
        if found:
            return found
    if "google" in labels[:-1]:
        return "Google"
    return host


def source_of(*, referrer: str, app: str, qr: bool = False) -> str:
    """One word for where somebody came from: a scanned code, the referrer, the app's own browser, else direct."""
    if qr:
        return QR
    host = referrer_host(referrer) if "/" in referrer else referrer
    return name_of(host) if host else app or DIRECT
