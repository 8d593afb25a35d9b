from io import BytesIO

import pytest
from PIL import Image

from digitroops.newsroom import pictures
from digitroops.newsroom.pictures import PictureRefused, read_picture


def picture(kind="JPEG", size=(400, 300), mode="RGB", **options):
    file = BytesIO()
    Image.new(mode, size, "navy").save(file, format=kind, **options)
    file.seek(0)
    return file


def read(file):
    return read_picture(file, len(file.getvalue()))


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_read_picture_keeps_the_format(kind, ending):
    found = read(picture(kind))
    assert (found.ending, found.width, found.height) == (ending, 400, 300)


def test_read_picture_removes_place_and_camera():
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "Kamera", {1: "S", 2: (6.0, 54.0, 0.0)}
    found = Image.open(BytesIO(read(picture(exif=exif)).data))
    assert dict(found.getexif()) == {}


def test_read_picture_turns_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    found = read(picture(exif=exif))
    assert (found.width, found.height) == (300, 400)


def test_read_picture_makes_large_ones_smaller():
    assert read(picture(size=(4800, 2400))).width == 2400


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a" + b"\x00" * 40,
        b"",
        b"\x89PNG\r\n\x1a\n" + b"broken" * 20,
        picture().getvalue()[:300],
    ],
)
def test_read_picture_refuses_what_is_no_picture(data):
    with pytest.raises(PictureRefused):
        read_picture(BytesIO(data), len(data))


def test_read_picture_refuses_files_over_the_limit():
    with pytest.raises(PictureRefused, match="10 MB"):
        read_picture(picture(), pictures.MAX_BYTES + 1)


def test_read_picture_refuses_too_many_pixels(monkeypatch):
    monkeypatch.setattr(pictures, "MAX_PIXELS", 1000)
    with pytest.raises(PictureRefused):
        read(picture())
