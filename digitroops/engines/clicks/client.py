"""What a person came with: device, browser, system and language. Headers in, short words out."""

import re
from dataclasses import dataclass
from functools import lru_cache

from digitroops.engines.clicks.apps import app_of
from digitroops.engines.clicks.patterns import first_of

#: The first that fits; an Android that does not say "mobile" is a tablet.
DEVICES: tuple[tuple[str, str], ...] = (
    (
        "tv",
        r"smart-?tv|tizen.*tv|web0s|webos.tv|android tv|googletv|bravia|appletv|hbbtv|roku|aft[a-z]+ build|crkey",
    ),
    ("tablet", r"ipad|tablet|\btab\b|sm-[tx]\d|kindle|silk/|playbook"),
    (
        "phone",
        r"mobile|iphone|ipod|opera mini|ucweb|nokia|blackberry|samsung-|windows phone|kaios",
    ),
    ("tablet", r"android"),
)
#: The first that fits; those that others imitate stand last.
BROWSERS: tuple[tuple[str, str], ...] = (
    ("Samsung Internet", r"samsungbrowser/"),
    ("Opera", r"\bopr/|opera mini|opera mobi|opios/|\bopt/|opx/|\bopera\b"),
    ("Edge", r"\bedg(e|a|ios)?/"),
    ("UC Browser", r"ucbrowser|ucweb|ubrowser"),
    ("MIUI Browser", r"miuibrowser|mibrowser"),
    ("Vivo Browser", r"vivobrowser"),
    ("HeyTap Browser", r"heytapbrowser|oppobrowser|realmebrowser"),
    ("Huawei Browser", r"huaweibrowser"),
    ("Phoenix", r"\bphx/|phoenixbrowser"),
    ("Yandex", r"yabrowser/|yasearch"),
    ("DuckDuckGo", r"duckduckgo/|\bddg/"),
    ("Vivaldi", r"vivaldi/"),
    ("Brave", r"\bbrave/"),
    ("QQ Browser", r"mqqbrowser|qqbrowser"),
    ("Puffin", r"puffin/"),
    ("Silk", r"silk/"),
    ("Whale", r"whale/"),
    ("Firefox", r"firefox/|fxios/|focus/|seamonkey/"),
    ("Chrome", r"chrome/|crios/|chromium/"),
    ("Internet Explorer", r"msie |trident/"),
    ("Safari", r"version/[\d.]+.*safari/|applewebkit.*mobile/\w+|safari/"),
)
SYSTEMS: tuple[tuple[str, str], ...] = (
    ("Windows Phone", r"windows phone"),
    ("HarmonyOS", r"harmonyos|openharmony|arkweb"),
    ("KaiOS", r"kaios"),
    ("Tizen", r"tizen"),
    ("iOS", r"iphone|ipad|ipod|\bios\b"),
    ("Android", r"android|adr "),
    ("Windows", r"windows"),
    ("ChromeOS", r"\bcros\b"),
    ("macOS", r"macintosh|mac os x"),
    ("Linux", r"linux|x11|freebsd|openbsd"),
)
_LANGUAGE = re.compile(r"\s*([a-z]{2,3})(?=[-_,;\s]|$)", re.IGNORECASE)
_OLD_LANGUAGES = {"in": "id", "jw": "jv", "iw": "he"}


@dataclass(frozen=True, slots=True)
class Client:
    """Words for one agent; each is empty where the agent does not say."""

    device: str = ""
    browser: str = ""
    system: str = ""
    app: str = ""


def _first(table: tuple[tuple[str, str], ...], agent: str) -> str:
    place = first_of(tuple(pattern for _name, pattern in table), agent)
    return "" if place is None else table[place][0]


def device_of(agent: str) -> str:
    """phone, tablet, tv or desktop; empty for an empty agent."""
    return (_first(DEVICES, agent) or "desktop") if agent else ""


@lru_cache(maxsize=16384)
def client_of(agent: str) -> Client:
    """Device, browser, system and the app whose browser it is. Remembered by agent."""
    if not agent:
        return Client()
    app = app_of(agent)
    return Client(
        device=device_of(agent),
        browser=_first(BROWSERS, agent),
        system=_first(SYSTEMS, agent),
        app=app,
    )


def language_of(header: str) -> str:
    """The language asked for first, as two or three letters: id for `id-ID,id;q=0.9,en;q=0.8`."""
    found = _LANGUAGE.match(header)
    code = found[1].lower() if found else ""
    return _OLD_LANGUAGES.get(code, code)
