import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from digitroops.presence import jobs, sentences
from digitroops.presence.models import Archive, FollowerCount, SocialAccount
from digitroops.programme.models import Consent, Platform
from tests.presence.archives import instagram, make_account
from tests.world import make_member, make_programme

pytestmark = pytest.mark.django_db


def signed_in(as_user, account):
    return as_user(account.employee.user)


def upload(client, account, file):
    return client.post(reverse("presence:upload", args=[account.pk]), {"file": file})


def test_account_add_cleans_the_handle(as_user):
    member = make_member()
    client = as_user(member.employee.user)
    client.post(reverse("presence:account-add"), {"platform": "x", "handle": "https://x.com/Ayu_P/"})
    assert SocialAccount.objects.get().handle == "ayu_p"


@pytest.mark.parametrize("handle", ["nama dengan spasi", "https://", "<script>"])
def test_account_add_refuses_what_is_no_name(as_user, handle):
    client = as_user(make_member().employee.user)
    response = client.post(reverse("presence:account-add"), {"platform": "x", "handle": handle})
    assert (response.status_code, SocialAccount.objects.count()) == (422, 0)


def test_account_add_twice_says_so(as_user):
    account = make_account()
    client = signed_in(as_user, account)
    data = {"platform": account.platform, "handle": account.handle}
    assert client.post(reverse("presence:account-add"), data).status_code == 422
    assert SocialAccount.objects.count() == 1


def test_upload_waits_to_be_read_and_shows_its_report(as_user):
    account = make_account()
    client = signed_in(as_user, account)
    assert upload(client, account, instagram()).status_code == 302
    archive = Archive.objects.get()
    jobs.read_archive(archive.pk)
    page = client.get(reverse("presence:account", args=[account.pk]))
    assert [row.state for row, *_ in page.context["archives"]] == ["read"]


def test_upload_twice_in_a_row_keeps_one_archive(as_user):
    account = make_account()
    client = signed_in(as_user, account)
    upload(client, account, instagram())
    upload(client, account, instagram())
    assert Archive.objects.count() == 1


def test_upload_that_is_too_large_leaves_nothing(as_user, settings):
    settings.ARCHIVE_MAX_BYTES = 1000
    account = make_account()
    response = upload(signed_in(as_user, account), account, SimpleUploadedFile("a.zip", b"x" * 5000))
    assert (response.status_code, Archive.objects.count()) == (422, 0)
    assert response.context["error"] == sentences.too_large()


def test_upload_announced_as_too_large_is_refused_unread(as_user, settings):
    settings.ARCHIVE_MAX_BYTES = 1000
    account = make_account()
    response = upload(signed_in(as_user, account), account, SimpleUploadedFile("a.zip", b"x" * 2_000_000))
    assert (response.status_code, response.context["error"]) == (422, sentences.too_large())


def test_upload_cut_half_way_leaves_nothing_and_says_so(as_user):
    account = make_account()
    client = signed_in(as_user, account)
    body = b'--B\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n' + b"x" * 100_000
    response = client.generic(
        "POST",
        reverse("presence:upload", args=[account.pk]),
        body,
        content_type="multipart/form-data; boundary=B",
        CONTENT_LENGTH=str(len(body) + 900_000),
        **{"wsgi.input": io.BytesIO(body)},
    )
    assert (response.status_code, Archive.objects.count()) == (422, 0)
    assert response.context["error"] == sentences.cut_off()


def test_upload_without_consent_stores_nothing(as_user):
    account = make_account()
    Consent.objects.all().delete()
    response = upload(signed_in(as_user, account), account, instagram())
    assert (response.status_code, Archive.objects.count()) == (422, 0)


def test_upload_without_token_is_refused():
    account = make_account()
    client = Client(enforce_csrf_checks=True)
    client.force_login(account.employee.user, "allauth.account.auth_backends.AuthenticationBackend")
    assert upload(client, account, instagram()).status_code == 403
    assert Archive.objects.count() == 0


def test_upload_for_somebody_elses_account_is_not_found(as_user):
    account, other = make_account(), make_member(number="2002")
    assert upload(as_user(other.employee.user), account, instagram()).status_code == 404


def test_archive_of_somebody_else_is_not_found(as_user):
    account, other = make_account(), make_member(number="2002")
    archive = Archive.objects.create(account=account, file_name="a.zip")
    client = as_user(other.employee.user)
    assert client.get(reverse("presence:archive", args=[archive.pk])).status_code == 404


@pytest.mark.parametrize("code", [*sentences.REASONS, "someone_else", "wrong_platform", "never_seen"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_failure_has_a_sentence(as_user, code, language):
    account = make_account()
    Archive.objects.create(account=account, file_name="a.zip", state="failed", error_code=code)
    user = account.employee.user
    user.language = language
    user.save()
    ((_, failure, _report),) = (
        as_user(user).get(reverse("presence:account", args=[account.pk])).context["archives"]
    )
    assert failure.endswith(".")


def test_declare_marks_the_number_as_typed(as_user):
    account = make_account()
    signed_in(as_user, account).post(reverse("presence:declare", args=[account.pk]), {"count": "1284"})
    assert list(FollowerCount.objects.values_list("count", "source")) == [(1284, "declared")]


def test_account_remove_takes_everything_along(as_user):
    account = make_account()
    Archive.objects.create(account=account, file_name="a.zip")
    signed_in(as_user, account).post(reverse("presence:account-remove", args=[account.pk]))
    assert (SocialAccount.objects.count(), Archive.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "handle", ["@Ayu@mastodon.social", "https://mastodon.social/@ayu", "ayu@mastodon.social"]
)
def test_account_add_keeps_the_server_on_mastodon(as_user, handle):
    client = as_user(make_member(make_programme(platforms=["mastodon"])).employee.user)
    client.post(reverse("presence:account-add"), {"platform": "mastodon", "handle": handle})
    assert SocialAccount.objects.get().handle == "ayu@mastodon.social"


def test_account_add_asks_for_the_server_on_mastodon(as_user):
    client = as_user(make_member(make_programme(platforms=["mastodon"])).employee.user)
    response = client.post(reverse("presence:account-add"), {"platform": "mastodon", "handle": "ayu"})
    assert (response.status_code, SocialAccount.objects.count()) == (422, 0)


def test_account_add_offers_the_platforms_of_the_programme(as_user):
    user = make_member(make_programme(platforms=list(Platform.values))).employee.user
    form = as_user(user).get(reverse("presence:account-add")).context["form"]
    assert [value for value, _ in form.fields["platform"].choices] == Platform.values
