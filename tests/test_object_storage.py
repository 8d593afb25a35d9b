"""Uploads on S3 storage instead of a folder: the same jobs, against a server that speaks S3 on a real socket."""

import datetime as dt

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from moto.server import ThreadedMotoServer

from digitroops.people.models import Employee
from digitroops.presence import jobs
from digitroops.presence.actions import add_archive, finish_uploads, keep_piece, start_upload
from tests.people.test_imports import HEAD, ROW, counts, run
from tests.presence.archives import instagram, make_account

pytestmark = pytest.mark.django_db
KEYS = {"access_key": "digitroops", "secret_key": "digitroops"}


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(server, settings):
    """An empty bucket that holds the files of the product; yields the names of what lies in it."""
    credentials = {"aws_access_key_id": "digitroops", "aws_secret_access_key": "digitroops"}
    found = boto3.resource("s3", endpoint_url=server, region_name="us-east-1", **credentials).Bucket("files")
    found.create()
    options = {"bucket_name": "files", "endpoint_url": server, "region_name": "us-east-1", **KEYS}
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    }
    yield lambda: [item.key for item in found.objects.all()]
    found.objects.delete()
    found.delete()


def test_an_hr_list_is_imported(bucket):
    assert counts(run(HEAD + ROW.format(n=1) + ROW.format(n=2))) == (2, 0, 0, 0, 0)
    assert Employee.objects.filter(number__in="12").count() == 2


@pytest.mark.django_db(transaction=True)
def test_an_archive_is_read_and_its_file_deleted(bucket):
    account = make_account()
    archive = add_archive(actor=account.employee.user, account=account, file=instagram())
    assert bucket() == [archive.file.name]
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert (archive.state, bool(archive.raw_deleted), bucket()) == ("read", True, [])


@pytest.mark.django_db(transaction=True)
def test_pieces_are_put_together_and_deleted(bucket):
    account = make_account()
    content = instagram().read()
    upload = start_upload(account=account, file_name="instagram.zip", length=len(content))
    for start in range(0, len(content), 40_000):
        piece = content[start : start + 40_000]
        keep_piece(upload=upload, start=start, piece=ContentFile(piece), size=len(piece))
    assert len(bucket()) == upload.pieces.count() > 1
    archive = finish_uploads(actor=account.employee.user, account=account, uploads=[upload])
    assert bucket() == [archive.file.name]
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert (archive.state, bucket()) == ("read", [])


@pytest.mark.django_db(transaction=True)
def test_pieces_without_a_row_are_forgotten(bucket, monkeypatch):
    default_storage.save("uploads/left-by-a-crash", ContentFile(b"x"))
    later = timezone.now() + dt.timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    jobs.forget_uploads()
    assert bucket() == []
