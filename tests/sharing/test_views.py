import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.engines.story import REASONS
from digitroops.sharing import actions
from digitroops.sharing.models import Share
from tests.world import make_member, make_pr, make_share, make_story

pytestmark = pytest.mark.django_db
POST = "https://x.com/nadia/status/1861234567890"


def send(client, story, **changes):
    data = {
        "caption": str(story.captions.first().pk),
        "channel": "x",
        "request_key": "abcdef123456",
    } | changes
    return client.post(reverse("sharing:log", args=[story.pk]), data)


@pytest.fixture
def member():
    return make_member()


@pytest.fixture
def phone(as_user, member):
    return as_user(member.employee.user)


def test_share_from_a_caption_leads_to_the_shares_page(phone):
    story = make_story()
    response = send(phone, story)
    share = Share.objects.get()
    assert response.url == reverse("sharing:share", args=[share.pk])
    assert (share.text, share.own_words, share.state) == ("Kata-kata 0.", False, "opened")
    page = phone.get(response.url).content.decode()
    assert "https://x.com/intent/post?text=Kata-kata%200.&amp;url=http" in page


def test_a_double_click_makes_one_share(phone):
    story = make_story()
    addresses = {send(phone, story).url for _ in range(2)}
    assert len(addresses) == 1
    assert Share.objects.count() == 1


def test_the_same_page_can_share_to_two_platforms(phone):
    story = make_story()
    for channel in ("x", "whatsapp"):
        send(phone, story, channel=channel)
    assert Share.objects.count() == 2


def test_the_script_gets_what_it_opens(phone):
    story = make_story()
    data = {"caption": "own", "text": "Kata saya", "channel": "telegram", "request_key": "abcdef123456"}
    address = reverse("sharing:log", args=[story.pk])
    ready = phone.post(address, data, headers={"accept": "application/json"}).json()
    link = Share.objects.get().link
    assert ready["link"].endswith(f"/l/{link.code}")
    assert ready["copied"] == f"Kata saya\n\n{ready['link']}"
    assert ready["address"].startswith("https://t.me/share/url?url=http%3A%2F%2F")
    assert Share.objects.get().own_words


@pytest.mark.parametrize(
    "changes",
    [
        {"caption": "own", "text": " "},
        {"caption": "own", "text": "x" * 5001},
        {"caption": "own", "text": "a\x00b"},
        {"channel": "myspace"},
        {"request_key": ""},
        {"caption": "999999", "text": ""},
        {"later": "1", "due": "2020-01-01T09:00"},
        {"later": "1"},
    ],
)
def test_bad_input_makes_no_share(phone, changes):
    assert send(phone, make_story(), **changes).status_code == 422
    assert Share.objects.count() == 0


def test_a_reminder_is_planned(phone):
    due = timezone.localtime() + dt.timedelta(days=1)
    send(phone, make_story(), later="1", due=due.strftime("%Y-%m-%dT%H:%M"))
    assert Share.objects.get().state == "scheduled"


def test_an_ended_story_says_so(phone):
    story = make_story(state="ended")
    assert send(phone, story).status_code == 409
    assert phone.get(reverse("sharing:story", args=[story.pk])).status_code == 404


def test_pages_refuse_with_the_instruction_during_a_pause(phone, member):
    story = make_story()
    actions.pause_sharing(
        programme=member.programme,
        key="i",
        title="Isu beku",
        instruction="Tetap diam.",
        path="/crisis/",
        actor=None,
    )
    for page in (reverse("sharing:stories"), reverse("sharing:story", args=[story.pk])):
        text = phone.get(page).content.decode()
        assert "Tetap diam." in text
        assert 'name="channel"' not in text
    assert send(phone, story).status_code == 409
    assert Share.objects.count() == 0


def test_stories_mine_and_story_pages_open(phone):
    make_share()
    for page in (reverse("sharing:stories"), reverse("sharing:mine"), Share.objects.get().story):
        address = page if isinstance(page, str) else reverse("sharing:story", args=[page.pk])
        assert phone.get(address).status_code == 200


@pytest.mark.parametrize("number", ["2001", "2002"])
def test_a_share_is_seen_by_its_member_and_pr_only(as_user, number):
    share = make_share()
    other = make_member(number="2002")
    who = share.member if number == "2001" else other
    address = reverse("sharing:share", args=[share.pk])
    assert as_user(who.employee.user).get(address).status_code == (200 if number == "2001" else 404)
    assert as_user(make_pr()).get(address).status_code == 200


def test_proof_is_checked_against_the_platform(phone, member):
    share = make_share(member)
    address = reverse("sharing:proof", args=[share.pk])
    assert phone.post(address, {"url": "https://instagram.com/p/abc"}).status_code == 422
    assert phone.post(address, {"url": POST}).status_code == 302
    share.refresh_from_db()
    assert (share.state, share.proof.url) == ("posted", POST)


def test_counts_are_kept_with_the_proof(phone, member):
    share = actions.record_post(share=make_share(member), url=POST)
    address = reverse("sharing:counts", args=[share.pk])
    assert phone.post(address, {"views": "-1"}).status_code == 422
    phone.post(address, {"views": "1200", "likes": "40", "comments": ""})
    share.proof.refresh_from_db()
    assert (share.proof.views, share.proof.likes, share.proof.comments) == (1200, 40, None)


def test_nobody_proves_or_withdraws_for_another(as_user):
    share = make_share()
    client = as_user(make_member(number="2002").employee.user)
    for name in ("proof", "withdraw", "counts"):
        assert client.post(reverse(f"sharing:{name}", args=[share.pk]), {"url": POST}).status_code == 404


def test_withdraw_and_skip(phone, member):
    share = make_share(member)
    phone.post(reverse("sharing:withdraw", args=[share.pk]))
    phone.post(reverse("sharing:skip", args=[share.story_id]))
    share.refresh_from_db()
    assert share.state == "withdrawn"
    assert share.story.title in phone.get(reverse("sharing:stories")).content.decode()
    phone.post(reverse("sharing:unskip", args=[share.story_id]))
    assert not member.skips.exists()


def test_pr_sees_the_shares_of_a_story(as_user):
    share = make_share()
    client = as_user(make_pr())
    assert client.get(reverse("newsroom:story", args=[share.story_id])).status_code == 200
    text = client.get(reverse("sharing:of-story", args=[share.story_id])).content.decode()
    assert "Nadia Rahmawati" in text


def test_candidates_cannot_share(as_user):
    member = make_member(state="applied")
    assert as_user(member.employee.user).get(reverse("sharing:stories")).status_code == 403


def test_hints_say_when_words_are_a_colleagues(phone, member):
    words = "Saya mengantar kotak biru ke pulau selama dua hari dan suhunya tetap empat derajat."
    share = make_share(make_member(number="2002"), text=words)
    address = reverse("sharing:hints", args=[share.story_id])
    alone = phone.post(address, {"text": "Ibu saya bertanya kenapa vaksin harus naik perahu kecil."})
    copied = phone.post(address, {"text": words})
    note = REASONS["team_copy"].of("id")
    assert [note in answer.content.decode() for answer in (alone, copied)] == [False, True]
    assert phone.post(address, {"text": ""}).content.strip() == b""


def test_the_buttons_tell_the_script_what_to_open(phone):
    page = phone.get(reverse("sharing:story", args=[make_story().pk])).content.decode()
    assert [page.count(f'{name}="yes"') for name in ("data-opens-page", "data-copies", "data-native")] == [
        6,
        6,
        1,
    ]
