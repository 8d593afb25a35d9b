"""What people in the demo say about what was found: the person in a reply, reviewers in their reasons."""

from random import Random

from digitroops.screening.models import Audit, Finding

CARELESS = {"misinformation", "undisclosed_ad", "gambling", "personal_data", "political", "substances"}
EXPLAINED = {
    "employer": "Saya sedang lelah ketika menulisnya. Masalahnya sudah dibicarakan baik-baik dengan atasan.",
    "misinformation": "Waktu itu saya ikut menyebarkan tanpa memeriksa. Sekarang saya tahu kabarnya keliru.",
    "gambling": "Akun saya sempat dibajak malam itu. Paginya sudah saya ambil lagi dan sandinya saya ganti.",
    "undisclosed_ad": "Saya dapat kode dari teman dan belum tahu bahwa iklan perlu diberi keterangan.",
    "personal_data": "Itu nomor usaha keluarga yang memang dibagikan. Sekarang sudah tidak dipakai.",
    "political": "Waktu itu saya membantu tetangga yang mencalonkan diri. Sejak di sini saya menahan diri.",
    "substances": "Itu acara teman semasa kuliah. Saya sendiri sudah lama tidak merokok.",
}
IN_ANGER = (
    "Itu saya tulis saat emosi dan sudah lama sekali. Saya tidak bangga dengan kata-katanya, dan malam itu juga saya "
    "minta maaf.",
    "Tulisan itu bercanda dengan teman dekat, tetapi saya paham orang lain bisa membacanya berbeda.",
)
DISPUTED = "Menurut saya ini salah baca: kalimat itu tidak ditujukan kepada siapa pun. Mohon dibaca bersama unggahan sesudahnya."
DELETED = ("", "Sudah saya hapus, juga dari sorotan.")

CLEAR = (
    "Sudah lama, sudah meminta maaf, dan tidak berulang.",
    "Nada sehari-hari, tidak menyerang siapa pun.",
    "Penjelasannya jujur. Tidak ada yang menghalangi.",
)
CLEAR_OF_NOTHING = (
    "Tidak ada yang ditandai, dan unggahan di sekitarnya pun wajar.",
    "Saya sependapat, tidak ada yang perlu dibahas.",
    "Unggahannya keseharian saja. Silakan lanjut.",
)
COACH = {
    "careless": (
        "Niatnya baik. Perlu dibahas cara memeriksa kabar sebelum membagikannya.",
        "Setuju lanjut, setelah berbincang tentang apa yang patut diperiksa sebelum diunggah.",
    ),
    "employer": (
        "Keluhannya dapat dimengerti. Bahas ke mana keluhan kerja sebaiknya dibawa.",
        "Setuju lanjut, setelah berbincang tentang keluhan kerja di ruang publik.",
    ),
    "": (
        "Beberapa kalimat akan dibaca orang lain secara berbeda. Bahas sebentar, lalu lanjut.",
        "Nadanya perlu dibahas bersama, selebihnya tidak ada yang menghalangi.",
    ),
}
NOT_NOW = (
    "Masih baru dan beberapa kali. Ajak bicara, lalu undang lagi pada panggilan berikutnya.",
    "Beberapa unggahan tahun ini menyerang orang. Beri waktu, lalu baca lagi pada panggilan berikutnya.",
)
TALK_FIRST = (
    "Unggahannya baru dan dibaca banyak orang. Bicarakan dulu dengan yang bersangkutan sebelum lanjut.",
    "Sebaiknya berbincang dulu tentang iklan tanpa keterangan, baru lanjut seperti biasa.",
)
ESCALATE = ("Saya ragu membaca candaan ini. Mohon dibaca rekan yang lebih mengenal percakapan daerah itu.",)


def explanation_of(random: Random, finding: Finding) -> str:
    """What the person says about it, fitting to what it is."""
    return EXPLAINED.get(finding.category) or random.choice(IN_ANGER)


def reasons_for(audit: Audit, decision: str) -> tuple[str, ...]:
    """What reviewers write under a decision, fitting to what the case holds."""
    worst = audit.findings.first()
    if decision == "clear":
        return CLEAR if worst else CLEAR_OF_NOTHING
    if decision == "coach":
        kind = worst.category if worst else ""
        return COACH["careless" if kind in CARELESS else kind if kind in COACH else ""]
    if decision == "not_now":
        return TALK_FIRST if audit.purpose == Audit.Purpose.WATCH else NOT_NOW
    return ESCALATE
