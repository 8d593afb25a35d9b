"""The guides: one for every platform, texts that fit their pictures, and lists that are the engine's own."""

import pytest
from django.urls import reverse
from django.utils import translation

from digitroops.engines.archives import PLATFORMS, wanted_members
from digitroops.presence.guides import GUIDES
from digitroops.presence.reading import NEVER, ROLES, never_read, read_of
from digitroops.programme.models import Platform
from tests.world import make_member

LONGEST = {"menu": 27, "pick": 28, "button": 30, "mail": 30, "file": 30, "send": 30}


def test_every_platform_has_a_guide_and_a_reader():
    assert set(GUIDES) == set(Platform.values) == {kind.name for kind in PLATFORMS}


@pytest.mark.parametrize("platform", GUIDES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_text_fits_its_picture(platform, language):
    with translation.override(language):
        screens = [step.screen for step in GUIDES[platform].steps]
        found = [
            str(text)
            for screen in screens
            for text in (screen.title, screen.button, *screen.labels)
            if len(str(text)) > LONGEST[screen.kind]
        ]
    assert found == []


@pytest.mark.parametrize("platform", GUIDES)
def test_every_picture_has_something_chosen_and_room(platform):
    for step in GUIDES[platform].steps:
        rows = list(step.screen.rows)
        assert step.screen.kind not in {"menu", "pick"} or any(row.chosen for row in rows)
        assert all(row.y + 25 < 158 for row in rows)
        assert step.screen.kind != "button" or len(rows) <= 2


@pytest.mark.parametrize("platform", GUIDES)
@pytest.mark.django_db
def test_a_guide_shows_its_steps_and_both_lists(as_user, platform):
    response = as_user(make_member().employee.user).get(reverse("presence:guide", args=[platform]))
    page = response.content.decode()
    assert page.count('<svg class="screen"') == len(GUIDES[platform].steps) >= 3
    assert response.context["read"] == read_of(platform) != []
    assert "{platform}" not in page


@pytest.mark.django_db
def test_the_pages_speak_the_viewers_language(as_user):
    user = make_member().employee.user
    pages = []
    for language in ("id", "en"):
        user.language = language
        user.save()
        pages.append(as_user(user).get(reverse("presence:guide", args=["instagram"])).content.decode())
    assert ["Instagram mengabari Anda" in pages[0], "Instagram writes to you" in pages[1]] == [True, True]


@pytest.mark.django_db
def test_all_guides_are_listed(as_user):
    response = as_user(make_member().employee.user).get(reverse("presence:guides"))
    assert [row["platform"] for row in response.context["guides"]] == list(GUIDES)


@pytest.mark.django_db
def test_what_is_read_lists_every_platform(as_user):
    response = as_user(make_member().employee.user).get(reverse("presence:what-is-read"))
    assert len(response.context["platforms"]) == len(PLATFORMS)
    assert list(response.context["never"]) == list(never_read())


@pytest.mark.django_db
def test_a_guide_for_nothing_is_not_found(as_user):
    assert as_user(make_member().employee.user).get("/presence/guide/friendster/").status_code == 404


def test_every_role_of_the_engine_has_words():
    assert {route.role for kind in PLATFORMS for route in kind.routes} == set(ROLES)


@pytest.mark.parametrize("kind", PLATFORMS, ids=lambda kind: kind.name)
def test_what_is_never_read_is_on_no_list_of_the_engine(kind):
    assert wanted_members([name for _title, names in NEVER for name in names], kind.name) == []
