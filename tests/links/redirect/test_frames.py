import random
import zlib

import pytest

from digitroops.links.redirect import frames
from digitroops.links.redirect.frames import Damage, Frame


def click(number, agent="Mozilla/5.0"):
    return frames.click_frame("\x1f".join([str(number), "1764000000.000", "7", "GET", agent]))


def numbers(data, *, final=True):
    return [int(part.fields[0]) for part in frames.read_frames(data, final=final) if isinstance(part, Frame)]


def damaged(data, *, final=True):
    return sum(
        part.end - part.start for part in frames.read_frames(data, final=final) if isinstance(part, Damage)
    )


def test_what_is_written_is_read():
    frame = next(iter(frames.read_frames(click(5, "Ä\u2028agent"), final=True)))
    raw = frames.read_click(frame.fields)
    assert (raw.sequence, raw.at, raw.link, raw.agent, raw.city) == (5, 1764000000.0, 7, "Ä\u2028agent", "")


def test_an_unfinished_frame_waits_while_the_file_grows_and_is_damage_afterwards():
    whole, part = click(1), click(2)
    for cut in range(1, len(part)):
        data = whole + part[:cut]
        assert numbers(data, final=False) == [1]
        assert damaged(data, final=False) == 0
        assert damaged(data) == cut


@pytest.mark.parametrize(
    "garbage", [b"\x00" * 500, b"\xd1CK", b"\xd1CK\x02\xff\xff\xff\xff1234", bytes(range(256)) * 70]
)
def test_frames_are_found_again_after_garbage(garbage):
    data = click(1) + garbage + click(2) + garbage + click(3)
    assert numbers(data) == [1, 2, 3]
    assert damaged(data) == 2 * len(garbage)


def test_a_flipped_bit_costs_one_click():
    data = bytearray(click(1) + click(2) + click(3))
    data[len(click(1)) + 20] ^= 4
    assert numbers(bytes(data)) == [1, 3]


def test_a_version_from_the_future_is_skipped_and_reported():
    body = b"9\x1fsomething else"
    strange = frames.FRAME.pack(b"\xd1CK\x09", len(body), zlib.crc32(body)) + body
    assert numbers(click(1) + strange + click(2)) == [1, 2]
    assert damaged(click(1) + strange + click(2)) == len(strange)


def test_an_older_writer_knew_fewer_fields_and_a_newer_one_more():
    assert frames.read_click(["1", "1764000000.0", "7"]).agent == ""
    longer = ["1", "1764000000.0", "7", *["x"] * (frames.NUMBER + 3)]
    assert frames.read_click(longer).hosting == "x"


@pytest.mark.parametrize(
    "fields", [[], ["x"], ["1", "y", "7"], ["-1", "1764000000", "7"], ["1", "nan", "7"], ["1", "1", "0"]]
)
def test_a_frame_that_is_no_click_is_none(fields):
    assert frames.read_click(fields) is None


def test_any_damage_loses_only_what_it_touches():
    chance = random.Random(4)
    for _round in range(300):
        pieces = [click(number, "a" * chance.randrange(300)) for number in range(12)]
        hurt = set()
        data = b""
        for number, piece in enumerate(pieces):
            if chance.random() < 0.2:
                hurt.add(number)
                at = chance.randrange(len(piece))
                data += piece[:at] + bytes([piece[at] ^ (1 << chance.randrange(8))]) + piece[at + 1 :]
            else:
                data += piece
        assert numbers(data) == [number for number in range(12) if number not in hurt]
