"""What people did on the company's site after they had followed a link: registrations and orders of school kits."""

import datetime as dt
from collections import Counter
from random import Random

from digitroops.demo.moments import ZONE, clock
from digitroops.demo.people import Cast
from digitroops.demo.today import LAST_HOUR
from digitroops.links.conversions import DAY
from digitroops.links.models import Click, Conversion, Goal
from digitroops.links.upserts import add_to
from digitroops.programme.models import Programme

GOALS = (
    ("daftar-imunisasi", "Pendaftaran hari imunisasi", 35_000, False, 0.021),
    ("pesan-modul", "Pesanan modul kelas vaksin", 0, True, 0.004),
)
PRICES = (120_000, 180_000, 240_000, 450_000)


def make_goals(random: Random, cast: Cast, programme: Programme, today: dt.date) -> int:
    """Two goals and who reached them, some minutes to days after a click; returns how many did."""
    made: list[Conversion] = []
    people = list(Click.objects.filter(verdict=Click.Verdict.PERSON).order_by("at", "visitor"))
    end = clock(today, LAST_HOUR)
    for key, name, value, is_open, chance in GOALS:
        goal = Goal.objects.create(
            programme=programme,
            key=key,
            name=name,
            value=value,
            open_value=is_open,
            server_only=is_open,
            created_by=cast.pr,
            created=clock(today - dt.timedelta(days=45), 9),
        )
        for click in people:
            at = click.at + dt.timedelta(minutes=random.choice((4, 9, 22, 90, 1600, 5000)))
            if random.random() >= chance or at >= end:
                continue
            made.append(
                Conversion(
                    goal=goal,
                    link_id=click.link_id,
                    at=at,
                    date=at.astimezone(ZONE).date(),
                    clicked=click.at.replace(second=0, microsecond=0),
                    order=f"{key}-{len(made) + 1001}",
                    value=random.choice(PRICES) if is_open else value,
                    via=Conversion.Via.SERVER if is_open else Conversion.Via.SCRIPT,
                )
            )
    Conversion.objects.bulk_create(made, batch_size=400)
    sums: Counter[tuple[object, ...]] = Counter()
    for one in made:
        row = (one.goal_id, one.link_id, one.date)
        sums[(*row, "number")] += 1
        sums[(*row, "value")] += one.value
    add_to(DAY, sums)
    return len(made)
