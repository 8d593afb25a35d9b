"""The register of measures: what the (i) beside every number says."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = str
Unit = Literal[
    "people",
    "followers",
    "views",
    "engagements",
    "clicks",
    "shares",
    "share",
    "rupiah",
    "times",
    "kappa",
    "goals",
]


class Basis(StrEnum):
    """Counted somewhere, or computed from an assumption."""

    MEASURED = "measured"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in both languages."""

    id: str
    en: str

    def of(self, language: Language) -> str:
        """The English sentence for English, the Indonesian for everything else."""
        return self.en if language.lower().startswith("en") else self.id


@dataclass(frozen=True, slots=True)
class Measure:
    """A number the product shows. `unit` "share" is a fraction: 0.25 is shown as 25 %."""

    key: str
    unit: Unit
    basis: Basis
    titles: Text
    formulas: Text
    sources: Text

    def title(self, language: Language) -> str:
        return self.titles.of(language)

    def formula(self, language: Language) -> str:
        return self.formulas.of(language)

    def source(self, language: Language) -> str:
        return self.sources.of(language)


UNITS: dict[Unit, Text] = {
    "people": Text("orang", "people"),
    "followers": Text("pengikut", "followers"),
    "views": Text("tayangan", "views"),
    "engagements": Text("interaksi", "engagements"),
    "clicks": Text("klik", "clicks"),
    "shares": Text("kali dibagikan", "shares"),
    "share": Text("persen", "percent"),
    "rupiah": Text("rupiah", "rupiah"),
    "goals": Text("kali tercapai", "times reached"),
    "times": Text("kali", "times"),
    "kappa": Text("κ, dari −1 sampai 1", "κ, from −1 to 1"),
}

ARCHIVES = Text("Arsip data yang diunggah anggota", "Data archives uploaded by members")
FOLLOWS = Text(
    "Tanggal mengikuti dalam arsip yang diunggah; pengikut yang sudah pergi tidak ada di dalamnya",
    "Follow dates in uploaded data archives; followers who left again are not in them",
)
PROOFS = Text(
    "Angka unggahan yang dicatat anggota atau PR bersama buktinya",
    "Counts of posts recorded by members or PR with their proof",
)
LINKS = Text("Tautan terlacak; bot disaring", "Tracked links; bots filtered out")
SITE = Text("Skrip di situs perusahaan atau peladennya", "The script on the company's site, or its server")
RECORDS = Text("Catatan Digitroops", "Digitroops' own records")
CARD = Text(
    "Kartu tarif perusahaan sendiri, dengan tanggal berlaku", "The company's own rate card, with its date"
)
FEES = Text("Biaya penempatan yang dicatat PR", "Placement fees recorded by PR")

MEASURED, ESTIMATED = Basis.MEASURED, Basis.ESTIMATED


def unit_cost(side: str, quantity: str, titles: Text, formulas: Text) -> Measure:
    """One of the six figures of the comparison: a cost per unit, inside or outside."""
    internal = side == "internal"
    return Measure(
        f"{quantity}_{side}",
        "rupiah",
        ESTIMATED if internal else MEASURED,
        titles,
        formulas,
        HOURS if internal else FEES,
    )


HOURS = Text("Jam kerja yang dinyatakan dan tarif dari HR", "Declared hours and the loaded rate from HR")

