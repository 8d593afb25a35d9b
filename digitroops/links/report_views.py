"""Where goals are reported from outside: the script, what it sends, and the call from the company's server."""

from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitroops.links.conversions import Outcome, Report, take
from digitroops.links.goal_actions import hash_of
from digitroops.links.models import Conversion, ReportKey
from digitroops.links.reports import ReportRefused, is_own_site, read_words
from digitroops.people import limits
from digitroops.people.access import public

SCRIPT = Path(__file__).parent / "script" / "t.js"
STATUS = {Outcome.COUNTED: 201, Outcome.KNOWN: 200}
ADVICE = {
    Outcome.NO_CLICK: "None of the references is of a click on a link of ours.",
    Outcome.TOO_LATE: "Every click is older than the days of the goal.",
    Outcome.NO_GOAL: "There is no goal of this short name, or it has ended.",
    Outcome.ONLY_SERVER: "This goal may only be reported by your server.",
}


@lru_cache(maxsize=1)
def _script() -> bytes:
    return SCRIPT.read_bytes()


@public
@require_safe
def script(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(_script(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _answer(status: int, outcome: str, detail: str = "") -> JsonResponse:
    return JsonResponse(
        {"outcome": outcome, "detail": detail} if detail else {"outcome": outcome}, status=status
    )


def _result(outcome: Outcome) -> JsonResponse:
    return _answer(STATUS.get(outcome, 422), outcome, ADVICE.get(outcome, ""))


@public
@csrf_exempt
@require_http_methods(["POST", "OPTIONS"])
def report(request: HttpRequest) -> HttpResponse:
    """What the script sends. Only pages of the company's own domains may read the answer, and only they count."""
    origin = request.headers.get("Origin", "")
    if not is_own_site(origin):
        return _answer(400, "refused", "Only pages of the company's own domains may report goals.")
    response = HttpResponse(status=204) if request.method == "OPTIONS" else _report(request)
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Allow-Headers"] = "Content-Type"
    response.headers["Access-Control-Max-Age"] = "86400"
    response.headers["Vary"] = "Origin"
    return response


def _report(request: HttpRequest) -> HttpResponse:
    try:
        words = read_words(request.body)
    except ReportRefused as refused:
        return _answer(400, "unreadable", str(refused))
    last = words.references[-1] if words.references else "-"
    if not limits.allow(kind="goal", email=last, address=limits.address_of(request)):
        return _answer(429, "too-many", "Too many reports; try again in a quarter of an hour.")
    return _result(
        take(
            Report(
                goal=words.goal,
                at=timezone.now(),
                via=Conversion.Via.SCRIPT,
                references=words.references,
                order=words.order,
                value=words.value,
            )
        )
    )


@public
@csrf_exempt
@require_POST
def report_server(request: HttpRequest) -> HttpResponse:
    """The call from the company's server, with its key in the Authorization header."""
    key = _key_of(request)
    if key is None:
        return _answer(401, "refused", "Send `Authorization: Bearer` with a key from the page Goals.")
    try:
        words = read_words(request.body)
    except ReportRefused as refused:
        return _answer(400, "unreadable", str(refused))
    now = timezone.now()
    ReportKey.objects.filter(pk=key.pk).update(used=now)
    found = Report(
        goal=words.goal,
        at=now,
        via=Conversion.Via.SERVER,
        references=words.references,
        order=words.order,
        value=words.value,
    )
    return _result(take(found, programme=key.programme))


def _key_of(request: HttpRequest) -> ReportKey | None:
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return None
    keys = ReportKey.objects.select_related("programme")
    return keys.filter(hash=hash_of(secret.strip()), revoked=None).first()
