"""Sending an archive: as one form, or in pieces by the tus protocol (https://tus.io), which survives a cut."""

import base64
import binascii
import re
import tempfile
from collections.abc import Iterator, Mapping

from django.conf import settings
from django.core.files import File
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from digitroops.people.access import employee_of, signed_in, viewer_of
from digitroops.presence import actions, sentences
from digitroops.presence.models import Upload
from digitroops.presence.queries import uploads_of
from digitroops.presence.uploads import LimitedUploadHandler, announced_size, was_cut_off
from digitroops.presence.views.accounts import back_of, own_account, sending_context
from digitroops.ui.toasts import say

DIGEST = re.compile(r"[0-9a-f]{64}")
TUS = {"Tus-Resumable": "1.0.0", "Cache-Control": "no-store"}
BLOCK, PIECE = 64 * 1024, 8 * 1024 * 1024
REFUSALS: Mapping[type[Exception], int] = {
    actions.ConsentMissing: 403,
    actions.TooLarge: 413,
    actions.TooMany: 429,
    actions.Full: 507,
    actions.Damaged: 422,
}


@signed_in
@require_http_methods(["POST", "OPTIONS"])
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Creation: answers with the address that takes the bytes."""
    account = own_account(request, pk)
    if request.method == "OPTIONS":
        about = {"Tus-Version": "1.0.0", "Tus-Extension": "creation,expiration,termination"}
        return answer(204, **about, **{"Tus-Max-Size": str(settings.ARCHIVE_MAX_BYTES)})
    length, told = request.headers.get("Upload-Length", ""), metadata(request)
    if not length.isdecimal() or not int(length):
        return answer(400, _("No file arrived. Choose the zip file, then send it."))
    if int(length) > settings.ARCHIVE_MAX_BYTES:
        return answer(413, sentences.too_large())
    try:
        upload = actions.start_upload(
            account=account,
            file_name=plain_name(told.get("filename", "")),
            length=int(length),
            sha256=told.get("sha256", "") if DIGEST.fullmatch(told.get("sha256", "")) else "",
            left_files=whole(told.get("left_files", ""), 2**31 - 1),
            left_bytes=whole(told.get("left_bytes", ""), 2**63 - 1),
            together=whole(told.get("together", ""), 2**15 - 1) or 1,
        )
    except tuple(REFUSALS) as refusal:
        return refused(refusal)
    place = reverse("presence:upload-piece", args=[upload.token])
    return answer(201, Location=place, **state_of(upload))


@signed_in
@require_http_methods(["HEAD", "PATCH", "DELETE", "POST"])
def piece(request: HttpRequest, token: str) -> HttpResponse:
    """Where an upload stands, its next bytes, or its end; some proxies let only POST through."""
    upload = get_object_or_404(uploads_of(employee_of(request)), token=token)
    method = request.headers.get("X-HTTP-Method-Override", request.method or "")
    if method == "HEAD":
        return answer(200, **state_of(upload))
    if method == "DELETE":
        actions.discard_upload(upload=upload)
        return answer(204)
    if method != "PATCH" or request.content_type != "application/offset+octet-stream":
        return answer(415)
    return go_on(request, upload)


def go_on(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Keep the bytes of a request, if they follow those that are here."""
    if request.headers.get("Upload-Offset", "") != str(upload.received):
        return answer(409, **state_of(upload))
    try:
        for size, file in pieces_of(request, upload.length - upload.received):
            actions.keep_piece(upload=upload, start=upload.received, piece=file, size=size)
    except actions.WrongPlace:
        return answer(409)
    except actions.Full as refusal:
        return refused(refusal)
    return answer(204, **state_of(upload))


