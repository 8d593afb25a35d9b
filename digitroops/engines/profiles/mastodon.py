"""Mastodon: public statuses over the instance's own interface, boosts left out."""

from collections.abc import Iterator
from typing import Any

from digitroops.engines.archives.text import from_iso, plain
from digitroops.engines.profiles.fetching import Net, NotRead, text_of
from digitroops.engines.profiles.records import Found, Person

_PAGE, _MOST_PAGES = 40, 50
_PUBLIC = {"public", "unlisted"}


class Mastodon:
    """Reads the public statuses of an account; a handle names its server (`ayu@mastodon.social`)."""

    def __init__(self, net: Net) -> None:
        self._net = net

    def person(self, handle: str) -> Person:
        """The profile of a handle. Raises NotRead."""
        user, _, host = handle.partition("@")
        if not user or not host:
            raise NotRead("address")
        server = f"http://{host}" if host in self._net.inside else f"https://{host}"
        found = self._net.get(server, "/api/v1/accounts/lookup", {"acct": user})
        number = text_of(found, "id")
        if not number or "/" in number:
            raise NotRead("unclear")
        fields = found.get("fields")
        rows = [text_of(row, "value") for row in fields] if isinstance(fields, list) else []
        bio = "\n".join(plain(text) for text in (text_of(found, "note"), *rows) if text)
        return Person(number, server, text_of(found, "display_name"), bio)

    def posts(self, person: Person) -> Iterator[list[Found]]:
        """The person's public posts, a page at a time, the newest first. Raises NotRead."""
        last = ""
        for _page in range(_MOST_PAGES):
            asked: dict[str, str | int] = {"limit": _PAGE, "exclude_reblogs": "true"}
            if last:
                asked["max_id"] = last
            page = self._net.get(person.server, f"/api/v1/accounts/{person.id}/statuses", asked)
            if not isinstance(page, list):
                raise NotRead("unclear")
            yield [found for status in page if (found := _post(status)) is not None]
            before, last = last, text_of(page[-1], "id") if page else ""
            if not last or last == before:
                return


def _post(status: Any) -> Found | None:
    address = text_of(status, "uri") or text_of(status, "url")
    if not isinstance(status, dict) or not address or text_of(status, "visibility") not in _PUBLIC:
        return None
    warning, content = text_of(status, "spoiler_text"), plain(text_of(status, "content"))
    return Found(
        id=address,
        kind="reply" if status.get("in_reply_to_id") else "post",
        text="\n".join(part for part in (warning, content) if part),
        created=from_iso(text_of(status, "created_at")),
        url=text_of(status, "url"),
        in_reply_to=str(status.get("in_reply_to_id") or ""),
    )
