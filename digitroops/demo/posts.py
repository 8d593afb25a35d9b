"""What the applicants once wrote: mostly everyday life, and now and then something they would put differently today."""

PLACES = [
    "Dago",
    "Lembang",
    "Cihampelas",
    "Pasteur",
    "Braga",
    "Ujungberung",
    "Cimahi",
    "Garut",
    "Jogja",
    "Solo",
    "Semarang",
    "Cirebon",
]
FOODS = [
    "seblak",
    "batagor",
    "mi kocok",
    "lotek",
    "surabi oncom",
    "nasi tutug",
    "soto bening",
    "gudeg",
    "tahu gejrot",
    "cilok kuah",
]
WHO = ["Ibu", "adik", "teman kosan", "si bungsu", "tetangga", "Bapak", "grup angkatan", "teman satu shift"]
THINGS = [
    "jemuran",
    "motor",
    "tanaman cabai",
    "rak buku",
    "lemari es",
    "sepeda lipat",
    "kucing oren",
    "akuarium",
]
EVERYDAY = [
    "Pagi di {place} dinginnya enak. Kopi dulu sebelum masuk shift.",
    "Akhirnya nyobain {food} yang katanya legend itu. Oke juga sih, tapi antrenya ampun.",
    "Ada rekomendasi bengkel jujur di daerah {place}? Motor suka mogok pas hujan.",
    "Hujan dari sore, {thing} belum diangkat. Pasrah.",
    "{who} minta diajarin bikin PowerPoint. Sabar, sabar, dan sabar lagi.",
    "Baru sadar udah lima tahun kerja di sini. Cepet banget ya.",
    "Lari 5K di {place}, pace siput yang penting finis.",
    "Weekend ini beres-beres {thing} dulu, main belakangan.",
    "Selamat ulang tahun buat {who}, sehat selalu ya.",
    "Macet {place} hari ini luar biasa. Berangkat jam enam, sampai jam setengah delapan.",
    "Ada yang punya buku anak bekas layak baca? Mau dibawa ke taman baca {place}.",
    "Nonton bola bareng {who}, skor kacamata tapi seru.",
    "Resep {food} ala {who} akhirnya berhasil, gosongnya cuma dikit.",
    "Alhamdulillah posyandu bulan ini ramai, anak-anak pada ceria dapat stiker.",
    "Habis ikut pelatihan seharian, kepala penuh tapi hati senang.",
    "Belajar pivot table lagi. Ternyata selama ini aku hitung manual, ampun deh.",
    "Jalan kaki muter {place} sama {who}. Murah meriah, pulangnya jajan {food}.",
    "Foto lama nemu di galeri: masih kurus, masih semangat skripsi.",
    "Minggu depan giliran jaga malam. Siap-siap camilan dan playlist.",
    "Tips biar nggak ngantuk habis makan siang dong, ini sudah kopi ketiga.",
    "Trying to read twenty pages a day. Day 12 and still going.",
    "Night shift playlist recommendations, please. Something calm but not sleepy.",
    "Took the slow train to {place}. No regrets, the view was worth it.",
    "Sarapan {food} di pinggir rel, sederhana tapi ngangenin.",
    "Wingi mulih kampung, mangan {food} karo kanca lawas. Seneng tenan.",
    "Sesuk esuk budhal menyang {place}, muga-muga ora udan.",
    "Wis suwe ora ketemu kanca SMA, ngguyu nganti lara weteng.",
    "Isuk-isuk ka pasar {place}, hawana seger pisan.",
    "Nuju hujan kieu mah paling ngeunah tuang {food} haneut.",
    "Hatur nuhun ka sadayana nu parantos sumping ka acara kamari.",
    "Kumaha damang, dulur? Lami teu ngobrol, hayu urang ngopi di {place}.",
    "Gotong royong bersihin selokan RT, capek tapi puas lihat airnya lancar.",
    "Donor darah ke-7. Nggak sakit kok, paling cuma digigit semut.",
    "{thing} baru datang, seneng kayak anak kecil dapat mainan.",
    "Deadline laporan besok, malah beresin {thing}. Klasik.",
    "Makasih yang sudah ngingetin soal jadwal imunisasi keponakan, tadi langsung ke puskesmas.",
    "Anak-anak magang di kantor pinter-pinter, jadi semangat lagi belajar.",
    "Puasa hari ke-10, kangen {food} jam dua siang. Kuat, kuat.",
    "Mudik tahun ini lewat jalur selatan, sawahnya cakep banget.",
    "Sudah pensiun jadi kolektor tanaman. Yang tersisa cuma {thing}.",
]
ANSWERS = [
    "Siap, nanti aku kabari ya.",
    "Setuju banget, makasih infonya.",
    "Wah selamat ya, ikut senang.",
    "Kayaknya minggu depan deh, minggu ini penuh.",
    "Nuhun pisan, kang.",
    "Matur nuwun, mbak.",
    "Haha iya juga, baru kepikiran.",
    "Thanks, this helped a lot.",
]
MISTAKES = [
    (
        8.5,
        "Wasitnya goblok banget, matanya ditaruh di mana sih?? Udah jelas ketarik di kotak. Pulang aja deh kita",
        "Maaf tadi emosi. Selamat buat yang menang, mainnya rapi.",
    ),
    (
        6.3,
        "Katanya minum air garam hangat bisa membunuh virus corona di tenggorokan, tolong share ke keluarga ya!!",
        "Ternyata yang soal air garam itu hoaks, sudah aku hapus dari grup. Maaf ya.",
    ),
    (
        4.1,
        "Yuk main slot gacor di sini, daftar lewat link bio gampang maxwin terus",
        "Akun sempat dibajak semalam, yang soal slot abaikan ya.",
    ),
    (
        2.2,
        "Bos gw tolol, kerjaan orang lain dilimpahin ke gw semua",
        "Udah ngobrol baik-baik sama atasan tadi, ternyata salah paham.",
    ),
    (9.4, "Anjing lah motor mogok lagi di tengah hujan, sial banget hari ini", ""),
    (
        7.2,
        "Awas aja lo ketemu di parkiran, gue hajar lo sampai babak belur",
        "Becanda ya bestie, jangan diambil hati.",
    ),
    (3.4, "Yang mau pesan kue kering WA aja ke 0812-3456-7890 atas nama Ceu Entin", ""),
    (2.6, "Coblos nomor 2 ya teman-teman, jangan sampai salah pilih, ajak tetangga!", ""),
    (
        5.1,
        "Vaksin itu isinya cuma konspirasi buat bikin kita sakit, jangan mau disuntik",
        "Setahun kerja di bidang ini bikin malu baca tulisan lamaku sendiri. Aku keliru.",
    ),
    (1.4, "Serum ini bikin glowing dalam 3 hari, buruan checkout pakai kode AKUCANTIK diskon 50%", ""),
    (10.2, "dasar bego lu semua, ga ada yang bantuin piket", ""),
    (
        1.1,
        "Kerja di perusahaan ini makin gaje, manajemennya brengsek semua",
        "Lagi capek aja kemarin. Besok dibawa ke forum yang bener.",
    ),
    (4.6, "Asu tenan, dalan macet ra mari-mari", ""),
    (3.1, "Goblog sia mah, nyieun laporan teu bener-bener", "Hampura, tadi keur pusing."),
    (6.8, "Ngerokok dulu sambil ngebir bareng, malam minggu mantap", ""),
]
#: What somebody wrote lately, and more than once: years ago, the post, what followed it.
LATELY = [
    (0.55, "Panitianya tolol semua, ngatur antrean aja nggak becus", ""),
    (0.38, "Dasar bego lu, ditagih malah ngilang", ""),
    (0.21, "Admin tokonya goblok, barang salah kirim malah nyalahin pembeli", ""),
]
#: Somebody else's words, quoted to speak against them.
QUOTED = [
    (
        1.2,
        'Ada yang bilang "orang seberang goblok semua". Tolong jangan ikut-ikutan menulis begitu.',
        "Yang tadi saya hapus komentarnya. Di sini semua orang dihormati.",
    ),
]
MOTIVES = [
    "Saya sering ditanya tetangga soal imunisasi. Lebih baik saya belajar menjawabnya dengan benar.",
    "Pekerjaan di ruang bersih jarang terlihat orang. Saya ingin menceritakannya tanpa membuka rahasia.",
    "Dulu saya termasuk yang ragu. Sekarang saya tahu cara kerjanya dan ingin bercerita dari sisi itu.",
    "Saya suka membuat video pendek berbahasa Sunda. Sepertinya cocok untuk warga di kampung saya.",
    "Ibu saya kader posyandu. Saya ingin membantu dari jauh lewat cerita.",
    "Saya ingin belajar menulis kisah yang enak dibaca, dan senang bila bisa sekalian meluruskan kabar keliru.",
    "Banyak pertanyaan soal rantai dingin di grup alumni saya. Saya mau menjawab dengan sumber yang jelas.",
    "Akun saya ramai karena resep masakan. Kalau sesekali bercerita soal kesehatan, semoga bermanfaat.",
]
SKILLS = [
    "Saya terbiasa memotret dengan ponsel dan menulis takarir pendek, dan tidak keberatan bila naskahnya dikoreksi sebelum terbit.",
    "Pengikut saya kebanyakan teman sekolah, keluarga, dan ibu-ibu di lingkungan rumah, jadi bahasanya harus sederhana dan tidak menggurui.",
    "Saya pernah mengelola akun karang taruna selama dua tahun, termasuk menjawab komentar yang galak dengan kepala dingin.",
    "Selama ini saya menulis sendiri tanpa ilmu, jadi saya ingin belajar cara bercerita yang runtut dan cara menyebut sumber.",
    "Saya bisa berbahasa Sunda halus dan sedikit Jawa, sehingga ceritanya bisa sampai ke orang tua yang jarang membaca berita.",
]
HOPES = [
    "Saya berharap bisa ikut turun ke lapangan sekali saja, supaya yang saya ceritakan benar-benar yang saya lihat, bukan kata orang.",
    "Kalau terpilih, saya ingin mulai dari cerita kecil tentang rekan satu shift yang selama ini tidak pernah terlihat orang luar.",
    "Kalau belum terpilih pun tidak apa-apa, saya tetap senang membagikan kabar baik dari sini seperti biasa.",
    "Semoga dengan belajar bersama, pertanyaan di grup keluarga bisa saya jawab dengan tenang dan dengan sumber yang jelas.",
]
