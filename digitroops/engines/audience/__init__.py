"""Audiences as compact sets of follower keys, and exactly how far they overlap.

A follower becomes a number of 58 bits: a keyed hash of platform and key, so that no name is kept and people are
compared within one platform only. An audience is the sorted array of these numbers, eight bytes a follower.

Union and overlap are exact over the numbers. Two different followers share a number with a chance of n²/2⁵⁹ among n
followers in all: 0.0007 expected for twenty audiences of a million (see docs/decisions/0003-follower-keys.md).
"""

from digitroops.engines.audience.keys import Audience, AudienceError, keys_of
from digitroops.engines.audience.overlap import overlap_matrix, union_size

__all__ = ["Audience", "AudienceError", "keys_of", "overlap_matrix", "union_size"]
