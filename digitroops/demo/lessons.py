"""What the courses teach."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CourseText:
    """A course; of each question's answers the first is right."""

    title: str
    summary: str
    minutes: int
    gate: bool
    lessons: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str, tuple[str, ...]], ...]


FIRST = CourseText(
    title="Bercerita atas nama sendiri",
    summary="Lima belas menit sebelum mulai: apa yang boleh diceritakan, bagaimana menyebut sumber, kapan bertanya ke Humas.",
    minutes=15,
    gate=True,
    lessons=(
        (
            "Suara Anda, bukan suara iklan",
            "Orang mengikuti Anda karena Anda. Karena itu program ini tidak meminta Anda menyalin kalimat kami.\n\n"
            "Pakai kata-kata sendiri, ceritakan yang Anda lihat, dan lewati konten yang terasa bukan Anda. Tidak ada kuota.\n\n"
            "Sebutkan bahwa Anda bekerja di Nusa Vaksin bila unggahan berkaitan dengan pekerjaan. Keterbukaan membuat orang percaya.",
        ),
        (
            "Angka butuh sumber",
            "Setiap fakta di arahan punya sumber. Bila memakai angkanya, sebut sumbernya.\n\n"
            "Bila seseorang bertanya tentang kesehatannya sendiri, jangan memberi nasihat. Arahkan ke bidan, puskesmas, atau dokter.",
        ),
        (
            "Yang tetap di dalam",
            "Papan produksi, label palet, layar komputer, data pelanggan, dan jadwal pengiriman tidak pernah masuk foto.\n\n"
            "Ragu? Tanya Humas dulu. Jawabannya biasanya datang dalam dua jam kerja.",
        ),
        (
            "Ketika ramai",
            "Bila ada krisis, aplikasi akan berubah dan memberi satu petunjuk. Ikuti petunjuknya, tekan “Saya mengerti”, dan jangan "
            "membalas komentar sebelum ada pernyataan.",
        ),
    ),
    questions=(
        (
            "Tetangga bertanya obat apa yang cocok untuk anaknya yang demam. Apa jawaban Anda?",
            "Kita tidak memberi nasihat medis perorangan.",
            (
                "Menyarankan bertanya ke bidan atau puskesmas",
                "Menyebut obat yang biasa saya pakai",
                "Tidak menjawab sama sekali",
            ),
        ),
        (
            "Anda tidak suka konten minggu ini. Apa yang sebaiknya dilakukan?",
            "Melewati konten selalu boleh, tanpa alasan.",
            ("Melewatinya", "Membagikan dengan terpaksa", "Menyalin takarir teman"),
        ),
        (
            "Foto Anda menampilkan papan produksi di latar belakang.",
            "Informasi internal tetap di dalam perusahaan.",
            (
                "Tidak mengunggahnya dan memotret ulang",
                "Mengunggah dengan filter",
                "Mengunggah di cerita 24 jam saja",
            ),
        ),
        (
            "Ada kabar keliru tentang perusahaan di grup keluarga.",
            "Humas menyiapkan jawaban dengan sumber.",
            (
                "Mengirimnya ke Humas dan menunggu jawaban bersumber",
                "Langsung berdebat",
                "Menyebarkannya agar semua waspada",
            ),
        ),
        (
            "Bolehkah menyebut bahwa Anda karyawan Nusa Vaksin?",
            "Keterbukaan adalah bagian dari kepercayaan.",
            ("Ya, sebaiknya disebut", "Tidak pernah boleh", "Hanya bila ditanya wartawan"),
        ),
    ),
)
SECOND = CourseText(
    title="Kisah lapangan yang didengar",
    summary="Cara membuka, satu orang, satu tempat, satu perubahan. Dengan contoh dari tim kita.",
    minutes=20,
    gate=False,
    lessons=(
        (
            "Mulai dari satu orang",
            "“Kami mengirim ribuan botol” mudah dilupakan. “Bu Kader menunggu sejak subuh” diingat.\n\nPilih satu orang, satu tempat, "
            "satu waktu.",
        ),
        (
            "Tunjukkan, jangan menjelaskan",
            "Tulis yang terlihat, terdengar, tercium. Suara mesin perahu, bau solar, termometer yang menyala hijau.",
        ),
        (
            "Akhiri dengan pintu terbuka",
            "Ajak bertanya, bukan membeli. Tautan di akhir adalah untuk yang ingin tahu lebih jauh.",
        ),
    ),
    questions=(
        (
            "Pembuka mana yang paling mengundang?",
            "Orang dan tempat yang nyata menahan perhatian.",
            (
                "Bu Kader sudah di dermaga sebelum azan subuh.",
                "Perusahaan kami berkomitmen pada mutu.",
                "Vaksin adalah produk biologis.",
            ),
        ),
        (
            "Apa isi kalimat terakhir yang baik?",
            "Pintu yang terbuka lebih baik daripada desakan.",
            ("Ajakan bertanya atau membaca lebih jauh", "Perintah membagikan", "Deretan tagar"),
        ),
        (
            "Berapa tokoh dalam satu kisah pendek?",
            "Satu orang mudah diikuti.",
            ("Satu", "Sebanyak mungkin", "Tidak perlu tokoh"),
        ),
    ),
)
COURSES = (FIRST, SECOND)
