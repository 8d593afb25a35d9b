"""`digitroops demo`: load the demo company into an empty database."""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import django


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops demo", description=__doc__)
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument(
        "--today", type=dt.date.fromisoformat, default=dt.datetime.now(ZoneInfo("Asia/Jakarta")).date()
    )
    options = parser.parse_args(arguments)

    django.setup()
    from digitroops.demo import SIGN_INS, load
    from digitroops.people.models import Company

    if Company.objects.exists():
        sys.stderr.write("There is a company in this database already; the demo needs an empty one.\n")
        return 1
    load(seed=options.seed, today=options.today)
    for sign_in in SIGN_INS:
        sys.stdout.write(f"{sign_in.email:<42} {sign_in.role}\n")
    return 0
