"""How many arrivals the verdict engine judges in a second, and how it errs on its sample.

python benchmarks/verdicts.py [--people FILE] [--machines FILE]

The files hold one agent a line: an outside sample of browsers and one of crawlers, so that the figures do not rest
on our own sample alone.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from digitroops.engines.clicks import PEOPLE, Facts, client_of, judge, judge_agent

SAMPLE = Path(__file__).parents[1] / "tests/engines/clicks/agents.tsv"
ROUNDS = 200_000


def per_second(work: Callable[[int], object], times: int) -> float:
    begun = time.process_time()
    for number in range(times):
        work(number)
    return times / (time.process_time() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=Path)
    parser.add_argument("--machines", type=Path)
    options = parser.parse_args()
    rows = [line.split("\t") for line in SAMPLE.read_text(encoding="utf-8").splitlines()[1:]]
    agents = [text for _kind, _name, text in rows]
    people = [text for kind, _name, text in rows if kind == "person"]
    machines = [text for kind, _name, text in rows if kind != "person"]
    print(f"sample: {len(people)} people, {wrong(people, machine=True)} called machines")
    print(f"sample: {len(machines)} machines, {wrong(machines, machine=False)} called people")
    for path, machine in ((options.people, True), (options.machines, False)):
        if path:
            lines = path.read_text(encoding="utf-8").splitlines()
            print(f"{path.name}: {len(lines)} agents, {wrong(lines, machine=machine)} judged wrongly")
    facts = [Facts(agent) for agent in agents]
    known = per_second(lambda n: judge(facts[n % len(facts)]), ROUNDS)
    new = per_second(lambda n: judge_agent(f"{people[n % len(people)]} {n}"), 4000)
    dressed = per_second(lambda n: client_of(f"{people[n % len(people)]} {n}"), 4000)
    print(f"judgements a CPU second: {known:,.0f} of agents seen before, {new:,.0f} of agents never seen")
    print(f"device, browser, system and app a CPU second: {dressed:,.0f} of agents never seen")


def wrong(agents: list[str], *, machine: bool) -> int:
    return sum((judge_agent(agent[:300]).verdict not in PEOPLE) is machine for agent in agents)


if __name__ == "__main__":
    main()
