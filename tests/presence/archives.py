"""Small archives and people who may have them read."""

import io
import json
import zipfile
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from digitroops.presence import actions
from digitroops.programme.models import Consent, ConsentItem, ConsentText
from tests.world import make_member

INSTAGRAM = (
    Path(__file__).parents[1]
    / "engines/archives/fixtures/synthetic/instagram-contoh.karyawan-2026-06-01-AbC123.zip"
)


def agree(member, *keys):
    """Let the member agree to the kinds of consent named (all of them without names)."""
    text, _ = ConsentText.objects.get_or_create(
        programme=member.programme,
        version=1,
        defaults={"purpose_id": "Untuk memilih tim.", "published": member.created},
    )
    for order, key in enumerate(ConsentItem.Key.values):
        item, _ = ConsentItem.objects.get_or_create(
            text=text,
            key=key,
            defaults={
                "title_id": key,
                "title_en": key,
                "body_id": key,
                "body_en": key,
                "order": order,
                "required": key not in ("watch", "connect"),
            },
        )
        if not keys or key in keys:
            Consent.objects.get_or_create(member=member, item=item, withdrawn=None)


def make_account(member=None, platform="instagram", handle="contoh.karyawan"):
    member = member or make_member()
    agree(member)
    employee = member.employee
    return actions.add_account(actor=employee.user, employee=employee, platform=platform, handle=handle)


def instagram(name="instagram-contoh.karyawan-2026-06-01-AbC123.zip"):
    return SimpleUploadedFile(name, INSTAGRAM.read_bytes())


def x_archive(followers, tweets=(), user="ayu", user_id="42"):
    """An X archive as bytes: ids of followers, and (id, text, day) of posts."""
    parts = {
        "account": [
            {
                "account": {
                    "username": user,
                    "accountId": user_id,
                    "createdAt": "2012-01-01T00:00:00.000Z",
                    "accountDisplayName": "Ayu",
                }
            }
        ],
        "follower": [{"follower": {"accountId": str(key)}} for key in followers],
        "tweets": [
            {"tweet": {"id_str": str(pk), "full_text": text, "created_at": day}} for pk, text, day in tweets
        ],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, rows in parts.items():
            file.writestr(f"data/{name}.js", f"window.YTD.{name}.part0 = {json.dumps(rows)}")
        file.writestr(
            "data/manifest.js",
            "window.__THAR_CONFIG = "
            + json.dumps({"archiveInfo": {"generationDate": "2026-11-03T05:00:00.000Z"}}),
        )
    return SimpleUploadedFile("twitter-2026-11-03.zip", out.getvalue())
