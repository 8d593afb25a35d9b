"""Reasons as a key with parameters, and their sentences in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from digitroops.engines.measure import Text
from digitroops.engines.roster.rules import (
    Apart,
    AtLeast,
    AtMost,
    Differs,
    EligibleOnly,
    Group,
    GroupKind,
    Must,
    MustNot,
    Rule,
    Size,
    Together,
)

Parameter = str | int | float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so: a key of `REASONS` and what its sentence needs. `rule` is the rule it speaks of."""

    key: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    rule: Rule | None = None


REASONS: dict[str, Text] = {
    # in
    "brings": Text(
        "Menjangkau {people} orang yang tidak dijangkau anggota lain.",
        "Reaches {people} people whom nobody else in the team reaches.",
    ),
    "brings_declared": Text(
        "Menyatakan {people} pengikut; angkanya belum diverifikasi dan dihitung {percent} %.",
        "Declares {people} followers; the number is not verified and counts {percent} %.",
    ),
    "satisfies": Text("Memenuhi aturan “{rule}”.", "Satisfies the rule “{rule}”."),
    "named": Text("Ditetapkan masuk oleh aturan “{rule}”.", "Put in by the rule “{rule}”."),
    "unit_share": Text(
        "Mewakili unit kerja {unit}, sesuai bagiannya dari karyawan.",
        "Stands for the unit {unit}, within its share of the workforce.",
    ),
    # out
    "not_eligible": Text("Belum memenuhi syarat: {criteria}.", "Does not meet the criteria: {criteria}."),
    "ruled_out": Text("Tidak dipilih karena aturan “{rule}”.", "Left out by the rule “{rule}”."),
    "less_than": Text(
        "{member} menambah nilai setara {people} orang lebih banyak bagi tim.",
        "{member} brings the team the worth of {people} more people.",
    ),
    "as_much": Text(
        "Bagi tim nilainya setara dengan {member}, dan kursinya hanya satu.",
        "Worth as much to the team as {member}, and there is one seat.",
    ),
    "already_reached": Text(
        "{percent} % pengikutnya sudah dijangkau tim.",
        "{percent} % of their followers are already reached by the team.",
    ),
    "no_followers": Text(
        "Belum ada pengikut yang diketahui. Unggah arsip data atau nyatakan jumlah pengikut.",
        "No followers are known yet. Upload a data archive or declare the number of followers.",
    ),
    "team_full": Text("Semua kursi terisi.", "Every seat is taken."),
    # problems
    "no_candidates": Text(
        "Belum ada calon. Buka pendaftaran atau undang karyawan.",
        "There are no candidates. Open a call or invite employees.",
    ),
    "nobody_eligible": Text(
        "Tidak ada calon yang memenuhi semua syarat. Periksa syarat programnya atau lengkapi data calon.",
        "No candidate meets every criterion. Check the programme's criteria or complete the candidates' data.",
    ),
    "too_few": Text(
        "Hanya {eligible} calon memenuhi syarat, padahal tim membutuhkan {low}. "
        "Kecilkan tim atau perpanjang pendaftaran.",
        "Only {eligible} candidates are eligible but the team needs {low}. Make the team smaller or extend the call.",
    ),
    "bad_size": Text(
        "Ukuran tim {low} sampai {high} tidak mungkin. Isi angka yang tidak negatif, dari kecil ke besar.",
        "A team of {low} to {high} is not possible. Give numbers that are not negative, the smaller one first.",
    ),
    "bad_number": Text(
        "Aturan “{rule}” memuat angka negatif. Ubah menjadi 0 atau lebih.",
        "The rule “{rule}” has a negative number. Change it to 0 or more.",
    ),
    "bad_wish": Text(
        "Bobot harapan tidak boleh negatif. Ubah menjadi 0 atau lebih.",
        "A wish cannot be worth less than nothing. Change it to 0 or more.",
    ),
    "bad_factor": Text(
        "Faktor pengikut yang dinyatakan harus antara 0 dan 1, bukan {factor}.",
        "The factor of declared followers lies between 0 and 1, not at {factor}.",
    ),
    "same_key": Text(
        "Kode {key} dipakai dua calon. Gabungkan atau beri kode berbeda.",
        "Two candidates have the key {key}. Merge them or give them different keys.",
    ),
    "same_account": Text(
        "{first} dan {second} memakai akun {platform} yang sama ({handle}). Tanyakan milik siapa akun itu.",
        "{first} and {second} use the same {platform} account ({handle}). Ask whose account it is.",
    ),
    "unknown_person": Text(
        "Aturan “{rule}” menyebut {key}, yang bukan calon. Ubah atau hapus aturannya.",
        "The rule “{rule}” names {key}, who is not a candidate. Change or remove the rule.",
    ),
    "empty_rule": Text(
        "Aturan “{rule}” membutuhkan paling sedikit dua orang.",
        "The rule “{rule}” needs at least two people.",
    ),
    "generation_ground": Text(
        "Generasi hanya boleh dipakai bila program menyatakan dasar hukumnya. Isi dasarnya atau hapus aturannya.",
        "Generation may only be used where the programme declares its lawful ground. "
        "State the ground or remove the rule.",
    ),
    "no_headcount": Text(
        "Keseimbangan antarunit tidak dihitung karena jumlah karyawan per unit belum ada. Impor data karyawan.",
        "Balance over units is not counted because the headcount by unit is missing. Import the employees.",
    ),
    "no_audience": Text(
        "Pengikut {key} di {platform} tidak diketahui: arsip belum ada atau ditarik. "
        "Minta arsip atau jumlah pengikutnya.",
        "The followers of {key} on {platform} are not known: there is no archive or it was withdrawn. "
        "Ask for the archive or the number.",
    ),
    "zero_followers": Text(
        "Arsip {key} di {platform} tidak berisi satu pengikut pun. Periksa apakah arsipnya lengkap.",
        "The archive of {key} on {platform} holds no follower at all. Check whether it is complete.",
    ),
    "absurd_number": Text(
        "{key} menyatakan {number} pengikut di {platform}. Periksa angkanya; untuk sementara dihitung 0.",
        "{key} declares {number} followers on {platform}. Check the number; it counts 0 for now.",
    ),
}

