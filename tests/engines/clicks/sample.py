"""The sample of agents: people in apps and browsers, and the machines among them."""

from pathlib import Path
from typing import NamedTuple


class Agent(NamedTuple):
    kind: str
    name: str
    text: str


LINES = (Path(__file__).parent / "agents.tsv").read_text(encoding="utf-8").splitlines()[1:]
SAMPLE = [Agent(*line.split("\t")) for line in LINES]
PEOPLE = [agent for agent in SAMPLE if agent.kind == "person"]
MACHINES = [agent for agent in SAMPLE if agent.kind != "person"]
