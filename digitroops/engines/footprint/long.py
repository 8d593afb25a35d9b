"""Long texts: where to read closely, so that one megabyte stays within a bounded time."""

import re
from collections.abc import Iterator

from digitroops.engines.footprint.folding import fold

_BLOCK = 1_000
_CLOSE_READS = 5
_SIGNS = re.compile(
    r"anj\w?ng|bangs[a4]t|k[o0*]nt[o0*]l|m[e3*]m[e3*]k|g[o0*]bl[o0*]k|t[o0]l[o0]l|b[a4*]b[i1*]\b|jan?cok|ngent[o0]t|lont[e3]|"
    r"bunuh|bantai|bakar|kafir|usir|gacor|maxwin|slot|togel|bokep|open ?bo|"
    r"sabu\b|ganja|narkoba|rahasia|confidential|\bnik\b|npwp|rekening|coblos|chip|konspirasi|hoax|koruptor|penipu|fuck|bitch|nigg|fag|cunt|kill|\d{15,16}"
)


def windows(text: str, deep: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces `(start, end)` of a long text to read closely: the beginning, then around signs."""
    yield 0, deep // 2
    blocks = 0
    place = deep // 2
    size = len(text)
    while place < size and blocks < _CLOSE_READS:
        stretch = text[place : place + 250_000]
        lowered = stretch.lower() if stretch.isascii() else fold(stretch)
        same = len(lowered) == len(stretch)
        sign = _SIGNS.search(lowered)
        if sign is None:
            place += len(stretch)
            continue
        start = place + (sign.start() if same else int(sign.start() * len(stretch) / len(lowered)))
        begin = max(place, start - _BLOCK // 2)
        yield begin, min(size, begin + _BLOCK)
        place = begin + _BLOCK
        blocks += 1
