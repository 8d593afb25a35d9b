"""Clicks that mean people: who arrives at a link, with what, from where. Pure Python, no clock, no storage."""

from digitroops.engines.clicks.apps import app_of
from digitroops.engines.clicks.bursts import Hit, bursts_in
from digitroops.engines.clicks.client import Client, client_of, device_of, language_of
from digitroops.engines.clicks.judging import clean, judge, judge_agent
from digitroops.engines.clicks.kinds import MACHINES, PEOPLE, RULE, Facts, Judgement, Kind
from digitroops.engines.clicks.reference import Reference, make_reference, read_reference
from digitroops.engines.clicks.sources import name_of, referrer_host, source_of
from digitroops.engines.clicks.touch import Touch, touched

__all__ = [
    "MACHINES",
    "PEOPLE",
    "RULE",
    "Client",
    "Facts",
    "Hit",
    "Judgement",
    "Kind",
    "Reference",
    "Touch",
    "app_of",
    "bursts_in",
    "clean",
    "client_of",
    "device_of",
    "judge",
    "judge_agent",
    "language_of",
    "make_reference",
    "name_of",
    "read_reference",
    "referrer_host",
    "source_of",
    "touched",
]
