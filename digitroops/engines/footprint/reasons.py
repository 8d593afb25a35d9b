"""Reasons in words: a finding's machine key and parameters, rendered in Indonesian or English."""

from collections import defaultdict
from dataclasses import replace

from digitroops.engines.footprint.categories import CATEGORIES
from digitroops.engines.footprint.findings import Finding, Reason

_NOTES = {
    "negated": {"id": "ada kata penyangkal", "en": "a negation stands beside it"},
    "counter": {"id": "mungkin justru menentang ujaran seperti itu", "en": "it may speak against such words"},
    "quoted": {"id": "berada di dalam kutipan", "en": "it stands in a quotation"},
    "reported": {"id": "mungkin menirukan ucapan orang lain", "en": "it may repeat somebody else's words"},
    "attributed": {"id": "mungkin menirukan ucapan orang lain", "en": "it may repeat somebody else's words"},
    "news": {"id": "bernada berita", "en": "it reads like a news report"},
    "joke": {"id": "mungkin bercanda", "en": "it may be a joke"},
    "friend": {"id": "mungkin kepada teman", "en": "it may be said to a friend"},
    "lyric": {"id": "mungkin lirik lagu", "en": "it may be a lyric"},
    "self": {"id": "tentang diri sendiri", "en": "it is about the writer"},
    "praise": {"id": "di samping pujian", "en": "it stands beside praise"},
    "old": {"id": "unggahan lama", "en": "the post is old"},
    "young": {"id": "ditulis sebelum usia 18 tahun", "en": "it was written before the age of 18"},
}
_MODEL = {
    "id": "Susunan katanya mirip unggahan yang pernah ditandai; kata yang paling berpengaruh: {words}.",
    "en": "The wording resembles posts that were marked before; the words that weighed most: {words}.",
}
#: A longer quotation says less than the words as the engine reads them.
_LONGEST_QUOTE = 120
_LOWERED = {"id": " Bobotnya diturunkan: {notes}.", "en": " It weighs less: {notes}."}


def category_title(name: str, language: str) -> str:
    """Return the title of a category in `id` or `en`."""
    return CATEGORIES[name].titles[_known(language)]


def reason_text(finding: Finding, language: str = "id", text: str = "") -> str:
    """Return the reason of a finding as a sentence in `id` or `en`.

    With the text that was scanned it quotes the words as they were written; where they were written in disguise
    the words as the engine reads them say more and stay.
    """
    language = _known(language)
    finding = _quoting(finding, text)
    category, _, key = finding.reason.key.partition(".")
    texts = _MODEL if key == "model" else CATEGORIES[category].reasons[key]
    said = texts[language].format_map(defaultdict(str, finding.reason.parameters))
    correction = finding.reason.parameters.get("correction")
    if correction:
        said += f" {correction}"
    notes = [
        _NOTES[name][language]
        for name in finding.reason.parameters.get("contexts", "").split(",")
        if name in _NOTES
    ]
    return said + (_LOWERED[language].format(notes=", ".join(notes)) if notes else "")


def _quoting(finding: Finding, text: str) -> Finding:
    names = [item.name for item in finding.evidence if item.kind == "word"]
    written = " ".join(text[slice(*finding.span)].split())
    disguised = any(name.endswith(")") for name in names)
    if not names or not written or disguised or len(written) > _LONGEST_QUOTE:
        return finding
    parameters = {**finding.reason.parameters, "words": written}
    return replace(finding, reason=Reason(finding.reason.key, parameters))


def _known(language: str) -> str:
    return "id" if language.lower().startswith("id") else "en"
