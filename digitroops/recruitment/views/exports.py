"""A proposal for the board and for a spreadsheet."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitroops.recruitment.queries import papers
from digitroops.recruitment.views.selection import board_allowed, proposal_of
from digitroops.ui.downloads import csv_download

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@board_allowed
@require_safe
def as_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    found = proposal_of(request, pk)
    return csv_download(f"digitroops-team-{found.pk}.csv", papers.seat_head(), papers.seat_rows(found))


@board_allowed
@require_safe
def as_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    return _download(papers.workbook_of(found), XLSX, f"digitroops-team-{found.pk}.xlsx")


@board_allowed
@require_safe
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    found = proposal_of(request, pk)
    return _download(papers.pdf_of(found), "application/pdf", f"{_('team')}-{found.pk}.pdf")


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
