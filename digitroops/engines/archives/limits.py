"""What a reading may cost. The defaults fit every real export seen and refuse every hostile file seen."""

from dataclasses import dataclass

MIB, GIB = 1 << 20, 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one archive. Only members on a platform's list count towards the byte limits.

    Real exports inflate up to 24:1 in one member and hold up to some hundred thousand members (one per
    photo, each of which costs 600 bytes of memory); the largest single text member seen is 100 MiB (X) and the
    largest export some hundred MiB of wanted text.
    """

    members: int = 200_000
    directory_bytes: int = 128 * MIB
    member_bytes: int = 2 * GIB
    total_bytes: int = 4 * GIB
    tar_bytes: int = 16 * GIB
    ratio: int = 100
    ratio_floor: int = MIB
    record_bytes: int = 8 * MIB
    rows: int = 5_000_000
    problems: int = 1_000
    notes: int = 50_000
    memory_bytes: int = GIB
    cpu_seconds: int = 600
    wall_seconds: int = 1_800
