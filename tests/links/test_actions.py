import pytest

from digitroops.audit.models import Entry
from digitroops.links import actions
from digitroops.links.codes import ALPHABET
from digitroops.links.models import Link
from tests.world import make_link, make_member, make_story

pytestmark = pytest.mark.django_db


def test_create_link_has_a_readable_code_and_the_programmes_utm():
    link = make_link()
    assert set(link.code) <= set(ALPHABET)
    assert link.utm == {
        "utm_source": "digitroops",
        "utm_medium": "employee",
        "utm_campaign": "vaksin-pulau",
        "utm_content": link.code,
    }


def test_create_link_refuses_what_is_no_web_address():
    with pytest.raises(actions.LinkRefused):
        actions.create_link(member=make_member(), story=make_story(target_url="javascript:alert(1)"))


def test_create_link_takes_another_code_when_one_is_taken(monkeypatch):
    taken = make_link()
    codes = iter([taken.code, "zzzzzzzz"])
    monkeypatch.setattr(actions, "new_code", lambda: next(codes))
    assert make_link(story=taken.story).code == "zzzzzzzz"


def test_withdraw_link_twice_is_recorded_once():
    link = make_link()
    actions.withdraw_link(link=link, actor=None)
    actions.withdraw_link(link=link, actor=None)
    assert Link.objects.get().withdrawn
    assert Entry.objects.filter(act="link.withdrawn").count() == 1
