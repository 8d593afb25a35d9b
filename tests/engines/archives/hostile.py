"""Archives built to break their reader, too large or too odd to be kept as files."""

import gzip
import io
import struct
import zipfile

ZEROS = bytes(1 << 20)


def bomb_in_zip(members=1, mebibytes=64) -> io.BytesIO:
    """Followers without end: valid JSON that inflates some 300 times."""
    row = b'{"follower":{"accountId":"123456"}},'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(members):
            name = f"data/follower{f'-part{number}' if number else ''}.js"
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(b"window.YTD.follower.part0 = [")
                for _ in range(mebibytes):
                    member.write(row * ((1 << 20) // len(row)))
    return file


def bomb_in_tar(mebibytes=256) -> io.BytesIO:
    """A gzip stream that inflates a thousand times before the first name can be read."""
    file = io.BytesIO()
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=9) as stream:
        header = bytearray(512)
        header[:10] = b"outbox.bin"
        header[124:136] = b"%011o\0" % (mebibytes << 20)
        header[148:156] = b" " * 8
        header[156:157] = b"0"
        header[148:156] = b"%06o\0 " % sum(header)
        stream.write(bytes(header))
        for _ in range(mebibytes):
            stream.write(ZEROS)
    return file


def overlapping() -> io.BytesIO:
    """Two names in the directory for the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("data/tweets.js", "window.YTD.tweets.part0 = [ ]")
    raw = file.getvalue()
    start = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    twin = raw[start:end].replace(b"data/tweets.js", b"data/folowr.js")
    directory = raw[start:end] + twin
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), start, 0)
    return io.BytesIO(raw[:start] + directory + tail)


def crowded(members: int) -> io.BytesIO:
    """Very many empty members."""
    bodies, directory, offset = [], [], 0
    for number in range(members):
        name = b"m/%06d" % number
        fields = struct.pack("<5H3L2H", 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0)
        body = b"PK\x03\x04" + fields + name
        directory.append(b"PK\x01\x02\x14\x00" + fields + struct.pack("<3H2L", 0, 0, 0, 0, offset) + name)
        bodies.append(body)
        offset += len(body)
    listing = b"".join(directory)
    count = min(members, 0xFFFF)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, members, members, len(listing), offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, offset + len(listing), 1)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)
    return io.BytesIO(b"".join(bodies) + listing + wide + locator + tail)


def doubled() -> io.BytesIO:
    """The same name twice, once harmless and once not."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("data/tweets.js", "window.YTD.tweets.part0 = [ ]")
        archive.writestr("data\\tweets.js", "window.YTD.tweets.part0 = [ 1 ]")
    return file


def corrupted(members: dict[str, str], name: str) -> io.BytesIO:
    """A zip in which one member's bytes were changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    raw = bytearray(file.getvalue())
    start = raw.index(members[name].encode()) + len(members[name]) // 2
    raw[start : start + 4] = b"\xff\xfe\x00\x01"
    return io.BytesIO(bytes(raw))
