import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from digitroops.ui.views import server_error
from tests.world import make_company, make_pr


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Something is broken on our side"), ("id", "Ada yang rusak di pihak kami")],
)
def test_the_page_of_a_fault_needs_no_database(language, sentence):
    with translation.override(language):
        response = server_error(RequestFactory().get("/"))
    assert (response.status_code, sentence in response.text) == (500, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "This address is not a page"), ("id", "Alamat ini bukan halaman")]
)
def test_an_address_that_only_takes_forms_says_so_when_opened_by_hand(as_user, language, sentence):
    make_company()
    pr = make_pr()
    pr.language = language
    pr.save()
    response = as_user(pr).get(reverse("screening:learning-stop"), headers={"Accept": "text/html,*/*"})
    assert (response.status_code, response.headers["Allow"], sentence in response.text) == (405, "POST", True)
    assert 'href="/"' in response.text


@pytest.mark.django_db
def test_a_script_that_wants_no_page_gets_none(as_user):
    make_company()
    response = as_user(make_pr()).get(
        reverse("screening:learning-stop"), headers={"Accept": "application/json"}
    )
    assert (response.status_code, response.content) == (405, b"")
