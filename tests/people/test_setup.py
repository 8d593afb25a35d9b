import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from digitroops.people import actions
from digitroops.people.models import Company, Role, User
from tests.world import make_company, make_user

pytestmark = pytest.mark.django_db
DATA = {
    "name": "Nusa Vaksin",
    "time_zone": "Asia/Makassar",
    "language": "en",
    "person": "Ani Wulandari",
    "email": "Ani@nusavaksin.example",
    "password": "perahu biru di pagi hari",
}


def test_every_page_leads_to_set_up_until_it_is_done(client):
    assert client.get("/people/")["Location"] == "/set-up/"
    assert client.get("/health/live").status_code == 200
    assert client.post("/set-up/", DATA)["Location"] == "/"
    assert Company.objects.get().time_zone == "Asia/Makassar"
    assert User.objects.get().roles == {Role.ADMINISTRATOR}
    assert client.get("/set-up/").status_code == 404
    assert client.get("/people/roles/").status_code == 200


def test_set_up_refuses_weak_passwords_and_no_pictures(client):
    logo = SimpleUploadedFile("logo.png", b"not a picture")
    answer = client.post("/set-up/", DATA | {"password": "1234567890", "logo": logo})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"password", "logo"}


def test_second_set_up_is_refused():
    make_company()
    make_user()
    with pytest.raises(actions.SetUpDone):
        actions.set_up(**DATA, logo=None)


def picture(kind):
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(out, kind)
    return SimpleUploadedFile(f"logo.{kind.lower()}", out.getvalue())


def test_the_logo_is_shown_to_everybody_once_there_is_one(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.post("/set-up/", DATA | {"logo": picture("PNG")})
    client.logout()
    assert 'src="/company/logo"' in client.get("/sign-in/").content.decode()
    answer = client.get("/company/logo")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert answer.getvalue().startswith(b"\x89PNG")


def test_a_logo_that_browsers_do_not_show_is_refused(client):
    answer = client.post("/set-up/", DATA | {"logo": picture("TIFF")})
    assert list(answer.context["form"].errors) == ["logo"]


def test_without_a_logo_there_is_no_address(client):
    make_company()
    assert client.get("/company/logo").status_code == 404
