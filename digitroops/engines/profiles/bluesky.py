"""Bluesky: the handle's identifier, the server that holds it, and the public repository there.

The repository holds the person's own posts and replies; whom they follow and what they liked is not asked for.
"""

from collections.abc import Iterator
from typing import Any

from digitroops.engines.archives.text import from_iso
from digitroops.engines.profiles.fetching import Net, NotRead, text_of
from digitroops.engines.profiles.records import Found, Person

_PAGE, _MOST_PAGES = 100, 20
_SERVICE = "AtprotoPersonalDataServer"
_POSTS, _PROFILE = "app.bsky.feed.post", "app.bsky.actor.profile"


class Bluesky:
    """Reads public repositories; `directory` knows where an identifier is held, `service` knows handles."""

    def __init__(self, net: Net, *, directory: str, service: str) -> None:
        self._net, self._directory, self._service = net, directory, service

    def person(self, handle: str) -> Person:
        """The profile of a handle. Raises NotRead."""
        found = self._net.get(self._service, "/xrpc/com.atproto.identity.resolveHandle", {"handle": handle})
        did = text_of(found, "did")
        if not did.startswith(("did:plc:", "did:web:")):
            raise NotRead("unclear")
        server = self._server(did)
        asked: dict[str, str | int] = {"repo": did, "collection": _PROFILE, "rkey": "self"}
        try:
            profile = self._net.get(server, "/xrpc/com.atproto.repo.getRecord", asked)
        except NotRead as error:
            if error.reason != "missing":
                raise
            profile = {}
        value = profile.get("value") if isinstance(profile, dict) else None
        return Person(did, server, text_of(value, "displayName"), text_of(value, "description"))

    def _server(self, did: str) -> str:
        kind, _, name = did.removeprefix("did:").partition(":")
        if kind == "plc":
            document = self._net.get(self._directory, f"/{did}")
        else:
            document = self._net.get(f"https://{name}", "/.well-known/did.json")
        services = document.get("service") if isinstance(document, dict) else None
        for service in services if isinstance(services, list) else ():
            if text_of(service, "type") == _SERVICE and text_of(service, "serviceEndpoint"):
                return text_of(service, "serviceEndpoint")
        raise NotRead("unclear")

    def posts(self, person: Person) -> Iterator[list[Found]]:
        """The person's public posts, a page at a time, the newest first. Raises NotRead."""
        cursor = ""
        for _page in range(_MOST_PAGES):
            asked: dict[str, str | int] = {"repo": person.id, "collection": _POSTS, "limit": _PAGE}
            if cursor:
                asked["cursor"] = cursor
            page = self._net.get(person.server, "/xrpc/com.atproto.repo.listRecords", asked)
            records = page.get("records") if isinstance(page, dict) else None
            if not isinstance(records, list):
                raise NotRead("unclear")
            yield [found for record in records if (found := _post(record)) is not None]
            cursor = text_of(page, "cursor")
            if not cursor or len(records) < _PAGE:
                return


def _post(record: Any) -> Found | None:
    address = text_of(record, "uri")
    value = record.get("value") if isinstance(record, dict) else None
    if not address.startswith("at://") or not isinstance(value, dict):
        return None
    reply = value.get("reply")
    parent = reply.get("parent") if isinstance(reply, dict) else None
    did, _, key = address.removeprefix("at://").partition(f"/{_POSTS}/")
    return Found(
        id=key or address,
        kind="reply" if parent else "post",
        text=text_of(value, "text"),
        created=from_iso(text_of(value, "createdAt")),
        url=f"https://bsky.app/profile/{did}/post/{key}" if key else "",
        in_reply_to=text_of(parent, "uri"),
    )
