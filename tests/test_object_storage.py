"""Uploads on S3 storage instead of a folder: the same jobs, against a server that speaks S3 on a real socket."""

import boto3
import pytest
from moto.server import ThreadedMotoServer

from digitroops.people.models import Employee
from digitroops.presence import jobs
from digitroops.presence.actions import add_archive
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
