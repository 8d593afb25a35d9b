"""Undisclosed advertising: praise with a code, a link, free goods or a call to order, and no word that it is an ad.

Praise alone is an opinion and a price alone is a fact; what is looked for is the pair of a thing or its praise with
what only an advertiser has: a code of one's own, a place to buy, goods that were sent, an offer that ends. Whoever says
that it is an ad, that the money was their own or that the shop is theirs is left alone.
"""

from digitroops.engines.footprint.rules import Category, Example, Rule

_OPEN = "disclose ownbiz gamble adhelp"
_LINKED, _SENT = f"{_OPEN} adinfo", f"{_OPEN} kin"
_WIDE = 60


def _ad(key: str, pattern: str, confidence: float, reason: str = "promotion", unless: str = _OPEN) -> Rule:
    """Make a rule that an open word anywhere in the text silences, also between its steps."""
    barred = unless.replace(" ", "|")
    steps = (_barred(step, barred) if step[0] == "~" else step for step in pattern.split())
    return Rule(key, " ".join(steps), 1, confidence, unless, _WIDE, reason=reason)


def _barred(gap: str, barred: str) -> str:
    return f"{gap}|{barred}" if "/" in gap else f"{gap}/{barred}"


CATEGORY = Category(
    name="undisclosed_ad",
    titles={"id": "Iklan tanpa keterangan", "en": "Undisclosed advertising"},
    reasons={
        "promotion": {
            "id": "Mungkin mempromosikan produk tanpa keterangan iklan: {words}.",
            "en": "May promote a product without saying that it is an advertisement: {words}.",
        },
        "code": {
            "id": "Mungkin membagikan kode atau tautan promosi tanpa keterangan iklan: {words}.",
            "en": "May share a promotion code or link without saying that it is an advertisement: {words}.",
        },
        "gift": {
            "id": "Mungkin memuji barang atau layanan cuma-cuma tanpa keterangan iklan: {words}.",
            "en": "May praise free goods or services without saying that it is an advertisement: {words}.",
        },
        "term": {
            "id": "Memuat istilah yang ditetapkan tim: {words}.",
            "en": "Contains a term the team listed: {words}.",
        },
    },
    rules=(
        _ad("cue", "adcue ~~12 adpraise|adcue|link|mention", 0.65, "promotion", f"{_LINKED} neg"),
        _ad("praised", "adpraise|mention ~~12 adcue", 0.65, "promotion", f"{_LINKED} neg"),
        _ad("code", "adcode ~~6 adgain", 0.7),
        _ad("code_gain", "adgain ~~6 adcode ~2 unknown|number", 0.65, "code"),
        _ad("code_praised", "adpraise|goods ~~14 adcode ~1 unknown", 0.65, "code"),
        _ad("own_link", "myref ~~12 adgain|adbuy|adpraise|goods", 0.7, "code"),
        _ad("own_link_last", "adgain|adbuy|adpraise|goods ~~14 myref", 0.7, "code"),
        _ad("link", "adpraise|goods|adprice|adcall ~~16 adlink", 0.65, "code", _LINKED),
        _ad("link_first", "adlink ~~12 adpraise|goods|adprice|adcall|adgain", 0.65, "code", _LINKED),
        _ad("link_place", "adpraise|goods|adprice|adgain ~~16 linkword ~4 bioplace", 0.65, "code", _LINKED),
        _ad("url_first", "link ~~6 adcall", 0.6, "code", _LINKED),
        _ad("gift", "<!kin gifted ~~14 adpraise|adcall", 0.65),
        _ad("gift_last", "adpraise|goods ~~14 <!kin gifted", 0.65, "gift"),
        _ad("sent", "gift ~3 mention|unknown ~~12 adpraise|adcall", 0.6, "gift", _SENT),
        _ad("sent_by", "mention ~4 gift ~~12 adpraise|adcall", 0.6, "gift", _SENT),
        _ad("call", "adpraise|goods|adprice|adgain ~~14 adcall", 0.6, "promotion", _LINKED),
        _ad("call_first", "adcall ~~8 goods|adprice|adgain|mention|adcall", 0.55, "promotion", _LINKED),
        _ad("order", "adpraise ~~14 adorder", 0.55, "promotion"),
        _ad("order_gain", "adorder ~~8 adgain", 0.6, "code"),
        _ad("say_gain", "adsay ~2 unknown ~~4 adgain", 0.6, "code"),
        _ad("say_name", "adpraise|goods ~~20 adsay ~6/neg adgain", 0.6, "code"),
        _ad("code_price", "adcode ~~6 adprice", 0.6, "code"),
        _ad("result", "number adkilo ~~12 adorder|adcode|myref|adlink|adcall", 0.6),
        _ad("find", "adpraise|goods ~~14 adfind ~3 adshop", 0.6, "promotion", _LINKED),
        _ad(
            "forbidden",
            "adpraise|gift|gifted|adgain|goods ~~14 forbidad|paidsecret ~3 adword",
            0.7,
            "gift",
            "ownbiz",
        ),
        _ad("paid", "adpraise|goods|notad ~~24 paidsecret", 0.7, "promotion", "ownbiz"),
        _ad(
            "denied",
            "notad ~~16 adlink|adcode|myref|adcall|gifted|adorder",
            0.7,
            "promotion",
            "disclose ownbiz",
        ),
    ),
    contexts={"counter": 1},
    examples=(
        Example("skincare ini bagus banget, pakai kode AYU10, link di bio", "id", True),
        Example("skincare ini bagus banget, pakai kode AYU10 #iklan", "id", False),
        Example("bukan endorse kok, tapi panci ini awet banget, buruan checkout", "id", True),
        Example("pancinya awet, beli sendiri dua tahun lalu", "id", False),
        Example("they sent me this blender and it is perfect, grab yours", "en", True),
        Example("my sister sent me this blender, it is perfect", "en", False),
        Example("sambele enak tenan, pesen liwat linkku ya lur", "jv", True),
        Example("sambele ibu enak tenan, dodolanku dhewe", "jv", False),
    ),
)
