"""Writes small files in MaxMind's format, so that the tests need none of anybody's data."""

import ipaddress
import struct
from pathlib import Path
from typing import Any

MARKER = b"\xab\xcd\xefMaxMind.com"


class Long(int):
    """A number that is written with 32 bits, however small."""


def head(kind: int, size: int) -> bytes:
    """The control byte of a kind below 8, with a second one for sizes from 29 to 284."""
    return bytes([kind << 5 | size]) if size < 29 else bytes([kind << 5 | 29, size - 29])


def encode(value: Any) -> bytes:
    """A value of the data section: maps, texts, lists, and numbers of 16, 32 or 64 bits as the metadata needs them."""
    if isinstance(value, dict):
        inside = b"".join(encode(key) + encode(one) for key, one in value.items())
        return head(7, len(value)) + inside
    if isinstance(value, str):
        raw = value.encode()
        return head(2, len(raw)) + raw
    if isinstance(value, list):
        return bytes([len(value), 4]) + b"".join(encode(one) for one in value)
    if isinstance(value, Long):
        raw = int(value).to_bytes(4, "big")
        return bytes([6 << 5 | len(raw)]) + raw
    raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
    if value > 1_000_000_000:
        return bytes([len(raw), 2]) + raw
    return bytes([(5 if value < 10_000 else 6) << 5 | len(raw)]) + raw


def write_mmdb(path: Path, kind: str, places: dict[str, dict[str, Any]]) -> Path:
    """A file of IPv4 networks -> what is known of them."""
    nodes: list[list[Any]] = [[None, None]]
    data, offsets = b"", {}
    for number, found in enumerate(places.values()):
        offsets[number] = len(data)
        data += encode(found)
    for number, network in enumerate(places):
        net = ipaddress.ip_network(network)
        bits = f"{int(net.network_address):032b}"[: net.prefixlen]
        node = 0
        for bit in bits[:-1]:
            if nodes[node][int(bit)] is None:
                nodes.append([None, None])
                nodes[node][int(bit)] = ("node", len(nodes) - 1)
            node = nodes[node][int(bit)][1]
        nodes[node][int(bits[-1])] = ("data", number)
    count = len(nodes)

    def record(entry: Any) -> int:
        if entry is None:
            return count
        return entry[1] if entry[0] == "node" else count + 16 + offsets[entry[1]]

    tree = b"".join(struct.pack(">II", *(record(entry) for entry in node)) for node in nodes)
    about = {
        "binary_format_major_version": 2,
        "binary_format_minor_version": 1,
        "build_epoch": 1_700_000_000,
        "database_type": kind,
        "description": {"en": "test"},
        "ip_version": 4,
        "languages": ["en"],
        "node_count": Long(count),
        "record_size": 32,
    }
    path.write_bytes(tree + bytes(16) + data + MARKER + encode(about))
    return path
