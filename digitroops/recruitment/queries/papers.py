"""A proposal as papers for the board: PDF by typst, XLSX with one sheet for each question."""

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typst
import xlsxwriter
from django.utils.translation import gettext as _

from digitroops.people.queries import company
from digitroops.recruitment.models import Proposal, Seat
from digitroops.recruitment.queries import desk
from digitroops.recruitment.queries.found import appraisal_of
from digitroops.recruitment.queries.reasons import names_in, viewer_language
from digitroops.recruitment.queries.selection import fairness_of, in_viewer_language, seats_of
from digitroops.ui.formats import moment, number, percent

TEMPLATE = Path(__file__).parents[1] / "team.typ"
FONTS = Path(__file__).parents[2] / "ui" / "print" / "fonts"
WIDEST = 60

Table = tuple[str, Sequence[object], list[Sequence[object]]]


def seat_head() -> tuple[str, ...]:
    return (
        _("In the team"),
        _("Employee number"),
        _("Name"),
        _("Work unit"),
        _("Followers"),
        _("Unique reach"),
        _("Reasons"),
    )


def seat_rows(proposal: Proposal) -> Iterator[tuple[object, ...]]:
    for seat in seats_of(proposal):
        yield _seat_row(seat)


def _seat_row(seat: Seat) -> tuple[object, ...]:
    employee = seat.member.employee
    return (
        _("yes") if seat.chosen else _("no"),
        employee.number,
        employee.name,
        employee.unit.path,
        seat.reach,
        seat.unique_reach,
        " ".join(in_viewer_language(seat.reasons)),
    )


