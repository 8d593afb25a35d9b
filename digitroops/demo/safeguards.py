"""What the footprint audits of the demo programme look for, and the impact note that its officer has signed."""

import datetime as dt

from digitroops.demo.moments import clock, happened
from digitroops.demo.people import PASSWORD, Cast, address
from digitroops.people.models import Role, RoleGrant, Unit, User
from digitroops.privacy.actions import answer, ask, mark_breach, report_breach
from digitroops.privacy.models import HOURS, Breach, Request
from digitroops.programme.models import Programme
from digitroops.screening import learning
from digitroops.screening.actions import (
    add_kind_word,
    add_role,
    add_term,
    change_rules,
    learn_from_table,
    sign_impact_note,
)
from digitroops.screening.models import ImpactNote, Weights
from digitroops.screening.rules import standard_levels

OFFICER = "Hendro Gunawan"
CORRECTION = "Vaksin tidak memuat cip. Isinya tercantum pada kemasan dan pada laman BPOM."


KIND_WORDS = [
    (
        "Nadia Rahmawati", 21, "Kepala Puskesmas Tanjung Batu, di kolom komentar Instagram",
        "Terima kasih, Mbak. Berkat ceritanya warga kami tahu mengapa jadwalnya mundur sehari.",
    ),
    (
        "Gita Anindya", 34, "Surel seorang ibu kepada Humas",
        "Penjelasan Dokter Gita tenang dan jelas. Anak saya akhirnya mau diimunisasi.",
    ),
]  # fmt: skip

TOPICS = [
    "sistem cuti", "jadwal piket", "antrean kantin", "parkir kantor", "ruang rapat", "surel massal", "seragam baru",
    "mesin absen", "tiket dinas", "pelatihan daring", "lift gedung B", "koperasi", "bus jemputan", "rapat Senin",
]  # fmt: skip
HELD = ["{} kantorku makin ribet, manajemennya tutup mata", "capek sama {} di sini, atasan cuma janji"]
CLEAR = ["{} sudah dibenahi, terima kasih tim umum", "hari ini giliran {}, semangat semua"]


def make_learning(cast: Cast, today: dt.date) -> None:
    """One version learned from a labelled table of invented posts; nobody has put it into use yet."""
    rows = [f"{text.format(topic)},employer" for topic in TOPICS for text in HELD]
    rows += [f"{text.format(topic)},clear" for topic in TOPICS for text in CLEAR]
    at = clock(today - dt.timedelta(days=9), 14)
    with happened(at, today=today):
        table = "\n".join(["text,label", *(row.replace(", ", " ") for row in rows), ",clear"])
        weights = learn_from_table(actor=cast.pr, table=table)
        learning.train_weights(weights.pk)
    Weights.objects.filter(pk=weights.pk).update(made=at, finished=at + dt.timedelta(minutes=1))


def make_kind_words(cast: Cast, programme: Programme, today: dt.date) -> None:
    """What people have said about two members."""
    for name, days, source, text in KIND_WORDS:
        day = today - dt.timedelta(days=days)
        member = programme.members.get(employee__name=name)
        with happened(clock(day, 11), today=today):
            add_kind_word(actor=cast.pr, member=member, text=text, source=source, day=day)


def make_auditor() -> None:
    """Somebody from outside who sees that the process is kept, and none of the texts."""
    user = User.objects.create_user(address(OFFICER), PASSWORD, name=OFFICER, language="id")
    RoleGrant.objects.create(user=user, role=Role.AUDITOR)


def make_requests(cast: Cast, programme: Programme, today: dt.date) -> None:
    """Two people have used a right: one is answered, one waits."""
    team = programme.members.filter(state="active", employee__user__isnull=False).order_by("pk")
    first, second = (member.employee for member in team.select_related("employee__user")[3:5])
    if first.user is None or second.user is None:
        return
    at = clock(today - dt.timedelta(days=20), 10)
    with happened(at, today=today):
        asked = ask(
            employee=first, kind="access", text="Siapa saja yang pernah membuka data saya?", actor=first.user
        )
    with happened(at + dt.timedelta(hours=5), today=today):
        answer(
            request=asked,
            granted=True,
            text="Data Anda dibuka Humas saat pendaftaran. Rinciannya ada dalam berkas data Anda.",
            actor=cast.pr,
        )
    Request.objects.filter(pk=asked.pk).update(at=at, due=at + HOURS, answered=at + dt.timedelta(hours=5))
    at = clock(today - dt.timedelta(days=1), 16)
    with happened(at, today=today):
        asked = ask(employee=second, kind="correct", text="Nomor HP saya sudah berganti.", actor=second.user)
    Request.objects.filter(pk=asked.pk).update(at=at, due=at + HOURS)


def make_breach(cast: Cast, today: dt.date) -> None:
    """A lost telephone, told in time and closed."""
    found = clock(today - dt.timedelta(days=48), 8)
    with happened(found, today=today):
        breach = report_breach(
            actor=cast.pr,
            title="Ponsel dinas Humas tertinggal di kereta",
            found=found,
            happened="Ponsel tertinggal di kereta Bandung-Jakarta dan baru ditemukan petugas pada sore hari. Layarnya "
            "terkunci, dan masuk ke Digitroops sudah dicabut pagi itu.",
            which_data="nama dan surel kantor dua puluh anggota dalam buku alamat",
            people_count=20,
            handling="Ponsel dikunci dari jauh, semua sesi ditutup, dan ponsel sudah kembali tanpa tanda dibuka.",
        )
    for hours, step in ((5, "people"), (7, "agency"), (30, "close")):
        at = found + dt.timedelta(hours=hours)
        with happened(at, today=today):
            breach = mark_breach(breach=breach, step=step, actor=cast.pr)
        told = {"people": "people_told", "agency": "agency_told", "close": "closed"}[step]
        Breach.objects.filter(pk=breach.pk).update(**{told: at})


def make_safeguards(cast: Cast, programme: Programme, today: dt.date) -> None:
    """Settings, a role for which more counts, words of the company, and the signature under all of it."""
    at = clock(today - dt.timedelta(days=188))
    with happened(at, today=today):
        change_rules(
            actor=cast.pr,
            programme=programme,
            levels=standard_levels(programme),
            dpo_name=OFFICER,
            dpo_email=address(OFFICER),
            watch_months=6,
        )
        add_role(
            actor=cast.pr,
            programme=programme,
            name="Bicara tentang riset",
            unit=Unit.objects.get(path="Riset"),
            position_words="",
            levels={"confidential": 1, "misinformation": 1},
        )
        add_term(
            actor=cast.pr, programme=programme, category="confidential", text="proyek elang biru", pattern=False,
            severity=4, correction="",
        )  # fmt: skip
        add_term(
            actor=cast.pr, programme=programme, category="misinformation", text="vaksin berisi cip",
            pattern=False, severity=3, correction=CORRECTION,
        )  # fmt: skip
        note = sign_impact_note(
            actor=cast.pr, programme=programme, name=OFFICER, remarks="Dibaca bersama serikat pekerja."
        )
    ImpactNote.objects.filter(pk=note.pk).update(signed=at)
