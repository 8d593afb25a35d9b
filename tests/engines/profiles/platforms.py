"""A small server that speaks what Bluesky's and Mastodon's public interfaces speak, on a real socket."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
POSTS = "app.bsky.feed.post"


class World:
    """What the server says; tests change it."""

    def __init__(self):
        self.bio = "Analis mutu. digitroops-test"
        self.posts = []
        self.status = 200
        self.asked = []
        self.address = ""

    def add(self, text, *, reply=False, day="2026-10-01"):
        self.posts.insert(0, (f"3k{len(self.posts):011d}", text, reply, day))


def _bluesky(world, path, query):
    if path == "/xrpc/com.atproto.identity.resolveHandle":
        return {"did": DID} if query["handle"] == "ayu.bsky.social" else None
    if path == f"/{DID}":
        held = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": world.address}
        return {"id": DID, "service": [held]}
    if path == "/xrpc/com.atproto.repo.getRecord":
        return {"value": {"displayName": "Ayu", "description": world.bio}}
    if path == "/xrpc/com.atproto.repo.listRecords":
        start, size = int(query.get("cursor", 0)), int(query["limit"])
        page = world.posts[start : start + size]
        more = {"cursor": str(start + size)} if start + size < len(world.posts) else {}
        return {"records": [_record(*post) for post in page], **more}
    return None


def _record(key, text, reply, day):
    value = {"$type": POSTS, "text": text, "createdAt": f"{day}T08:00:00.000Z"}
    if reply:
        value["reply"] = {"parent": {"uri": f"at://did:plc:other/{POSTS}/3kx"}, "root": {"uri": "at://x"}}
    return {"uri": f"at://{DID}/{POSTS}/{key}", "cid": "b", "value": value}


def _mastodon(world, path, query):
    if path == "/api/v1/accounts/lookup":
        return {"id": "77", "display_name": "Ayu", "note": f"<p>{world.bio}</p>", "fields": []}
    if path == "/api/v1/accounts/77/statuses":
        keys = [post[0] for post in world.posts]
        start = keys.index(query["max_id"]) + 1 if "max_id" in query else 0
        return [_status(*post) for post in world.posts[start : start + int(query["limit"])]]
    return None


def _status(key, text, reply, day):
    return {
        "id": key, "uri": f"https://social.example/users/ayu/statuses/{key}", "url": f"https://social.example/@ayu/{key}",
        "content": f"<p>{text}</p>", "spoiler_text": "", "created_at": f"{day}T08:00:00.000Z",
        "visibility": "private" if text.startswith("rahasia") else "public", "in_reply_to_id": "5" if reply else None,
    }  # fmt: skip


@contextmanager
def platforms():
    """The world and a running server: `world.address` is where it listens."""
    world = World()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            world.asked.append(parts.path)
            said = _bluesky(world, parts.path, query) or _mastodon(world, parts.path, query)
            if said is None and parts.path.endswith("/statuses"):
                said = []
            self.send_response(world.status if said is not None else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode() if said is not None else b"{}")

        def log_message(self, *_args):
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    world.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield world
    finally:
        server.shutdown()
        server.server_close()