ALL = (
    Measure(
        "reach_sum",
        "followers",
        MEASURED,
        Text("Jumlah pengikut", "Followers in total"),
        Text(
            "Jumlah pengikut semua akun tim. Orang yang mengikuti dua akun terhitung dua kali.",
            "Followers of all the team's accounts added up. Somebody who follows two accounts counts twice.",
        ),
        ARCHIVES,
    ),
    Measure(
        "reach_unique",
        "people",
        MEASURED,
        Text("Jangkauan unik", "Unique reach"),
        Text(
            "Banyaknya pengikut berbeda dari semua akun tim pada platform yang sama; setiap pengikut terhitung "
            "sekali per platform. Hanya akun yang arsipnya sudah dibaca.",
            "How many different followers the team's accounts have; each follower counts once per platform. "
            "Only accounts whose archive has been read.",
        ),
        ARCHIVES,
    ),
    Measure(
        "reach_declared",
        "followers",
        ESTIMATED,
        Text("Jangkauan yang dinyatakan", "Declared reach"),
        Text(
            "Jumlah pengikut yang dinyatakan sendiri × faktor potongan. Tidak ditambahkan ke jangkauan terukur.",
            "Followers as people declared them × the discount factor. Not added to the measured reach.",
        ),
        Text("Pernyataan karyawan, belum diverifikasi", "Employees' own statements, not verified"),
    ),
    Measure(
        "expected_views",
        "views",
        ESTIMATED,
        Text("Perkiraan tayangan per unggahan", "Expected views per post"),
        Text(
            "Jumlah, untuk setiap platform, dari pengikut × bagian pengikut yang biasanya melihat satu unggahan "
            "(rendah sampai tinggi).",
            "For each platform, followers × the share of followers who usually see one post (low to high), added.",
        ),
        Text(
            "Angka unggahan sendiri bila sudah ada, jika belum asumsi yang dapat diubah",
            "The programme's own posts where there are any, otherwise an assumption that can be changed",
        ),
    ),
    Measure(
        "shares",
        "shares",
        MEASURED,
        Text("Konten dibagikan", "Shares"),
        Text(
            "Banyaknya konten yang dibagikan anggota dalam periode ini.",
            "How many times members shared a story in this period.",
        ),
        RECORDS,
    ),
    Measure(
        "views",
        "views",
        MEASURED,
        Text("Tayangan", "Views"),
        Text("Jumlah tayangan semua unggahan yang tercatat.", "Views of all recorded posts added up."),
        PROOFS,
    ),
    Measure(
        "engagements",
        "engagements",
        MEASURED,
        Text("Interaksi", "Engagements"),
        Text(
            "Suka + komentar + dibagikan ulang. Klik tidak termasuk.",
            "Likes + comments + reshares. Clicks are not included.",
        ),
        PROOFS,
    ),
    Measure(
        "clicks",
        "clicks",
        MEASURED,
        Text("Klik", "Clicks"),
        Text(
            "Banyaknya orang yang membuka tautan terlacak; setiap orang dihitung sekali per tautan per hari. Bot, "
            "pratinjau, dan uji coba sendiri tidak dihitung.",
            "How many people opened a tracked link; each counts once per link and day. Bots, previews and own tests "
            "are not counted.",
        ),
        LINKS,
    ),
    Measure(
        "conversions",
        "goals",
        MEASURED,
        Text("Tujuan tercapai", "Goals reached"),
        Text(
            "Banyaknya tujuan di situs perusahaan yang tercapai oleh orang yang sebelumnya mengikuti tautan terlacak, "
            "dalam jumlah hari yang ditetapkan tujuan itu; setiap nomor pesanan dihitung sekali, untuk klik pertama "
            "atau terakhir menurut aturan tujuan itu.",
            "How often a goal on the company's site was reached by somebody who had followed a tracked link within the "
            "goal's days; each order number counts once, for the first or the last click as the goal says.",
        ),
        SITE,
    ),
    Measure(
        "conversion_value",
        "rupiah",
        MEASURED,
        Text("Nilai tujuan", "Value of goals"),
        Text(
            "Jumlah nilai tujuan yang tercapai: nilai tetap tujuan itu, atau yang dilaporkan situs perusahaan.",
            "The values of the goals reached added up: the goal's own value, or what the company's site reported.",
        ),
        SITE,
    ),
    Measure(
        "engagement_rate",
        "share",
        MEASURED,
        Text("Tingkat interaksi per pengikut", "Engagement rate by followers"),
        Text(
            "(Suka + komentar + dibagikan ulang) ÷ (pengikut × jumlah unggahan), dari unggahan yang angkanya tercatat.",
            "(Likes + comments + reshares) ÷ (followers × posts), of posts whose counts are recorded.",
        ),
        PROOFS,
    ),
    Measure(
        "engagement_rate_by_reach",
        "share",
        MEASURED,
        Text("Tingkat interaksi per tayangan", "Engagement rate by views"),
        Text(
            "(Suka + komentar + dibagikan ulang) ÷ tayangan, dari unggahan yang tayangannya tercatat.",
            "(Likes + comments + reshares) ÷ views, of posts whose views are recorded.",
        ),
        PROOFS,
    ),
    Measure(
        "adoption",
        "share",
        MEASURED,
        Text("Adopsi", "Adoption"),
        Text(
            "Anggota yang membagikan paling sedikit satu konten dalam periode ini ÷ semua anggota aktif pada periode "
            "itu (dari potret harian keanggotaan).",
            "Members who shared at least one story in the period ÷ all members active in that period "
            "(from the daily snapshots of membership).",
        ),
        RECORDS,
    ),
    Measure(
        "click_through",
        "share",
        MEASURED,
        Text("Rasio klik-tayang", "Click-through rate"),
        Text(
            "Klik ÷ tayangan, dari unggahan yang tayangannya tercatat.",
            "Clicks ÷ views, of posts whose views are recorded.",
        ),
        LINKS,
    ),
    Measure(
        "growth",
        "share",
        MEASURED,
        Text("Perubahan dari periode sebelumnya", "Change from the previous period"),
        Text(
            "(Periode ini − periode sebelumnya) ÷ periode sebelumnya.",
            "(This period − previous period) ÷ previous period.",
        ),
        RECORDS,
    ),
    Measure(
        "growth_steps",
        "times",
        MEASURED,
        Text("Lonjakan pengikut", "Bursts of new followers"),
        Text(
            "Hari dengan paling sedikit 20 pengikut baru dan 10 kali yang biasa dalam 90 hari sebelum dan sesudahnya; "
            "hari yang berdekatan dihitung satu lonjakan bila membawa 2 persen dari semua pengikut bertanggal. Bisa "
            "juga karena unggahan yang ramai atau liputan media.",
            "Days with at least 20 new followers and 10 times the usual of the 90 days before and after; days close "
            "together are one burst if they brought 2 percent of all dated followers. A post that spread or a report "
            "in the media does this too.",
        ),
        FOLLOWS,
    ),
    Measure(
        "burst_share",
        "share",
        MEASURED,
        Text("Bagian pengikut dari lonjakan", "Share of followers gained in bursts"),
        Text(
            "Pengikut yang datang pada hari lonjakan ÷ semua pengikut yang tanggal mengikutinya diketahui.",
            "Followers who came on days of a burst ÷ all followers whose follow date is known.",
        ),
        FOLLOWS,
    ),
    Measure(
        "count_steps",
        "times",
        MEASURED,
        Text("Kenaikan besar antara dua hitungan", "Large steps between two counts"),
        Text(
            "Dua hitungan berurutan yang naik paling sedikit 100 pengikut dan 25 persen per 30 hari.",
            "Two counts in a row that rise by at least 100 followers and 25 percent in 30 days.",
        ),
        ARCHIVES,
    ),
    Measure(
        "following_ratio",
        "share",
        MEASURED,
        Text("Mengikuti dibanding pengikut", "Followings against followers"),
        Text(
            "Akun yang diikuti ÷ pengikut. Ditanyakan bila lebih dari 1.500 akun diikuti dan melebihi jumlah pengikut.",
            "Accounts followed ÷ followers. Asked above 1,500 accounts followed if more than there are followers.",
        ),
        Text(
            "Arsip data yang diunggah; batas 1.500 dari HypeAuditor",
            "Uploaded data archives; the bound of 1,500 is HypeAuditor's",
        ),
    ),
    Measure(
        "engagement_of_size",
        "share",
        ESTIMATED,
        Text("Interaksi dibanding ukuran akun", "Engagement for the account's size"),
        Text(
            "Median reaksi per unggahan ÷ pengikut, di samping rentang yang biasa untuk akun sebesar ini. Ditanyakan "
            "di bawah seperlima atau di atas lima kali rentang itu.",
            "Median reactions of a post ÷ followers, beside the usual range of accounts of this size. Worth asking "
            "below a fifth or above five times that range.",
        ),
        Text(
            "Arsip data yang diunggah; rentang dari untapper.com (2026), dapat diubah",
            "Uploaded data archives; ranges of untapper.com (2026), can be changed",
        ),
    ),
    Measure(
        "media_value",
        "rupiah",
        ESTIMATED,
        Text("Perkiraan nilai media", "Estimated media value"),
        Text(
            "Untuk setiap platform: tayangan ÷ 1.000 × CPM + klik × CPC + interaksi × CPE, dengan tarif terendah dan "
            "tertinggi; nilai tengah adalah rata-ratanya. Besaran tanpa tarif tidak dihitung.",
            "For each platform: views ÷ 1,000 × CPM + clicks × CPC + engagements × CPE, at the lowest and the highest "
            "rate; the middle is their mean. Quantities without a rate are left out.",
        ),
        CARD,
    ),
    Measure(
        "internal_cost",
        "rupiah",
        ESTIMATED,
        Text("Biaya internal", "Internal cost"),
        Text("Jam × tarif per jam + hadiah + pelatihan.", "Hours × hourly rate + rewards + training."),
        HOURS,
    ),
    Measure(
        "external_cost",
        "rupiah",
        MEASURED,
        Text("Biaya influencer eksternal", "Cost of external influencers"),
        Text("Jumlah biaya semua penempatan.", "The fees of all placements added up."),
        FEES,
    ),
    Measure(
        "agreement",
        "kappa",
        MEASURED,
        Text("Kesepakatan peninjau (kappa Cohen)", "Agreement of reviewers (Cohen's kappa)"),
        Text(
            "κ = (p₀ − pₑ) ÷ (1 − pₑ). p₀: bagian kasus dengan dua putusan pertama yang sama; pₑ: bagian yang akan "
            "sama karena kebetulan, dari seberapa sering setiap putusan dipilih. 1: selalu sepakat, 0: seperti "
            "kebetulan. Selang 95 % dari galat baku asimtotik.",
            "κ = (p₀ − pₑ) ÷ (1 − pₑ). p₀: share of cases whose first two decisions are the same; pₑ: the share "
            "that would be the same by chance, from how often each decision is chosen. 1: always agreed, 0: as by "
            "chance. 95 % interval from the asymptotic standard error.",
        ),
        Text(
            "Dua putusan pertama setiap kasus, diambil tanpa saling melihat",
            "The first two decisions of each case, made without seeing the other",
        ),
    ),
    unit_cost(
        "internal",
        "cpm",
        Text("Biaya per 1.000 tayangan, internal", "Cost per 1,000 views, internal"),
        Text("Biaya internal ÷ tayangan × 1.000.", "Internal cost ÷ views × 1,000."),
    ),
    unit_cost(
        "external",
        "cpm",
        Text("Biaya per 1.000 tayangan, eksternal", "Cost per 1,000 views, external"),
        Text(
            "Biaya influencer eksternal ÷ tayangan × 1.000.", "Fees of external influencers ÷ views × 1,000."
        ),
    ),
    unit_cost(
        "internal",
        "cpe",
        Text("Biaya per interaksi, internal", "Cost per engagement, internal"),
        Text("Biaya internal ÷ interaksi.", "Internal cost ÷ engagements."),
    ),
    unit_cost(
        "external",
        "cpe",
        Text("Biaya per interaksi, eksternal", "Cost per engagement, external"),
        Text("Biaya influencer eksternal ÷ interaksi.", "Fees of external influencers ÷ engagements."),
    ),
    unit_cost(
        "internal",
        "cpc",
        Text("Biaya per klik, internal", "Cost per click, internal"),
        Text("Biaya internal ÷ klik.", "Internal cost ÷ clicks."),
    ),
    unit_cost(
        "external",
        "cpc",
        Text("Biaya per klik, eksternal", "Cost per click, external"),
        Text("Biaya influencer eksternal ÷ klik.", "Fees of external influencers ÷ clicks."),
    ),
)

MEASURES: dict[str, Measure] = {measure.key: measure for measure in ALL}
