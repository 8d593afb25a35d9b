"""Pictures that PR uploads: checked by what they are, not by their name, and drawn anew without hidden data."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_SIDE = 2400
MIN_SIDE = 200
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
QUALITY: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88},
}


class PictureRefused(Exception):
    """The file is no picture that can be shared; the text says why and what to do."""


@dataclass(frozen=True)
class Picture:
    data: bytes
    ending: str
    width: int
    height: int


def read_picture(file: IO[bytes], size: int) -> Picture:
    """The picture turned upright, at most 2,400 pixels a side, without EXIF (place, camera, time).

    Raises PictureRefused for anything but JPEG, PNG and WebP, for files cut half-way, and past the limits.
    """
    if size > MAX_BYTES:
        raise PictureRefused(_("The picture is larger than 10 MB. Save it smaller, then choose it again."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _drawn_anew(file)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise PictureRefused(_too_many_pixels()) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PictureRefused(
            _("This file cannot be read as a picture. Save it as JPEG, PNG or WebP, then choose it again.")
        ) from error


def _too_many_pixels() -> str:
    return _("The picture has more than 50 million pixels. Save it smaller, then choose it again.")


def _drawn_anew(file: IO[bytes]) -> Picture:
    with Image.open(file, formats=tuple(ENDINGS)) as found:
        kind = found.format or ""
        if found.width * found.height > MAX_PIXELS:
            raise PictureRefused(_too_many_pixels())
        if min(found.size) < MIN_SIDE:
            raise PictureRefused(
                _("The picture is smaller than 200 pixels on one side. Choose a larger one.")
            )
        upright = ImageOps.exif_transpose(found)
        upright.thumbnail((MAX_SIDE, MAX_SIDE))
        clear = upright.convert("RGB" if kind == "JPEG" else "RGBA" if "A" in upright.getbands() else "RGB")
    clean = Image.new(clear.mode, clear.size)
    clean.paste(clear)
    target = BytesIO()
    clean.save(target, format=kind, **QUALITY[kind])
    return Picture(target.getvalue(), ENDINGS[kind], clean.width, clean.height)
