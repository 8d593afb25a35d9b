"""Advice on a draft: what was seen, where, how much it matters, and the sentence in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from digitroops.engines.measure import Text
from digitroops.engines.story.words import Span

Kind = Literal[
    "own_words", "length", "hook", "person", "detail", "source", "invitation", "reading", "disclosure", "turn"
]
Severity = Literal["good", "hint", "important"]


@dataclass(frozen=True, slots=True)
class Advice:
    """One remark on a draft. `span` is the place it speaks of, None the whole text. Never a score of a person."""

    kind: Kind
    span: Span | None
    severity: Severity
    reason: str
    parameters: Mapping[str, str | int] = field(default_factory=dict)


REASONS: dict[str, Text] = {
    "copied": Text(
        "Ini hampir sama dengan takarir yang disediakan. Ceritakan dengan kata-kata Anda sendiri: "
        "pengikut percaya pada Anda.",
        "This is nearly the supplied caption. Tell it in your own words: your followers trust you.",
    ),
    "close": Text(
        "{percent} % mirip dengan takarir yang disediakan. Tambahkan satu hal yang hanya Anda tahu.",
        "{percent} % like the supplied caption. Add one thing that only you know.",
    ),
    "repeats": Text(
        "{words} kata berturut-turut ini sama dengan takarir yang disediakan. Coba tulis ulang bagian ini.",
        "These {words} words in a row are those of the supplied caption. Try to rewrite this part.",
    ),
    "team_copy": Text(
        "Seorang rekan sudah memakai kata-kata yang hampir sama. Ubah agar tim tidak terlihat menyalin.",
        "A colleague has already used nearly the same words. Change them, so that the team does not look copied.",
    ),
    "own_words": Text("Ini kata-kata Anda sendiri.", "These are your own words."),
    "too_long": Text(
        "{length} karakter; {platform} menerima {most}. Pendekkan {over} karakter.",
        "{length} characters; {platform} takes {most}. Cut {over} characters.",
    ),
    "too_short": Text(
        "Baru {words} kata. Tambahkan apa yang Anda lihat, lakukan, atau rasakan.",
        "Only {words} words. Add what you saw, did or felt.",
    ),
    "many_hashtags": Text(
        "{number} tagar. Di {platform}, {most} sudah cukup.",
        "{number} hashtags. On {platform}, {most} are enough.",
    ),
    "formula": Text(
        "Pembukanya seperti siaran pers. Mulai dengan kejadian, orang, atau pertanyaan.",
        "This opening sounds like a press release. Start with what happened, a person or a question.",
    ),
    "late_hook": Text(
        "Kalimat pertama terpotong di {platform}: hanya sekitar {shown} karakter yang terlihat. "
        "Taruh yang paling menarik di depan.",
        "The first sentence is cut off on {platform}: only about {shown} characters are seen. Put the best part first.",
    ),
    "good_hook": Text("Pembuka Anda singkat dan langsung.", "Your opening is short and direct."),
    "no_person": Text(
        "Belum ada orang dalam cerita ini. Siapa yang mengalaminya: Anda, rekan, atau orang yang terbantu?",
        "There is nobody in this story yet. Who lived it: you, a colleague, somebody who was helped?",
    ),
    "has_person": Text("Ada orang dalam cerita ini.", "There is a person in this story."),
    "no_detail": Text(
        "Belum ada hal konkret. Sebutkan tempat, waktu, atau ucapan yang dapat dibayangkan pembaca.",
        "Nothing concrete yet. Name a place, a time or a quote that readers can picture.",
    ),
    "has_detail": Text("Hal konkret membuat cerita ini hidup.", "Concrete details bring this story to life."),
    "no_source": Text(
        "“{claim}” adalah klaim. Sebutkan sumbernya atau tautkan faktanya dari arahan.",
        "“{claim}” is a claim. Name its source, or link the fact from the brief.",
    ),
    "no_invitation": Text(
        "Akhiri dengan pertanyaan atau ajakan, supaya pembaca ikut bicara.",
        "End with a question or an invitation, so that readers join in.",
    ),
    "has_invitation": Text("Anda mengajak pembaca ikut bicara.", "You invite readers to join in."),
    "long_sentence": Text(
        "Kalimat ini {words} kata. Bagi menjadi dua.", "This sentence has {words} words. Make it two."
    ),
    "long_sentences": Text(
        "Kalimat Anda lebih panjang daripada {percent} % unggahan biasa. Pendekkan beberapa.",
        "Your sentences are longer than those of {percent} % of plain posts. Shorten some.",
    ),
    "long_words": Text(
        "Kata-kata Anda lebih panjang daripada {percent} % unggahan biasa. Pakai kata sehari-hari.",
        "Your words are longer than those of {percent} % of plain posts. Use everyday words.",
    ),
    "passive": Text(
        "Banyak kata kerja pasif (di-). Sebutkan siapa yang melakukannya.",
        "Many passive verbs. Say who did it.",
    ),
    "jargon": Text("“{word}” terdengar resmi. Coba: {plain}.", "“{word}” sounds official. Try: {plain}."),
    "shouting": Text("Huruf besar semua terasa seperti teriakan.", "All capitals read like shouting."),
    "no_disclosure": Text(
        "Beri tahu bahwa Anda bekerja di sini: #karyawan atau “saya bekerja di {employer}”. Pembaca berhak tahu.",
        "Say that you work here: #employee or “I work at {employer}”. Readers have a right to know.",
    ),
    "disclosed": Text("Pembaca tahu bahwa Anda bekerja di sini.", "Readers know that you work here."),
    "no_turn": Text(
        "Apa yang berubah? Cerita mengikat bila ada kejutan, hambatan, atau hal yang Anda sadari.",
        "What changed? A story holds when there is a surprise, an obstacle or something you came to see.",
    ),
}


def reason_text(advice: Advice, language: str) -> str:
    """The advice as a sentence."""
    return REASONS[advice.reason].of(language).format(**advice.parameters)
