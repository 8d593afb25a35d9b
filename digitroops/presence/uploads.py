"""Receiving a large file: refused early when too large, and told apart from one that was cut off."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

FORM_OVERHEAD = 64 * 1024


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes to a temporary file, and stops when more arrives than is allowed."""

    received = 0
    too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.received += len(raw_data)
        if self.received > settings.ARCHIVE_MAX_BYTES:
            self.too_large = True
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)

    def discard(self) -> None:
        """Let go of what has arrived; the temporary file goes with it."""
        if getattr(self, "file", None):
            self.file.close()


def announced_size(request: HttpRequest) -> int:
    """How many bytes the browser said it would send."""
    length: Any = request.META.get("CONTENT_LENGTH") or 0
    return int(length) if str(length).isdigit() else 0


def was_cut_off(request: HttpRequest, received: int) -> bool:
    """Whether far fewer bytes arrived than the browser had announced."""
    return announced_size(request) - received > FORM_OVERHEAD
