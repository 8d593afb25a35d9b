"""A finished incident and a drill, with what was said, who acknowledged, and what was learned."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from digitroops.audit.actions import record
from digitroops.crisis.models import Acknowledgement, Claim, Incident, Sighting, Statement
from digitroops.demo.moments import clock, happened
from digitroops.demo.people import Cast
from digitroops.programme.models import Member, Programme


@dataclass(frozen=True)
class CrisisText:
    title: str
    kind: str
    instruction: str
    severity: int
    back: int
    hours: float
    answered: int
    steps: tuple[str, ...]
    statements: tuple[str, ...]
    claims: tuple[tuple[str, str, str, str], ...]
    sightings: tuple[str, ...]
    lessons: str


INCIDENT = CrisisText(
    title="Kabar keliru soal vaksin beku di Pelabuhan Tirta",
    kind=Incident.Kind.REAL,
    instruction=Incident.Instruction.STATEMENT,
    severity=3,
    back=26,
    hours=31.5,
    answered=20,
    steps=(
        "Jangan membalas komentar dulu.",
        "Kirim tangkapan layar ke Humas bila menemukan klaim baru.",
        "Bagikan pernyataan resmi bila Anda berkenan. Isinya tetap, pengantarnya boleh kata Anda sendiri.",
        "Tekan “Saya mengerti” supaya kami tahu pesan ini sampai.",
    ),
    statements=(
        "Kami mengetahui kabar tentang vaksin di Pelabuhan Tirta dan sedang memeriksa catatan suhunya. Keterangan "
        "berikutnya kami sampaikan pukul 10.15.",
        "Vaksin di Pelabuhan Tirta tersimpan pada 2–8 °C tanpa putus. Catatan suhunya kami buka untuk umum hari ini. "
        "Imunisasi di posyandu berjalan seperti biasa.",
    ),
    claims=(
        (
            "Vaksin di Pelabuhan Tirta membeku dan tetap dibagikan.",
            Claim.Verdict.FALSE,
            "Catatan suhu dua alat menunjukkan 3,1–5,4 °C sepanjang perjalanan. Tidak ada kotak yang membeku.",
            "Catatan suhu pengiriman, unit Rantai Dingin",
        ),
        (
            "Ada 40 anak dirawat setelah imunisasi.",
            Claim.Verdict.FALSE,
            "Dinas kesehatan dan dua puskesmas memastikan tidak ada anak yang dirawat.",
            "Keterangan dinas kesehatan setempat",
        ),
        (
            "Satu kotak ditahan di dermaga selama dua jam.",
            Claim.Verdict.TRUE,
            "Benar. Kotak itu menunggu pembacaan catatan suhu, sesuai prosedur, lalu diterima.",
            "Berita acara serah terima",
        ),
    ),
    sightings=(
        "Di grup warga ada foto kotak biru terbuka, katanya isinya es semua. Fotonya seperti dari tahun lalu.",
        "Akun info pelabuhan mengunggah ulang kabar yang sama, sudah dibagikan cukup banyak.",
    ),
    lessons=(
        "Catatan suhu sebaiknya siap dibuka dalam satu jam, bukan tiga.\n\nPernyataan pertama terlalu kaku; versi kedua "
        "yang menyebut angka lebih banyak dibagikan.\n\nAnggota yang bertugas di laut tidak selalu punya sinyal: pesan "
        "singkat tetap perlu."
    ),
)
DRILL = CrisisText(
    title="Simulasi: akun palsu menawarkan vaksin berbayar",
    kind=Incident.Kind.DRILL,
    instruction=Incident.Instruction.REPORT,
    severity=2,
    back=75,
    hours=2.2,
    answered=17,
    steps=(
        "Ini simulasi. Tidak ada yang perlu dibagikan ke luar.",
        "Cari akun contoh yang tautannya kami kirim, lalu laporkan lewat tombol di bawah.",
        "Tekan “Saya mengerti”.",
    ),
    statements=("Imunisasi rutin di puskesmas dan posyandu tidak dipungut biaya. Abaikan tawaran berbayar.",),
    claims=(
        (
            "Vaksin gratis sudah habis, sekarang harus bayar.",
            Claim.Verdict.FALSE,
            "Imunisasi rutin tetap tanpa biaya di puskesmas dan posyandu.",
            "Program imunisasi nasional",
        ),
    ),
    sightings=("Akun contoh sudah saya temukan, tautannya saya simpan.",),
    lessons="Tujuh belas dari dua puluh orang menjawab dalam dua jam. Tiga orang sedang terbang atau cuti.",
)


def make_crises(
    random: Random, cast: Cast, programme: Programme, members: list[Member], today: dt.date
) -> None:
    """The drill first, the incident after it; both are closed."""
    for text in (DRILL, INCIDENT):
        _make_crisis(random, cast, programme, members, text, today)


def _make_crisis(
    random: Random, cast: Cast, programme: Programme, members: list[Member], text: CrisisText, today: dt.date
) -> None:
    opened = clock(today - dt.timedelta(text.back), 9, 40)
    closed = opened + dt.timedelta(hours=text.hours)
    with happened(opened, today=today):
        incident = Incident.objects.create(
            programme=programme,
            title=text.title,
            kind=text.kind,
            severity=text.severity,
            instruction=text.instruction,
            steps="\n".join(text.steps),
            opened=opened,
            opened_by=cast.pr,
            closed=closed,
            closed_by=cast.pr,
            lessons=text.lessons,
        )
        record(actor=cast.pr, act="incident.declared", subject=incident, after={"kind": text.kind})
    Statement.objects.bulk_create(
        Statement(
            incident=incident,
            version=order,
            text=words,
            by=cast.pr,
            at=opened + dt.timedelta(minutes=35 * order - 30),
        )
        for order, words in enumerate(text.statements, start=1)
    )
    Claim.objects.bulk_create(
        Claim(incident=incident, text=claim, verdict=verdict, correction=truth, source=source)
        for claim, verdict, truth, source in text.claims
    )
    incident.claims.update(updated=opened + dt.timedelta(minutes=55))
    Acknowledgement.objects.bulk_create(
        Acknowledgement(
            incident=incident, member=member, at=opened + dt.timedelta(minutes=random.expovariate(0.03) + 1)
        )
        for member in members[: text.answered]
    )
    for words, member in zip(text.sightings, members[3:], strict=False):
        Sighting.objects.create(
            incident=incident, member=member, text=words, at=opened + dt.timedelta(minutes=50)
        )
    with happened(closed, today=today):
        record(actor=cast.pr, act="incident.closed", subject=incident, after={"hours": text.hours})
