"""Reasons of verdicts in words for readers: the machine's own name, or what gave it away."""

from django.utils.translation import gettext as _

#: Names that are not simply written with capitals.
NAMES = {
    "aws": "AWS",
    "coccoc": "Cốc Cốc",
    "curl": "curl",
    "dotnet": ".NET",
    "duckduckgo": "DuckDuckGo",
    "facebook": "Facebook",
    "fireeye": "FireEye",
    "headless-chrome": "Headless Chrome",
    "imessage": "iMessage",
    "imo": "imo",
    "kakaotalk": "KakaoTalk",
    "linkedin": "LinkedIn",
    "mail-ru": "Mail.ru",
    "michat": "MiChat",
    "microsoft-safelinks": "Microsoft Safe Links",
    "node": "Node.js",
    "ok": "Odnoklassniki",
    "okhttp": "OkHttp",
    "openai": "OpenAI",
    "opengraph": "OpenGraph",
    "phantomjs": "PhantomJS",
    "php": "PHP",
    "teams": "Microsoft Teams",
    "tiktok": "TikTok",
    "uptimerobot": "UptimeRobot",
    "urlscan": "urlscan.io",
    "virustotal": "VirusTotal",
    "vk": "VK",
    "wechat": "WeChat",
    "wget": "wget",
    "whatsapp": "WhatsApp",
}


def reason_name(reason: str) -> str:
    """The name of a reason code; empty for none."""
    kind, _dash, number = reason.partition("-")
    if kind == "links" and number.isdecimal():
        return _("one browser at more than %(n)s links within seconds") % {"n": number}
    if kind == "hits" and number.isdecimal():
        return _("more than %(n)s arrivals within seconds") % {"n": number}
    if reason == "names-itself":
        return _("an agent that says it is a program")
    if reason == "no-browser":
        return _("an agent that no browser sends")
    return NAMES.get(reason) or " ".join(word[:1].upper() + word[1:] for word in reason.split("-"))
