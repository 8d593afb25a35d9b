import pytest

from digitroops.engines.clicks import MACHINES, RULE, Facts, Kind, clean, judge, judge_agent
from tests.engines.clicks import sample

ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile "
    "Safari/537.36"
)
CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 "
    "Safari/537.36"
)
#: The cases at which the peers were measured; the repeat is decided by the visitor's hash (tests/links).
CASES = {
    "Chrome": (Facts(CHROME), True),
    "iPhone, Instagram": (
        Facts(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; id_ID; id; scale=3.00; 1170x2532; 602)"
        ),
        True,
    ),
    "VK for Android": (
        Facts(
            "Mozilla/5.0 (Linux; Android 13; SM-A546E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 VKAndroidApp/8.56-18045"
        ),
        True,
    ),
    "Yandex browser": (
        Facts(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0 YaBrowser/24.4 Safari/537.36"
        ),
        True,
    ),
    "HEAD": (Facts(CHROME, method="HEAD"), False),
    "prefetch": (Facts(CHROME, purpose="prefetch;prerender"), False),
    "empty": (Facts(""), False),
    "LinkedInBot": (
        Facts("LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)"),
        False,
    ),
    "TelegramBot": (Facts("TelegramBot (like TwitterBot)"), False),
    "WhatsApp": (Facts("WhatsApp/2.23.20.0 A"), False),
    "facebookexternalhit": (
        Facts("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"),
        False,
    ),
    "meta-externalagent": (
        Facts("meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)"),
        False,
    ),
    "vkShare": (Facts("Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)"), False),
    "OdklBot": (Facts("Mozilla/5.0 (compatible; OdklBot/1.0 like Linux; klass@odnoklassniki.ru)"), False),
    "Slackbot": (Facts("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"), False),
    "SkypeUriPreview": (
        Facts(
            "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com"
        ),
        False,
    ),
    "Viber": (Facts("Viber/13.3.0.5 CFNetwork/1121.2.2 Darwin/19.3.0"), False),
    "Mastodon": (Facts("Mastodon/4.2.8 (http.rb/5.1.1; +https://mastodon.example/)"), False),
    "YandexBot": (Facts("Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)"), False),
    "Mail.RU_Bot": (
        Facts("Mozilla/5.0 (compatible; Linux x86_64; Mail.RU_Bot/2.0; +http://go.mail.ru/help/robots)"),
        False,
    ),
    "Googlebot": (Facts("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"), False),
    "curl": (Facts("curl/8.5.0"), False),
    "python-requests": (Facts("python-requests/2.32.3"), False),
    "Go-http-client": (Facts("Go-http-client/2.0"), False),
    "HeadlessChrome": (
        Facts(
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/124.0.0.0 Safari/537.36"
        ),
        False,
    ),
    "GPTBot": (
        Facts(
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)"
        ),
        False,
    ),
    "Bluesky cardyb": (
        Facts("Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)"),
        False,
    ),
    "iframely": (Facts("Iframely/1.3.1 (+https://iframely.com/docs/about)"), False),
    "Discordbot": (Facts("Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"), False),
}


@pytest.mark.parametrize("case", CASES)
def test_judge_has_every_case_of_the_peers_right(case):
    facts, is_person = CASES[case]
    assert (judge(facts).verdict is Kind.PERSON) is is_person


def test_judge_calls_at_most_one_person_in_a_hundred_a_machine():
    wrong = [agent for agent in sample.PEOPLE if judge_agent(agent.text).verdict in MACHINES]
    assert len(sample.SAMPLE) >= 300
    assert sum(bool(agent.name) for agent in sample.PEOPLE) >= len(sample.PEOPLE) / 2
    assert len(wrong) <= len(sample.PEOPLE) / 100, wrong


@pytest.mark.parametrize("agent", sample.MACHINES, ids=lambda agent: f"{agent.kind} {agent.name}")
def test_judge_names_every_machine_of_the_sample(agent):
    found = judge_agent(agent.text)
    assert (found.verdict, found.reason) == (agent.kind, agent.name)


@pytest.mark.parametrize(
    ("facts", "kind", "reason"),
    [
        (Facts(ANDROID, purpose="prefetch;anonymous-client-ip"), "prefetch", "prefetch"),
        (Facts(ANDROID, purpose="preview"), "prefetch", "preview"),
        (Facts(ANDROID, dest="image"), "prefetch", "part-image"),
        (Facts(ANDROID, dest="document"), "person", ""),
        (Facts(ANDROID, own=True), "own", ""),
        (Facts(ANDROID, hosting=True), "hosting", ""),
        (Facts(ANDROID, own=True, hosting=True), "own", ""),
        (Facts("Twitterbot/1.0", method="HEAD", own=True), "preview", "x"),
        (Facts(" \x00\r\n"), "empty", ""),
    ],
)
def test_judge_reads_method_headers_and_marks(facts, kind, reason):
    found = judge(facts)
    assert (found.verdict, found.reason, found.rule) == (kind, reason, RULE)


def test_judge_survives_what_no_header_should_hold():
    wild = "Mozilla/5.0 \udcff\x00\r\n" + "(" * 9000
    assert judge(Facts(wild, purpose="\udcff" * 9000)).verdict in MACHINES | {Kind.PERSON}
    assert len(clean(wild)) <= 300


def test_every_kind_fits_the_column():
    assert max(len(kind) for kind in Kind) <= 8
