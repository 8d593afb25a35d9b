import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from digitroops.newsroom import actions
from digitroops.newsroom.models import Asset, Brief, Campaign, Story
from tests.newsroom.test_actions import CONTENT
from tests.newsroom.test_pictures import picture
from tests.world import make_campaign, make_company, make_member, make_pr, make_story

pytestmark = pytest.mark.django_db
ROWS = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0}


def brief_data(**changes):
    fields = {
        "title": "Arahan",
        "summary": "Ringkas.",
        "messages": "Satu\nDua",
        "dos": "",
        "donts": "",
        "revision": 0,
    }
    facts = {
        "facts-TOTAL_FORMS": 2,
        "facts-INITIAL_FORMS": 0,
        "facts-0-text": "Fakta",
        "facts-0-source": "BPOM",
    }
    answers = {f"answers-{name}": value for name, value in ROWS.items()}
    return fields | facts | answers | changes


def story_data(**changes):
    fields = {"title": "Kisah", "kind": "field", "target_url": "nusavaksin.example/a", "expected": 1}
    rows = {f"captions-{name}": value for name, value in ROWS.items()}
    return fields | rows | {"captions-0-tone": "Santai", "captions-0-text": "Halo."} | changes


def published():
    pr = make_pr()
    brief = actions.save_brief(campaign=make_campaign(), content=CONTENT, revision=0, actor=pr)
    actions.publish_brief(brief=brief, actor=pr)
    return brief, pr


def test_brief_edit_saves_and_publishes(as_user):
    campaign = make_campaign(state="draft")
    client = as_user(make_pr())
    response = client.post(reverse("newsroom:brief-edit", args=[campaign.pk]), brief_data(publish="1"))
    assert response.status_code == 302
    brief = Brief.objects.get()
    assert (brief.version, brief.facts.get().source, brief.key_messages.count()) == (1, "BPOM", 2)


def test_brief_edit_shows_a_conflict_with_both_texts(as_user):
    brief, pr = published()
    client, address = as_user(pr), reverse("newsroom:brief-edit", args=[brief.campaign_id])
    client.post(address, brief_data(title="Punya Budi", revision=1))
    response = client.post(address, brief_data(title="Punya saya", revision=1))
    assert response.status_code == 409
    assert b"Punya Budi" in response.content
    assert b"Punya saya" in response.content
    assert b'name="revision" value="2"' in response.content
    assert Brief.objects.get().title == "Punya Budi"


def test_brief_edit_asks_for_a_facts_source(as_user):
    campaign = make_campaign()
    data = brief_data(**{"facts-0-source": ""})
    response = as_user(make_pr()).post(reverse("newsroom:brief-edit", args=[campaign.pk]), data)
    assert response.status_code == 422


def test_publish_clicked_twice_makes_one_version(as_user):
    brief, pr = published()
    client = as_user(pr)
    for _ in range(2):
        client.post(reverse("newsroom:brief-publish", args=[brief.campaign_id]))
    assert brief.versions.count() == 1


@pytest.mark.parametrize("name", ["campaigns", "stories", "campaign-add", "briefs"])
def test_lists_and_forms_open(as_user, name):
    published()
    make_story()
    response = as_user(make_pr("dewi@nusavaksin.example")).get(reverse(f"newsroom:{name}"))
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["campaign", "campaign-edit", "brief-edit", "brief-preview", "story-add"])
def test_campaign_pages_open(as_user, name):
    brief, pr = published()
    make_member()
    assert as_user(pr).get(reverse(f"newsroom:{name}", args=[brief.campaign_id])).status_code == 200


@pytest.mark.parametrize("name", ["campaigns", "campaign-add", "stories"])
def test_pr_pages_are_closed_to_members(as_user, name):
    client = as_user(make_member().employee.user)
    assert client.get(reverse(f"newsroom:{name}")).status_code == 403


def test_member_reads_and_acknowledges_a_brief(as_user):
    brief, _ = published()
    client = as_user(make_member().employee.user)
    assert CONTENT.title in client.get(reverse("newsroom:brief", args=[brief.pk])).content.decode()
    client.post(reverse("newsroom:brief-read", args=[brief.pk]), {"version": 1})
    assert brief.readings.count() == 1


