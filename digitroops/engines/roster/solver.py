"""The exact solver (HiGHS) behind feasibility, contradictions and the judge of small teams."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import highspy
import numpy as np
from numpy.typing import NDArray

from digitroops.engines.roster.constraints import Constraints
from digitroops.engines.roster.rules import Rule

MOST_SUBSETS = 2000

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """Maximise cost · x where lows <= rows @ x <= highs and 0 <= x <= upper, whole where `whole` says so."""

    cost: Numbers
    upper: Numbers
    rows: Numbers
    lows: Numbers
    highs: Numbers
    whole: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The best values found, their worth and the proven bound on any worth."""

    values: Numbers
    worth: float
    bound: float


class _Quiet(highspy.Highs):
    """HiGHS without its greeting, which it prints while its callbacks are switched on."""

    def enableCallbacks(self) -> None:  # noqa: N802 -- the library's name
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def solve(program: Program, *, seconds: float | None = None) -> Solution | None:
    """The best solution, or None where there is none. With `seconds` the bound may lie above the worth."""
    solver = _Quiet()  # type: ignore[no-untyped-call]
    solver.setOptionValue("threads", 1)
    if seconds is not None:
        solver.setOptionValue("time_limit", seconds)
    solver.passModel(model_of(program))
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    worth = float(info.objective_function_value)
    bound = float(info.mip_dual_bound) if program.whole.any() else worth
    return Solution(np.array(solver.getSolution().col_value), worth, bound)


def model_of(program: Program) -> highspy.HighsLp:
    """The program as HiGHS takes it."""
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(program.cost), len(program.lows)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_, model.col_lower_, model.col_upper_ = (
        program.cost,
        np.zeros(len(program.cost)),
        program.upper,
    )
    model.row_lower_, model.row_upper_ = program.lows, program.highs
    filled = program.rows != 0
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(filled.sum(axis=1))))
    model.a_matrix_.index_ = np.nonzero(filled)[1]
    model.a_matrix_.value_ = program.rows[filled]
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    model.integrality_ = [kinds[bool(whole)] for whole in program.whole]
    return model


def template(constraints: Constraints, worth: Numbers, most: int) -> NDArray[np.intp] | None:
    """How many people of each class a team that keeps the rules can have, or None where there is no such team.

    Of all such teams one is found that is worth much, by the mean worth of the best `most` people of each class.
    """
    columns, which = constraints.classes
    size = np.bincount(which, minlength=columns.shape[1])
    best = [float(np.sort(worth[which == one])[-most:].mean()) for one in range(columns.shape[1])]
    found = solve(
        Program(
            np.array(best) + 1e-6,
            size.astype(float),
            columns.astype(float),
            constraints.low.astype(float),
            constraints.high.astype(float),
            np.ones(len(size), dtype=bool),
        )
    )
    return None if found is None else np.rint(found.values).astype(np.intp)


def possible(constraints: Constraints) -> bool:
    """Whether any team keeps the rules."""
    if not len(constraints.rules):
        return True
    return template(constraints, np.zeros(constraints.rows.shape[1]), 1) is not None


def contradiction(constraints: Constraints) -> tuple[Rule, ...]:
    """The smallest set of rules that no team can keep together.

    First rules are dropped one by one as long as the rest still contradict each other; then smaller sets are tried,
    as long as they are not too many. The result contradicts itself always, and without any one of its rules never.
    """
    rules = tuple(dict.fromkeys(constraints.rules))
    kept = list(rules)
    for rule in rules:
        rest = [other for other in kept if other != rule]
        if not possible(constraints.only(rest)):
            kept = rest
    return smaller(constraints, rules, len(kept)) or tuple(kept)


def smaller(constraints: Constraints, rules: Sequence[Rule], size: int) -> tuple[Rule, ...]:
    """A contradiction of fewer rules than `size`, if there is one and the sets are not too many to try."""
    for fewer in range(1, size):
        if comb(len(rules), fewer) > MOST_SUBSETS:
            break
        for some in combinations(rules, fewer):
            if not possible(constraints.only(some)):
                return some
    return ()
