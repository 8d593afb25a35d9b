"""Who works at Nusa Vaksin: units, the people everybody meets, and names for the rest."""

UNITS = [
    ("Produksi", 34),
    ("Produksi / Vaksin Viral", 58),
    ("Produksi / Vaksin Bakteri", 52),
    ("Rantai Dingin", 44),
    ("Riset", 40),
    ("Mutu", 42),
    ("Klinik", 26),
    ("Pemasaran", 32),
    ("Teknologi Informasi", 24),
    ("SDM", 18),
    ("Keuangan", 20),
    ("Humas", 10),
]
UNIT_PATHS = [path for path, _size in UNITS]
MEMBERS = [
    ("Ayu Prameswari", "Produksi / Vaksin Viral", "Penyelia pengisian", 3350),
    ("Bagas Wicaksana", "Rantai Dingin", "Perencana distribusi", 5120),
    ("Citra Maharani", "Riset", "Peneliti imunologi", 8740),
    ("Dimas Ardiansyah", "Teknologi Informasi", "Analis data", 2980),
    ("Eka Lestari", "Mutu", "Analis mikrobiologi", 4210),
    ("Farhan Maulana", "Produksi / Vaksin Bakteri", "Operator fermentasi", 1890),
    ("Gita Anindya", "Klinik", "Dokter perusahaan", 12600),
    ("Hendra Gunadi", "Rantai Dingin", "Pengemudi lapangan", 2440),
    ("Intan Kusumadewi", "Mutu", "Penjamin mutu", 3070),
    ("Joko Prasetyo", "Produksi / Vaksin Viral", "Teknisi ruang bersih", 2760),
    ("Kirana Salsabila", "Pemasaran", "Perancang konten", 9480),
    ("Laras Wulandari", "Riset", "Peneliti formulasi", 3660),
    ("Made Suardana", "Klinik", "Perawat", 2150),
    ("Nadia Rahmawati", "Rantai Dingin", "Pengantar vaksin kepulauan", 4920),
    ("Oki Firmansyah", "Teknologi Informasi", "Pengembang aplikasi", 2310),
    ("Putri Handayani", "SDM", "Pengembangan karyawan", 3840),
    ("Rizky Hidayat", "Keuangan", "Akuntan", 1720),
    ("Sekar Ningtyas", "Riset", "Asisten peneliti", 6050),
    ("Teguh Santoso", "Mutu", "Validasi peralatan", 1980),
    ("Vina Marpaung", "Pemasaran", "Relasi pelanggan", 7350),
]
STAFF = [
    ("Ratna Anggraini", "Humas", "Manajer Humas", "pr"),
    ("Wulan Prabandari", "Keuangan", "Pengawas internal", "reviewer"),
    ("Agus Wirawan", "SDM", "Hubungan karyawan", "reviewer"),
    ("Siska Nuraini", "Humas", "Komunikasi internal", "reviewer"),
    ("Bambang Setyadi", "Pemasaran", "Direktur komersial", "executive"),
    ("Anita Yuliarti", "Teknologi Informasi", "Administrator sistem", "administrator"),
]
FIRST = (
    "Adi Aditya Agung Ahmad Ajeng Aldi Alya Amelia Andika Andini Anggun Anisa Arif Arya Asep Astri Aulia Bayu Bella "
    "Bimo Cahya Cecep Dadan Damar Danu Dea Dedi Desi Dewi Dian Diki Dina Dinda Doni Dwi Elsa Endah Erna Euis Fajar "
    "Fani Fauzan Feri Fitri Galih Gilang Hana Hani Hasan Heni Herman Ika Ilham Imas Indah Indra Irfan Irma Iwan Jajang "
    "Kartika Kiki Kurnia Lia Lilis Lina Lukman Mega Mira Mirna Mulyana Nanda Neneng Nia Nining Nisa Novi Nur Nurul Pandu "
    "Panji Puspita Rahmat Rangga Ratih Rendi Reza Rina Rini Riska Rudi Salma Santi Satria Septi Shinta Siti Sri Surya "
    "Syifa Tari Tati Tia Tiara Tita Tri Ujang Ulfa Umar Wahyu Wati Widya Wira Yani Yanti Yayan Yoga Yuda Yuni Zahra Zaki"
).split()
MEN = frozenset(
    "Adi Aditya Agung Agus Ahmad Aldi Andika Arif Arya Asep Bagas Bambang Bayu Bimo Cecep Dadan Damar Danu Dedi Diki "
    "Dimas Doni Fajar Farhan Fauzan Feri Galih Gilang Hasan Hendra Herman Ilham Irfan Iwan Jajang Joko Lukman Made "
    "Mulyana Nanda Nur Oki Pandu Panji Rahmat Rangga Rendi Reza Rizky Rudi Satria Surya Teguh Ujang Umar Wahyu Wira "
    "Yayan Yoga Yuda Zaki".split()
)
LAST = (
    "Abdillah Afandi Alamsyah Anggraeni Apriliani Ardana Arifin Astuti Budiman Cahyani Darmawan Effendi Fadilah Fathoni "
    "Fauziah Febrianti Firdaus Gumelar Gunawan Hakim Halim Hamdani Haryanto Hermawan Hernawati Iskandar Ismail Jayadi "
    "Juliana Kencana Komara Kurniawan Kusnadi Lesmana Mahendra Mardiana Marlina Maulida Mulyadi Mustika Nasution Nugraha "
    "Nugroho Nurhayati Octavia Pamungkas Permadi Pertiwi Pranata Pratama Puspitasari Rachman Rahayu Ramadhan Ramdani "
    "Rohimah Rosdiana Rustandi Saefudin Safitri Sanjaya Saputra Sari Setiawan Sihombing Simatupang Sitorus Sobari Suherman "
    "Sulaiman Supriadi Suryana Susanti Syahputra Tarigan Utami Wardani Wibawa Widodo Wijayanti Wulansari Yulianti Yusuf"
).split()
POSITIONS = [
    "Staf",
    "Analis",
    "Penyelia",
    "Operator",
    "Koordinator",
    "Asisten manajer",
    "Spesialis",
    "Teknisi",
]
YEARS = [((1981, 1996), 200), ((1997, 2003), 84), ((1967, 1980), 112), ((1961, 1964), 4)]
