"""The words that give a part of a story away, in Indonesian and English."""

import re


def either(*alternatives: str, before: str = r"\b", after: str = "") -> re.Pattern[str]:
    """A pattern for any of some patterns, letter case aside."""
    return re.compile(f"{before}(?:{'|'.join(alternatives)}){after}", re.IGNORECASE)


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


FIRST_PERSON = words("saya aku gue gua gw kami kita ku i me my we our us mine myself")
NOT_MINE = words(
    "perilaku berlaku pelaku terpaku terbuka pengaku mengaku pembeku membeku kelaku selaku sebaku"
)
TURN = words(
    "tapi tetapi namun ternyata karena sebab sadar menyadari akhirnya kenapa mengapa awalnya dulu sejak"
    " but because realised realized turned finally why until then suddenly however"
)

NAMED = either(
    r"(?:bu|ibu|pak|bapak|mbak|mas|kak|kang|teh|bang|dik|dokter|suster)\s+(?-i:[A-Z])\w+",
    r"(?:dr|mr|mrs|ms)\.?\s+(?-i:[A-Z])\w+",
)
PLACE = either(
    r"(?:di|ke|dari|at|in|from)\s+(?-i:[A-Z])\w+",
    r"(?:di|ke|dari)\s+(?:ruang|lab|pabrik|kantor|gedung|desa|rumah|pasar|puskesmas|sekolah|gudang|kantin|posyandu)\w*",
)
TIME = either(
    r"kemarin|semalam|minggu lalu|bulan lalu|tahun (?:lalu|\d{4})",
    r"tadi (?:pagi|siang|sore|malam)|pagi (?:ini|itu)|pukul \d+|jam \d+",
    r"senin|selasa|rabu|kamis|jumat|sabtu",
    r"yesterday|this morning|last (?:week|month|year|night)",
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    r"\d{1,2} (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)",
    r"\d{1,2} (?:january|february|march|may|june|july|august|october|december)",
    after=r"\b",
)
SPEECH = re.compile(r"[\"“].{3,}?[\"”]", re.DOTALL)
INVITATION = either(
    r"yuk|ayo|mari|coba(?:lah)?|ceritakan|cerita(?:in)? (?:dong|yuk)|tulis(?:kan)? di kolom|komentar",
    r"bagikan|kunjungi|daftar|tanya(?:kan)?|simpan|cek|baca|pendapat (?:kamu|anda)|menurut (?:kamu|anda|kalian)",
    r"tell (?:me|us)|let me know|share your|join|visit|ask (?:me|us)|read|sign up|what do you",
    after=r"\b",
)
FORMULA = either(
    r"dalam rangka|sehubungan dengan|dengan bangga|kami (?:dengan )?bangga|dengan ini|pt\.? \w+",
    r"(?:halo|hai) semua\w*|selamat (?:pagi|siang|sore|malam)\b|assalamu\W?alaikum",
    r"(?:we are|i am|i'm|we're) (?:proud|pleased|excited|thrilled)|(?:hello|hi) (?:everyone|all)\b",
    before=r"^\W*",
)
SOURCE = either(
    r"menurut (?!kamu|anda|kalian|saya|aku)|sumber|berdasarkan|data (?:dari )?|laporan|riset|penelitian|survei",
    r"kata (?:dr|dokter|pak|bu|prof)|according to|source|report|study|survey|research",
    r"(?-i:WHO|BPS|Kemenkes|BPOM|UNICEF)",
)
CLAIM = either(
    r"\d[\d.,]*\s*(?:%|persen|percent|ribu|juta|miliar|triliun|thousand|million|billion|kali lipat|times)",
    r"\d[\d.,]*\s*(?:dosis|doses|negara|countries|orang|people|anak|children|pasien|patients|kasus|cases)",
    r"\d{1,3}(?:[.,]\d{3})+",
    after=r"(?!\w)",
)
DISCLOSED = either(
    r"\b(?:saya|aku|gue|gw|kami) (?:be)?kerja (?:di|untuk|sebagai)",
    r"\b(?:tempat|kantor|perusahaan) (?:saya|aku|kami|kita|gue)\b|\b(?:kantor|perusahaan|pekerjaan|pabrik|lab)ku\b",
    r"\bsebagai (?:karyawan|pegawai)|\bkaryawan (?:di|pt)",
    r"\bI work (?:at|for)\b|\bmy (?:employer|company|workplace|colleagues)\b|\bas an employee",
    r"#(?:employee|karyawan|pegawai|iklan|ad\b|kerjasama|digitroops|insan|lifeat)\w*",
    before="",
)
JARGON = {
    "akselerasi": "percepatan",
    "empowering": "memampukan",
    "end-to-end": "dari awal sampai akhir",
    "excellence": "hasil terbaik",
    "facilitate": "help",
    "holistik": "menyeluruh",
    "implementasi": "penerapan",
    "komprehensif": "menyeluruh",
    "leverage": "memanfaatkan",
    "mengimplementasikan": "menerapkan",
    "optimalisasi": "membuat lebih baik",
    "sinergi": "kerja sama",
    "sinergitas": "kerja sama",
    "stakeholder": "pihak yang terlibat",
    "stakeholders": "pihak yang terlibat",
    "sustainability": "keberlanjutan",
    "synergy": "working together",
    "utilise": "use",
    "utilize": "use",
    "world-class": "kelas dunia",
}
