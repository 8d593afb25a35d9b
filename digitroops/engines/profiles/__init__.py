"""Public profiles and posts over the open interfaces of Bluesky and Mastodon: `reader_of(platform, Net(...))`.

Nothing is signed in: what is read is what any visitor sees. Every call has bounds of size, time and number, and goes
to public addresses only, unless a host is named in `Net.inside`.
"""

from digitroops.engines.profiles.bluesky import Bluesky
from digitroops.engines.profiles.fetching import Net, NotRead
from digitroops.engines.profiles.mastodon import Mastodon
from digitroops.engines.profiles.records import Found, Person, Reader

__all__ = ["PLATFORMS", "Bluesky", "Found", "Mastodon", "Net", "NotRead", "Person", "Reader", "reader_of"]

PLATFORMS = ("bluesky", "mastodon")


def reader_of(platform: str, net: Net, *, directory: str, service: str) -> Reader:
    """The reader of a platform; `directory` and `service` say where Bluesky's names are looked up."""
    return Bluesky(net, directory=directory, service=service) if platform == "bluesky" else Mastodon(net)