def pieces_of(request: HttpRequest, left: int) -> Iterator[tuple[int, "File[bytes]"]]:
    """The bytes of a request in files of some megabytes; of one that was cut, what had arrived."""
    going = True
    while going and left:
        with tempfile.SpooledTemporaryFile(max_size=2**20, dir=settings.FILE_UPLOAD_TEMP_DIR) as file:
            size = 0
            while size < min(PIECE, left):
                try:
                    block = request.read(min(BLOCK, left - size))
                except (UnreadablePostError, OSError):
                    block = b""
                if not block:
                    going = False
                    break
                file.write(block)
                size += len(block)
            if size:
                file.seek(0)
                yield size, File(file, "piece")
            left -= size


def metadata(request: HttpRequest) -> dict[str, str]:
    """The pairs of the header Upload-Metadata; a value that is not well-formed is left out."""
    found = {}
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        key, _space, value = pair.strip().partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    return found


def plain_name(text: str) -> str:
    """A file's own name without folders and without characters that no screen or database shows."""
    name = text.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in name if sign.isprintable()).strip(". ") or "archive"


def whole(text: str, most: int) -> int:
    return min(int(text), most) if text.isdecimal() else 0


def state_of(upload: Upload) -> dict[str, str]:
    return {
        "Upload-Offset": str(upload.received),
        "Upload-Length": str(upload.length),
        "Upload-Expires": http_date(upload.expires.timestamp()),
    }


def answer(status: int, text: str = "", **headers: str) -> HttpResponse:
    """An answer of the protocol; a text is a sentence for the person."""
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8", headers=TUS | headers)


def refused(refusal: Exception) -> HttpResponse:
    status = REFUSALS[type(refusal)]
    response = answer(status, sentences.refusal(refusal))
    if status == 429:
        response.headers["Retry-After"] = "3600"
    return response


@require_POST
@signed_in
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything has arrived: have it read as one export."""
    account = own_account(request, pk)
    found = list(account.uploads.filter(token__in=request.POST.getlist("upload")))
    if found:
        try:
            actions.finish_uploads(actor=viewer_of(request), account=account, uploads=found)
        except tuple(REFUSALS) as refusal:
            return _refuse(request, pk, sentences.refusal(refusal))
    return redirect(back_of(request, reverse("presence:account", args=[pk])))


@require_POST
@signed_in
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up everything that is on its way for an account."""
    account = own_account(request, pk)
    for upload in account.uploads.all():
        actions.discard_upload(upload=upload)
    say(request, _("Upload cancelled. What had arrived is deleted."))
    return redirect(back_of(request, reverse("presence:account", args=[pk])))


@csrf_exempt
@require_POST
@signed_in
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the limits before anything reads the body, then look at the token and the file."""
    if announced_size(request) > settings.ARCHIVE_MAX_BYTES + 1_000_000:
        return _refuse(request, pk, sentences.too_large())
    handler = LimitedUploadHandler(request)
    request.upload_handlers = [handler]
    try:
        return _receive(request, pk, handler)
    except (UnreadablePostError, MultiPartParserError):
        return _refuse(request, pk, sentences.cut_off())
    finally:
        handler.discard()


@csrf_protect
def _receive(request: HttpRequest, pk: int, handler: LimitedUploadHandler) -> HttpResponse:
    found, files = own_account(request, pk), request.FILES.getlist("file")
    if handler.too_large:
        return _refuse(request, pk, sentences.too_large())
    if was_cut_off(request, handler.received):
        return _refuse(request, pk, sentences.cut_off())
    if not files or not all(file.size for file in files):
        return _refuse(request, pk, _("No file arrived. Choose the zip file, then send it."))
    try:
        further = [actions.Sent(file) for file in files[1:]]
        actions.add_archive(actor=viewer_of(request), account=found, file=files[0], further=further)
    except actions.ConsentMissing:
        return _refuse(request, pk, sentences.no_consent())
    return redirect(back_of(request, reverse("presence:account", args=[pk])))


def _refuse(request: HttpRequest, pk: int, sentence: str) -> HttpResponse:
    account = own_account(request, pk)
    context = {"account": account, "error": sentence, **sending_context(account)}
    return render(request, "presence/upload.html", context, status=422)