def test_an_old_version_cannot_be_acknowledged(as_user):
    brief, _ = published()
    client = as_user(make_member().employee.user)
    client.post(reverse("newsroom:brief-read", args=[brief.pk]), {"version": 0})
    assert brief.readings.count() == 0


def test_a_brief_is_hidden_from_candidates(as_user):
    brief, _ = published()
    client = as_user(make_member(state="applied").employee.user)
    assert client.get(reverse("newsroom:brief", args=[brief.pk])).status_code == 404


def test_member_asks_and_pr_answers(as_user):
    brief, pr = published()
    client = as_user(make_member().employee.user)
    assert client.post(reverse("newsroom:question-ask", args=[brief.pk]), {"text": " "}).status_code == 422
    client.post(reverse("newsroom:question-ask", args=[brief.pk]), {"text": "Boleh?"})
    question = brief.questions.get(asked_by__isnull=False)
    address = reverse("newsroom:question-answer", args=[question.pk])
    assert as_user(pr).get(address).status_code == 200
    as_user(pr).post(address, {"answer": "Boleh.", "shown_to_all": "on"})
    question.refresh_from_db()
    assert (question.answer, question.shown_to_all) == ("Boleh.", True)


def test_story_add_publishes_with_a_picture(as_user):
    campaign, pr = make_campaign(), make_pr()
    upload = SimpleUploadedFile("foto.jpg", picture().getvalue(), "image/jpeg")
    data = story_data(picture_file=upload, alt="Perahu membawa kotak dingin", publish="1")
    as_user(pr).post(reverse("newsroom:story-add", args=[campaign.pk]), data)
    story = Story.objects.get()
    assert (story.state, story.target_url) == ("live", "https://nusavaksin.example/a")
    response = as_user(pr).get(reverse("newsroom:asset", args=[story.picture.pk]))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert b"".join(response.streaming_content)[:2] == b"\xff\xd8"
    assert as_user(pr).get(reverse("newsroom:story-edit", args=[story.pk])).status_code == 200


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"target_url": "https://evil.test/"}, "nusavaksin.example"),
        ({"target_url": "javascript:alert(1)"}, "url"),
        ({"picture_file": SimpleUploadedFile("x.svg", b"<svg/>", "image/svg+xml"), "alt": "x"}, "JPEG, PNG"),
        ({"live_from": "2026-11-18T10:00", "live_until": "2026-11-18T09:00"}, "live_until"),
    ],
)
def test_story_add_refuses_bad_input_and_keeps_the_words(as_user, changes, words):
    make_company(link_domains=["nusavaksin.example"], language="en")
    campaign = make_campaign()
    response = as_user(make_pr()).post(
        reverse("newsroom:story-add", args=[campaign.pk]), story_data(**changes)
    )
    assert response.status_code == 422
    assert words in response.content.decode()
    assert "Kisah" in response.content.decode()
    assert (Story.objects.count(), Asset.objects.count()) == (0, 0)


def test_story_edit_shows_a_conflict(as_user):
    story, client = make_story(), as_user(make_pr())
    address = reverse("newsroom:story-edit", args=[story.pk])
    client.post(address, story_data(title="Satu"))
    response = client.post(address, story_data(title="Dua"))
    assert response.status_code == 422
    assert b'name="expected" value="2"' in response.content
    assert Story.objects.get().title == "Satu"


def test_pictures_are_not_for_outsiders(as_user):
    member = make_member(state="left")
    asset = Asset.objects.create(programme=member.programme, alt="x", file="assets/x.png")
    assert as_user(member.employee.user).get(reverse("newsroom:asset", args=[asset.pk])).status_code == 404


def test_campaign_end_ends_its_stories(as_user):
    story = make_story()
    as_user(make_pr()).post(reverse("newsroom:campaign-end", args=[story.campaign_id]))
    assert (Story.objects.get().state, Campaign.objects.get().state) == ("ended", "ended")


def test_a_story_does_not_begin_after_its_campaign(as_user):
    campaign = make_campaign()
    address = reverse("newsroom:story-add", args=[campaign.pk])
    response = as_user(make_pr()).post(address, story_data(live_from="2028-01-02 08:00"))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["live_from"])
