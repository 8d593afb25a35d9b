import pytest
from django.test import RequestFactory
from django.utils import translation

from digitroops.ui.views import server_error


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Something is broken on our side"), ("id", "Ada yang rusak di pihak kami")],
)
def test_the_page_of_a_fault_needs_no_database(language, sentence):
    with translation.override(language):
        response = server_error(RequestFactory().get("/"))
    assert (response.status_code, sentence in response.text) == (500, True)
