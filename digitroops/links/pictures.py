"""The QR code of a link as SVG or PNG, with the company's logo in its middle where there is one."""

import base64
from io import BytesIO

import segno
from PIL import Image, UnidentifiedImageError

from digitroops.people.queries import company

SCALE, BORDER = 12, 4
#: A logo hides at most this part of the side; the highest error level still reads a code of which 30 % is lost.
LOGO = 0.22
KINDS = {"svg": "image/svg+xml", "png": "image/png"}


def qr_of(address: str, kind: str, *, logo: bool = True) -> bytes:
    """The picture's bytes; `kind` is svg or png."""
    mark = _logo() if logo else None
    code = segno.make(address, error="h" if mark else "m", micro=False)
    picture = BytesIO()
    if kind == "svg":
        code.save(picture, kind="svg", scale=SCALE, border=BORDER, xmldecl=True, title=address)
        return _svg_with(picture.getvalue(), mark) if mark else picture.getvalue()
    code.save(picture, kind="png", scale=SCALE, border=BORDER)
    return _png_with(picture.getvalue(), mark) if mark else picture.getvalue()


def _logo() -> Image.Image | None:
    firm = company()
    if not firm or not firm.logo:
        return None
    try:
        with firm.logo.open("rb") as file:
            return Image.open(file).convert("RGBA")
    except (OSError, UnidentifiedImageError):
        return None


def _plate(logo: Image.Image, side: int) -> Image.Image:
    """The logo on a white square with some room around."""
    plate = Image.new("RGBA", (side, side), "white")
    small = logo.copy()
    small.thumbnail((round(side * 0.84), round(side * 0.84)))
    plate.alpha_composite(small, ((side - small.width) // 2, (side - small.height) // 2))
    return plate


def _png_with(raw: bytes, logo: Image.Image) -> bytes:
    picture = Image.open(BytesIO(raw)).convert("RGBA")
    side = round(picture.width * LOGO)
    place = (picture.width - side) // 2
    picture.alpha_composite(_plate(logo, side), (place, place))
    out = BytesIO()
    picture.convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()


def _svg_with(raw: bytes, logo: Image.Image) -> bytes:
    out = BytesIO()
    _plate(logo, 256).convert("RGB").save(out, "PNG", optimize=True)
    data = base64.b64encode(out.getvalue()).decode()
    share, start = LOGO * 100, (1 - LOGO) * 50
    image = (
        f'<image x="{start:.2f}%" y="{start:.2f}%" width="{share:.2f}%" height="{share:.2f}%" '
        f'href="data:image/png;base64,{data}"/></svg>'
    )
    return raw.replace(b"</svg>", image.encode())