def workbook_of(proposal: Proposal) -> bytes:
    """The proposal as XLSX. Texts are written as texts, so that nothing in them runs as a formula."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for title, names, rows in tables_of(proposal):
        sheet = book.add_worksheet(title[:31])
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(names):
            widest = max([len(str(name)), *(len(str(row[column])) for row in rows)], default=8)
            sheet.set_column(column, column, min(widest, WIDEST) + 2)
            sheet.write_string(0, column, str(name), head)
        for line, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float) and not isinstance(cell, bool):
                    sheet.write_number(line, column, cell)
                else:
                    sheet.write_string(line, column, "" if cell is None else str(cell))
    book.close()
    return made.getvalue()


def tables_of(proposal: Proposal) -> Iterator[Table]:
    """The sheets: figures, everybody with reasons, the map, pairs who share followers, rules, fairness."""
    appraisal, names = appraisal_of(proposal), names_in(proposal.programme)
    yield _("Figures"), (_("Figure"), _("Value"), _("Basis")), list(_figures(proposal))
    yield _("People"), seat_head(), list(seat_rows(proposal))
    map_rows: list[Sequence[object]] = [
        (part.title, line.label, line.team, line.base, round(line.team_share, 4), round(line.base_share, 4))
        for part in desk.map_of(appraisal)
        for line in part.lines
    ]
    head = (_("Group"), _("Name"), _("In the team"), _("In all"), _("Share of the team"), _("Share of all"))
    yield _("Map"), head, map_rows
    pairs: list[Sequence[object]] = [
        (one.one, one.other, one.shared, round(one.share, 4)) for one in desk.pairs_of(appraisal, names)
    ]
    yield (
        _("Overlap"),
        (_("One person"), _("Another person"), _("Followers of both"), _("Of the smaller audience")),
        pairs,
    )
    rules: list[Sequence[object]] = [
        (line.text, _("yes") if line.kept else _("no"), "" if line.price is None else round(line.price, 4))
        for line in desk.rule_lines(proposal, appraisal, names)
    ]
    yield _("Rules"), (_("Rule"), _("Kept"), _("Reach without it")), rules
    fair: list[Sequence[object]] = [
        (
            part["title"],
            row["group"],
            row["applied"],
            row["chosen"],
            "" if row["ratio"] is None else row["ratio"],
        )
        for part in fairness_of(proposal)
        for row in part["rows"]
    ]
    yield _("Fairness"), (_("Group"), _("Name"), _("Applied"), _("Chosen"), _("Ratio to the best")), fair


def _figures(proposal: Proposal) -> Iterator[tuple[object, ...]]:
    figures, measured, estimated = proposal.figures, _("Measured"), _("Estimated")
    yield _("Unique reach"), figures.get("unique_reach", 0), measured
    yield _("Followers of all accounts"), figures.get("reach_sum", 0), measured
    yield _("Overlap"), round(figures.get("overlap", 0), 4), measured
    yield _("Expected views of a post"), round(figures.get("views") or 0), estimated
    yield _("Followers who usually react"), figures.get("engaged", 0), estimated
    yield _("Followers that were only typed"), figures.get("declared", 0), estimated
    yield _("Never in a team before"), figures.get("newcomers", 0), measured
    yield _("Distance to the proven bound"), round(figures.get("gap", 0), 4), measured


def pdf_of(proposal: Proposal) -> bytes:
    """The proposal as a PDF of a few pages; everything in it is plain text, nothing is read as markup."""
    made = typst.compile(
        str(TEMPLATE),
        sys_inputs={"team": json.dumps(_content(proposal))},
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)
    return made


def _content(proposal: Proposal) -> dict[str, Any]:
    figures, firm = proposal.figures, company()
    return {
        "title": proposal.name,
        "lang": viewer_language(),
        "sender": f"{firm.name if firm else 'Digitroops'} · {proposal.programme.name}",
        "state": _state(proposal),
        "foot": _("Digitroops, as of %(when)s") % {"when": moment(proposal.submitted or proposal.created)},
        "note": _(
            "%(n)s followers of all accounts, %(share)s of them counted twice. Proven to lie within %(gap)s of the "
            "best possible team. Measured and estimated figures are never added."
        )
        % {
            "n": number(figures.get("reach_sum", 0)),
            "share": percent(figures.get("overlap", 0), 0),
            "gap": percent(figures.get("gap", 0)),
        },
        "figures": [
            {"label": _("People"), "basis": "", "value": number(figures.get("size", 0))},
            _box(_("Unique reach"), _("Measured"), figures.get("unique_reach")),
            _box(_("Expected views of a post"), _("Estimated"), figures.get("views")),
            _box(_("Usually react"), _("Estimated"), figures.get("engaged")),
        ],
        "parts": list(_parts(proposal)),
    }


def _box(label: str, basis: str, value: float | None) -> dict[str, str]:
    return {"label": label, "basis": basis, "value": number(round(value)) if value is not None else "–"}


def _state(proposal: Proposal) -> str:
    words = [str(proposal.get_state_display())]
    if proposal.submitted_by:
        words.append(_("handed in by %(who)s") % {"who": proposal.submitted_by})
    if proposal.approved_by:
        words.append(_("approved by %(who)s") % {"who": proposal.approved_by})
    return ", ".join(words)


def _part(title: str, text: str = "", **rest: Any) -> dict[str, Any]:
    return {
        "title": title,
        "text": text,
        "head": [],
        "rows": [],
        "widths": [],
        "aligns": [],
        "items": [],
    } | rest


def _parts(proposal: Proposal) -> Iterator[dict[str, Any]]:
    seats = seats_of(proposal)
    appraisal, names = appraisal_of(proposal), names_in(proposal.programme)
    broken = in_viewer_language(proposal.figures.get("broken", []))
    if broken:
        yield _part(_("Rules that this team breaks"), items=broken)
    yield _part(
        _("Everybody in the team"),
        head=[_("Name"), _("Work unit"), _("Followers"), _("Unique"), _("Why in the team")],
        widths=[3, 3, "auto", "auto", 6],
        aligns=["left", "left", "right", "right", "left"],
        rows=[
            [
                seat.member.employee.name,
                seat.member.employee.unit.name,
                number(seat.reach),
                number(seat.unique_reach),
                " ".join(in_viewer_language(seat.reasons)),
            ]
            for seat in seats
            if seat.chosen
        ],
    )
    for part in desk.map_of(appraisal)[:3]:
        yield _part(
            part.title,
            _("Held against %(what)s.") % {"what": part.against},
            head=[part.title, _("In the team"), _("Share of the team"), _("Share of all")],
            widths=[4, 1, 1, 1],
            aligns=["left", "right", "right", "right"],
            rows=[
                [line.label, number(line.team), percent(line.team_share, 0), percent(line.base_share, 0)]
                for line in part.lines
            ],
        )
    lines = desk.rule_lines(proposal, appraisal, names)
    if lines:
        yield _part(_("The rules"), items=[line.text for line in lines])
    yield _part(
        _("First on the waiting list"),
        _("In the order in which they would add most. They stay in the pool for the next round."),
        items=[
            f"{seat.member.employee.name}, {seat.member.employee.unit.name}"
            for seat in seats
            if not seat.chosen
        ][:10]
        or [_("Nobody")],
    )
