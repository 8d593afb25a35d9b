"""What PR wrote: two campaigns with their briefs. Days count from today."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class BriefText:
    title: str
    summary: str
    messages: tuple[str, ...]
    facts: tuple[tuple[str, str, str], ...]
    answers: tuple[tuple[str, str], ...]
    dos: tuple[str, ...]
    donts: tuple[str, ...]
    asked: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class CampaignText:
    name: str
    slug: str
    goal: str
    starts: int
    ends: int
    brief: BriefText
    tags: tuple[str, ...] = field(default_factory=tuple)


SITE = "https://www.nusavaksin.example"
COLD = CampaignText(
    name="Dingin Sampai Pulau",
    slug="dingin-sampai-pulau",
    goal="Warga kepulauan tahu bahwa vaksin sampai kepada mereka dalam keadaan baik, dan tahu siapa yang menjaganya.",
    starts=-16,
    ends=18,
    brief=BriefText(
        title="Dingin sampai pulau",
        summary=(
            "Vaksin harus tetap dingin sejak keluar dari pabrik sampai tiba di posyandu. Di daratan itu urusan truk "
            "dan lemari es; di kepulauan itu urusan perahu, kotak pendingin, dan orang yang memeriksa termometer "
            "tengah malam.\n\nEmpat minggu ini kita bercerita tentang perjalanan itu. Bukan tentang angka yang besar, "
            "melainkan tentang orang-orangnya: yang mengemas, yang menyetir, yang menunggu di dermaga."
        ),
        messages=(
            "Vaksin dijaga pada suhu 2–8 °C sejak pabrik sampai posyandu.",
            "Suhu dicatat sepanjang jalan, dan catatannya diperiksa sebelum vaksin diterima.",
            "Ada orang di balik setiap kotak biru. Ceritakan orangnya.",
            "Kalau ragu soal jadwal imunisasi, tanya bidan atau puskesmas terdekat.",
        ),
        facts=(
            (
                "Sebagian besar vaksin imunisasi rutin disimpan pada suhu 2–8 °C.",
                "Panduan pengelolaan vaksin, Kementerian Kesehatan",
                "",
            ),
            (
                "Kotak pendingin kita menjaga suhu itu selama 48 jam dengan kotak dingin cair beku yang disusun benar.",
                "Uji kotak pendingin, unit Mutu Nusa Vaksin",
                f"{SITE}/rantai-dingin/uji-kotak",
            ),
            (
                "Setiap kotak membawa pencatat suhu yang menulis satu angka setiap 10 menit.",
                "Prosedur pengiriman, unit Rantai Dingin",
                f"{SITE}/rantai-dingin/pencatat-suhu",
            ),
            (
                "Bila catatan suhu keluar dari batas, vaksin dipisahkan dulu sampai ada keputusan petugas.",
                "Panduan pengelolaan vaksin, Kementerian Kesehatan",
                "",
            ),
        ),
        answers=(
            (
                "Kenapa harus 2–8 °C?",
                "Pada suhu itu mutu vaksin terjaga sampai tanggal kedaluwarsanya. Terlalu panas atau membeku sama-sama "
                "dapat merusak mutunya.",
            ),
            (
                "Bagaimana kalau perahunya terlambat?",
                "Kotak dirancang untuk 48 jam, jadi ada cadangan waktu. Di dermaga catatan suhu dibaca dulu; bila ada "
                "yang di luar batas, vaksin tidak dipakai sebelum diputuskan petugas.",
            ),
            (
                "Apakah boleh memotret di gudang?",
                "Boleh di titik foto yang bertanda. Papan produksi, label palet, dan layar komputer tidak boleh terlihat.",
            ),
        ),
        dos=(
            "Ceritakan yang Anda lihat sendiri.",
            "Sebut sumbernya bila memakai angka.",
            "Minta izin sebelum memotret orang, terutama anak-anak.",
            "Arahkan pertanyaan kesehatan ke bidan atau puskesmas.",
        ),
        donts=(
            "Jangan memberi nasihat medis perorangan.",
            "Jangan menyebut jumlah stok, rute lengkap, atau jadwal pengiriman.",
            "Jangan membandingkan dengan perusahaan lain.",
            "Jangan berdebat; kirim klaim keliru ke Humas.",
        ),
        asked=(
            (
                "Nadia Rahmawati",
                "Bolehkah saya menyebut nama pulaunya? Warga di sana senang kalau disebut.",
                "Boleh, setelah pengirimannya selesai. Jadwal yang akan datang jangan disebut.",
            ),
            (
                "Oki Firmansyah",
                "Pencatat suhunya pakai baterai apa? Teman-teman IT banyak yang tanya.",
                "Baterai kancing yang tahan sekitar satu tahun. Merek dan jenis alatnya tidak perlu disebut.",
            ),
            ("Vina Marpaung", "Kalau ada yang tanya harga vaksin, saya jawab apa?", ""),
        ),
    ),
)
SCHEDULE = CampaignText(
    name="Kenali Jadwalnya",
    slug="kenali-jadwalnya",
    goal="Orang tua muda tahu di mana melihat jadwal imunisasi anak dan berani bertanya ketika terlambat.",
    starts=-45,
    ends=-17,
    brief=BriefText(
        title="Kenali jadwalnya",
        summary=(
            "Banyak orang tua bukan menolak imunisasi, mereka hanya kehilangan jejak jadwalnya. Pindah rumah, buku KIA "
            "tertinggal, anak sedang pilek.\n\nKita mengajak mereka membuka buku KIA, mencatat tanggal berikutnya, dan "
            "bertanya ke puskesmas tanpa merasa dihakimi."
        ),
        messages=(
            "Jadwal imunisasi anak ada di buku KIA.",
            "Terlambat bukan berarti gagal: tanyakan imunisasi kejar ke puskesmas.",
            "Pilek ringan belum tentu alasan menunda; tenaga kesehatan yang memeriksa.",
        ),
        facts=(
            (
                "Imunisasi rutin anak diberikan tanpa biaya di puskesmas dan posyandu.",
                "Program imunisasi nasional, Kementerian Kesehatan",
                "",
            ),
            (
                "Anak yang tertinggal jadwalnya dapat mengikuti imunisasi kejar sesuai anjuran tenaga kesehatan.",
                "Program imunisasi nasional, Kementerian Kesehatan",
                "",
            ),
            (
                "Demam setelah imunisasi umumnya ringan dan reda dalam satu atau dua hari.",
                "Klinik Nusa Vaksin, ditinjau dokter perusahaan",
                f"{SITE}/klinik/tanya-jawab",
            ),
        ),
        answers=(
            (
                "Anak saya terlambat tiga bulan, harus mengulang dari awal?",
                "Umumnya tidak. Bawa buku KIA ke puskesmas, petugas yang menentukan lanjutannya.",
            ),
            (
                "Habis imunisasi kok demam?",
                "Demam ringan setelah imunisasi wajar terjadi. Bila tinggi atau berlangsung lebih dari dua hari, bawa ke "
                "tenaga kesehatan.",
            ),
        ),
        dos=(
            "Pakai pengalaman sendiri sebagai orang tua, paman, atau tetangga.",
            "Ajak membuka buku KIA bersama.",
        ),
        donts=("Jangan menyalahkan orang tua.", "Jangan memberi jadwal dari ingatan; arahkan ke buku KIA."),
        asked=(
            (
                "Gita Anindya",
                "Bolehkah saya menjawab di kolom komentar sebagai dokter?",
                "Boleh menjawab umum dengan sumber. Untuk keluhan perorangan, arahkan ke fasilitas kesehatan.",
            ),
        ),
    ),
)
ADDED = (
    "Apa bedanya pencatat suhu dengan termometer biasa?",
    "Termometer menunjukkan suhu saat dilihat. Pencatat suhu menyimpan angka sepanjang jalan, jadi petugas tahu juga "
    "apa yang terjadi saat kotak tidak dibuka.",
)
CAMPAIGNS = (SCHEDULE, COLD)
