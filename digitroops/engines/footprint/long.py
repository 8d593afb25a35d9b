"""Long texts: where to read closely, so that one megabyte stays within a bounded time."""

from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

_BLOCK = 1_000
_CLOSE_READS = 4
_STRETCH = 20_000
_SIGNS = (
    "anjing anj1ng bangsat b4ngs kontol k0nt memek m3m goblok g0bl tolol t0l0 jancok jancuk ngentot"
    " lonte babi b4b1 bajing brengsek keparat bego idiot bodoh bunuh bantai bakar kafir usir habisi"
    " gacor maxwin togel judi slot bokep porno open bo sabu ganja narkoba rahasia confiden internal"
    " nik  npwp rekening coblos menangkan chip konspirasi hoax koruptor penipu fuck bitch nigg"
    " faggot cunt kill hate benci musnah awas kode promo 0812 0813 0857"
)


def finder() -> AhoCorasick:
    """Build the search for signs; they only choose where to read, they find nothing themselves."""
    return AhoCorasick([sign for sign in _SIGNS.split() if len(sign) > 2])


def windows(text: str, deep: int, signs: AhoCorasick) -> Iterator[tuple[int, int]]:
    """Yield the pieces `(start, end)` of a long text to read closely: the beginning, then around signs."""
    place, size, reads = deep // 2, len(text), 0
    yield 0, place
    while place < size and reads < _CLOSE_READS:
        stretch = text[place : place + _STRETCH].encode("utf-8", "replace").decode()  # lone surrogates
        hits = signs.find_matches_as_indexes(stretch.lower())
        if not hits:
            place += _STRETCH
            continue
        begin = max(place, place + hits[0][1] - _BLOCK // 2)
        place = min(size, begin + _BLOCK)
        reads += 1
        yield begin, place