GROUPS: dict[GroupKind, Text] = {
    "unit": Text("dari {value}", "from {value}"),
    "platform": Text("di {value}", "on {value}"),
    "language": Text("berbahasa {value}", "who speak {value}"),
    "location": Text("di {value}", "in {value}"),
    "generation": Text("dari generasi {value}", "of generation {value}"),
    "tag": Text("dengan tanda {value}", "marked {value}"),
    "newcomer": Text("yang baru pertama kali", "who are new"),
    "hours": Text("yang punya {value} jam sebulan atau lebih", "who have {value} hours a month or more"),
}
TAGS = {"needs_training": Text("yang masih perlu kursi pelatihan", "who still need a trainer's seat")}


def group_text(group: Group, language: str) -> str:
    """A group in words: "from Production"."""
    words = TAGS.get(group.value, GROUPS["tag"]) if group.kind == "tag" else GROUPS[group.kind]
    return words.of(language).format(value=group.value)


RULES: dict[type[Rule], Text] = {
    AtLeast: Text("paling sedikit {number} {group}", "at least {number} {group}"),
    AtMost: Text("paling banyak {number} {group}", "at most {number} {group}"),
    Must: Text("{key} masuk tim", "{key} is in the team"),
    MustNot: Text("{key} tidak masuk tim", "{key} is not in the team"),
    Together: Text("{keys} bersama atau tidak sama sekali", "{keys} together or not at all"),
    Apart: Text("paling banyak satu dari {keys}", "at most one of {keys}"),
    Size: Text("tim {low} sampai {high} orang", "a team of {low} to {high}"),
    EligibleOnly: Text("hanya yang memenuhi syarat", "only people who meet the criteria"),
    Differs: Text("paling banyak {number} dari tim lain", "at most {number} of another team"),
}


def rule_text(rule: Rule, language: str) -> str:
    """A rule in words: "at least 2 from Production"."""
    words = {name: getattr(rule, name) for name in rule.__dataclass_fields__}
    if isinstance(rule, AtLeast | AtMost):
        words["group"] = group_text(rule.group, language)
    if isinstance(rule, Together | Apart):
        words["keys"] = ", ".join(rule.keys)
    return RULES[type(rule)].of(language).format(**words)


def reason_text(reason: Reason, language: str) -> str:
    """A reason as a sentence. Numbers are written the way of the language: 1.234 in id, 1,234 in en."""
    words: dict[str, str] = {key: written(value, language) for key, value in reason.parameters.items()}
    if reason.rule is not None:
        words["rule"] = rule_text(reason.rule, language)
    return REASONS[reason.key].of(language).format(**words)


def written(value: Parameter, language: str) -> str:
    """A parameter in words."""
    if isinstance(value, str):
        return value
    plain = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
    return plain if language.lower().startswith("en") else plain.translate(str.maketrans(",.", ".,"))
