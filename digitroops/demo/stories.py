"""What there is to share: stories with pictures and captions in several tones."""

from dataclasses import dataclass

from digitroops.demo.texts import COLD, SCHEDULE, SITE


@dataclass(frozen=True)
class StoryText:
    """A story; `day` counts from today, `pull` is how much people like to follow its link."""

    campaign: str
    title: str
    kind: str
    picture: str
    alt: str
    page: str
    day: int
    hour: int
    pull: float
    captions: tuple[tuple[str, str], ...]


OWN = (
    "Ini yang saya lihat sendiri minggu ini. Lengkapnya ada di tautan, kalau mau tanya silakan.",
    "Cerita kecil dari tempat saya bekerja. Semoga menjawab pertanyaan Ibu di grup kemarin.",
    "Sering ditanya soal ini, jadi saya taruh di sini saja. Sumbernya ada di tautan.",
    "Baru paham bagian ini setelah ikut turun langsung. Ternyata banyak orang di baliknya.",
    "Buat teman-teman yang punya anak kecil, ini penjelasan yang enak dibaca.",
    "Bukan iklan ya, saya memang bekerja di sini dan bangga dengan teman-teman lapangan.",
)
STORIES = (
    StoryText(
        SCHEDULE.slug,
        "Buku KIA ketinggalan di kampung",
        "field",
        "posyandu",
        "Gambar: ibu dan anak menunggu di posyandu",
        f"{SITE}/cerita/buku-kia",
        -44,
        9,
        1.1,
        (
            (
                "Santai",
                "Pindahan, buku KIA ketinggalan di kampung. Panik? Ternyata bisa ditanyakan ke puskesmas.",
            ),
            ("Serius", "Catatan imunisasi anak dapat ditelusuri bersama petugas. Begini langkahnya."),
            ("Singkat", "Buku KIA hilang? Tenang, ini yang bisa dilakukan."),
        ),
    ),
    StoryText(
        SCHEDULE.slug,
        "Habis imunisasi kok demam?",
        "answer",
        "phone",
        "Gambar: ponsel dengan tanya jawab",
        f"{SITE}/klinik/tanya-jawab",
        -40,
        12,
        1.4,
        (
            ("Santai", "“Habis imunisasi kok demam, Mbak?” Saya tanyakan ke dokter kami, ini jawabannya."),
            ("Serius", "Demam setelah imunisasi umumnya ringan. Simak kapan perlu ke tenaga kesehatan."),
            (
                "Bahasa Sunda",
                "Tos imunisasi naha panas? Biasana hampang, tapi ieu waktosna kedah ka puskesmas.",
            ),
        ),
    ),
    StoryText(
        SCHEDULE.slug,
        "Terlambat tiga bulan, masih bisa?",
        "education",
        "class",
        "Gambar: kelas kecil di posyandu",
        f"{SITE}/belajar/imunisasi-kejar",
        -34,
        9,
        1.0,
        (
            ("Hangat", "Terlambat bukan berarti gagal. Yang penting berani bertanya."),
            (
                "Serius",
                "Imunisasi kejar mengikuti anjuran tenaga kesehatan. Bawa buku KIA, sisanya dibantu petugas.",
            ),
        ),
    ),
    StoryText(
        SCHEDULE.slug,
        "Satu hari bersama bidan Rini",
        "field",
        "camera",
        "Gambar: kamera mengikuti kegiatan posyandu",
        f"{SITE}/cerita/sehari-bersama-bidan",
        -28,
        16,
        1.3,
        (
            ("Kisah", "Pukul enam pagi termosnya sudah diisi. Satu hari mengikuti bidan di kaki gunung."),
            ("Singkat", "Satu bidan, empat posyandu, satu motor. Ceritanya di sini."),
        ),
    ),
    StoryText(
        SCHEDULE.slug,
        "Jadwal imunisasi dalam satu halaman",
        "fact",
        "map",
        "Gambar: lembar jadwal dengan penanda",
        f"{SITE}/belajar/jadwal",
        -23,
        11,
        0.9,
        (
            ("Praktis", "Simpan halaman ini, tempel di kulkas. Selalu cocokkan dengan buku KIA ya."),
            ("Serius", "Ringkasan jadwal imunisasi rutin beserta sumbernya."),
        ),
    ),
    StoryText(
        COLD.slug,
        "Vaksin naik perahu: dua hari ke pulau terluar",
        "field",
        "boat",
        "Gambar: perahu dengan kotak biru berpalang",
        f"{SITE}/cerita/vaksin-naik-perahu",
        -16,
        8,
        1.4,
        (
            ("Kisah", "Dua hari di laut, suhunya tetap 4 °C. Ini cerita kotak biru yang saya antar."),
            ("Serius", "Rantai dingin menjaga mutu vaksin sampai ke pulau terluar. Begini caranya."),
            ("Singkat", "Dari dermaga ke posyandu, dijaga tiap derajatnya."),
            ("Basa Jawa", "Rong dina numpak prau, kothak biru tetep adhem. Iki critane."),
        ),
    ),
    StoryText(
        COLD.slug,
        "Siapa yang bangun pukul dua pagi?",
        "field",
        "truck",
        "Gambar: truk berpendingin di malam hari",
        f"{SITE}/cerita/pukul-dua-pagi",
        -13,
        12,
        1.2,
        (
            ("Kisah", "Pukul dua pagi, alarm suhu berbunyi. Hendra sudah di jalan sebelum kopinya dingin."),
            ("Santai", "Ada yang jaga malam demi suhu 4 °C. Kenalan yuk."),
        ),
    ),
    StoryText(
        COLD.slug,
        "Tiga pertanyaan untuk pencatat suhu",
        "answer",
        "phone",
        "Gambar: ponsel menampilkan grafik suhu",
        f"{SITE}/belajar/pencatat-suhu",
        -9,
        11,
        1.3,
        (
            ("Praktis", "Kalau listriknya mati bagaimana? Tiga pertanyaan, tiga jawaban singkat."),
            ("Serius", "Satu angka setiap 10 menit. Begini catatan suhu dibaca sebelum vaksin diterima."),
        ),
    ),
    StoryText(
        COLD.slug,
        "Uji 48 jam di ruang panas",
        "education",
        "lab",
        "Gambar: laboratorium dengan kotak pendingin",
        f"{SITE}/rantai-dingin/uji-kotak",
        -6,
        9,
        2.0,
        (
            ("Penasaran", "Kotaknya kami taruh di ruang 43 °C selama dua hari. Hasilnya?"),
            ("Serius", "Setiap jenis kotak diuji sebelum dipakai. Ini cara unit Mutu melakukannya."),
            ("Singkat", "48 jam, 43 derajat, satu kotak."),
        ),
    ),
    StoryText(
        COLD.slug,
        "Menunggu di dermaga",
        "field",
        "map",
        "Gambar: peta kepulauan dengan dermaga",
        f"{SITE}/cerita/menunggu-di-dermaga",
        -3,
        17,
        2.3,
        (
            ("Hangat", "Bu Kader sudah menunggu di dermaga sejak subuh. Yang ditunggu cuma satu kotak."),
            ("Singkat", "Satu kotak, satu pulau, satu kampung yang menunggu."),
        ),
    ),
    StoryText(
        COLD.slug,
        "Vaksin dari dekat: perjalanan satu botol kecil",
        "fact",
        "vial",
        "Gambar: botol vaksin kecil dengan tutup biru",
        f"{SITE}/belajar/satu-botol",
        0,
        7,
        1.8,
        (
            ("Praktis", "Satu botol kecil, delapan titik pemeriksaan. Ikuti jalannya."),
            ("Kisah", "Botol ini keluar dari ruang bersih hari Senin. Jumat ia sudah di posyandu."),
        ),
    ),
)
COMING = StoryText(
    COLD.slug,
    "Kuis: mitos atau fakta?",
    "invitation",
    "shield",
    "Gambar: perisai dengan tanda tanya",
    f"{SITE}/kuis/mitos-atau-fakta",
    3,
    9,
    1.0,
    (("Ajakan", "Lima pertanyaan, dua menit. Berapa yang Anda tebak benar?"),),
)
DRAFT = StoryText(
    COLD.slug,
    "Tim kita di lapangan",
    "field",
    "team",
    "Gambar: tim berjaket biru",
    f"{SITE}/cerita/tim-lapangan",
    6,
    9,
    1.0,
    (("Hangat", "Dua belas orang, tiga provinsi, satu grup obrolan yang tidak pernah sepi."),),
)
