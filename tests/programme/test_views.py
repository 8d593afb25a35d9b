import pytest
from django.urls import reverse

from digitroops.people.models import Role
from digitroops.programme.models import Member, Programme
from tests.world import make_member, make_pr, make_programme, make_user

pytestmark = pytest.mark.django_db

NEW = {
    "name": "Digitroops 2027",
    "goal": "Vaksin yang dipahami.",
    "starts": "2027-01-01",
    "ends": "2027-12-31",
    "team_size": "20",
    "platforms": ["x", "instagram"],
    "keep_months": "12",
    "minimum_followers": "1000",
    "recent_days": "30",
}


def test_add_leads_from_draft_to_running(as_user):
    client = as_user(make_pr())
    client.post(reverse("programme:add"), NEW)
    pk = Programme.objects.get().pk
    assert client.get(reverse("programme:detail", args=[pk])).context["next_step"]["url"].endswith("consent/")
    client.post(reverse("programme:consent-publish", args=[pk]))
    client.post(reverse("programme:policy-publish", args=[pk]))
    client.post(reverse("programme:start", args=[pk]))
    assert Programme.objects.get().state == "running"


def test_add_refuses_an_end_before_the_start(as_user):
    response = as_user(make_pr()).post(reverse("programme:add"), NEW | {"ends": "2026-12-31"})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["ends"])
    assert not Programme.objects.exists()


def test_edit_keeps_what_was_typed_when_somebody_was_faster(as_user):
    programme = make_programme(version=2)
    response = as_user(make_pr()).post(
        reverse("programme:edit", args=[programme.pk]), NEW | {"version": "1", "name": "Nama saya"}
    )
    assert response.status_code == 422
    assert response.context["form"]["name"].value() == "Nama saya"


def test_consent_draft_is_edited_item_by_item(as_user):
    client = as_user(make_pr())
    client.post(reverse("programme:add"), NEW)
    text = Programme.objects.get().consent_texts.get()
    form = client.get(reverse("programme:consent", args=[text.programme_id])).context["form"]
    data = {name: value for name, value in form.initial.items() if value is not False}
    item = text.items.first()
    client.post(
        reverse("programme:consent", args=[text.programme_id]), data | {f"title_id-{item.pk}": "Judul baru"}
    )
    item.refresh_from_db()
    assert item.title_id == "Judul baru"


def test_criterion_form_asks_only_for_its_own_fields(as_user):
    client, programme = as_user(make_pr()), make_programme()
    address = reverse("programme:criterion-add", args=[programme.pk, "recent_post"])
    assert list(client.get(address).context["form"].fields) == ["days", "enabled"]
    client.post(address, {"days": "10", "enabled": "on"})
    assert programme.criteria.get(kind="recent_post").parameters == {"days": 10}


def test_members_csv_defuses_formulas(as_user):
    make_member(name="=HYPERLINK(1)")
    response = as_user(make_pr()).get(reverse("programme:members"), {"csv": "1"})
    assert ",'=HYPERLINK(1)," in b"".join(response.streaming_content).decode()


def test_members_are_found_by_state_and_words(as_user):
    programme = make_programme()
    make_member(programme, "1", name="Ayu")
    make_member(programme, "2", name="Bayu", state=Member.State.LEFT)
    response = as_user(make_pr()).get(reverse("programme:members"), {"q": "ayu", "state": "left"})
    assert [member.employee.name for member in response.context["page_obj"]] == ["Bayu"]


@pytest.mark.parametrize("count", [1, 3])
def test_members_need_the_same_queries_for_any_number(as_user, django_assert_max_num_queries, count):
    programme = make_programme()
    for number in range(count):
        make_member(programme, str(number))
    client = as_user(make_pr())
    client.get(reverse("programme:members"))  # the first visit also writes the session
    with django_assert_max_num_queries(12):
        client.get(reverse("programme:members"), headers={"hx-request": "true"})


def test_member_page_moves_with_a_reason(as_user):
    member = make_member()
    client = as_user(make_pr())
    client.post(reverse("programme:member", args=[member.pk]), {"to": "paused", "reason": "Cuti."})
    page = client.get(reverse("programme:member", args=[member.pk]))
    assert page.context["member"].state == "paused"
    assert page.context["items"][0]["text"].endswith("Cuti.")


def test_member_page_asks_for_a_reason(as_user):
    member = make_member()
    client = as_user(make_pr())
    response = client.post(reverse("programme:member", args=[member.pk]), {"to": "left", "reason": ""})
    member.refresh_from_db()
    assert (response.status_code, member.state) == (422, "active")


def test_member_pages_are_closed_to_members(as_user):
    member = make_member()
    client = as_user(member.employee.user)
    assert client.get(reverse("programme:member", args=[member.pk])).status_code == 403


def test_choose_refuses_a_programme_of_others(as_user):
    mine, other = make_member(), make_programme(name="Lain")
    client = as_user(mine.employee.user)
    client.post(reverse("programme:choose", args=[other.pk]))
    assert "programme" not in client.session


def test_add_refuses_a_programme_that_is_over(as_user):
    response = as_user(make_pr()).post(
        reverse("programme:add"), NEW | {"starts": "2019-01-01", "ends": "2020-12-31"}
    )
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["ends"])


def test_a_programme_that_is_over_can_still_be_renamed(as_user):
    programme = make_programme(starts="2019-01-01", ends="2020-12-31")
    address = reverse("programme:edit", args=[programme.pk])
    data = NEW | {"version": "1", "starts": "2019-01-01", "ends": "2020-12-31", "name": "Nama baru"}
    as_user(make_pr()).post(address, data)
    programme.refresh_from_db()
    assert programme.name == "Nama baru"


def test_only_pr_is_offered_a_new_programme(as_user):
    address = reverse("programme:add")
    ani = as_user(make_user("ani@nusavaksin.example", Role.ADMINISTRATOR))
    assert address not in ani.get(reverse("programme:list")).content.decode()
    assert address in as_user(make_pr()).get(reverse("programme:list")).content.decode()


@pytest.mark.parametrize(
    ("role", "address", "word"),
    [(Role.PR, "people:company", "administrator"), (Role.ADMINISTRATOR, "programme:add", "Peran")],
)
def test_a_closed_page_says_whom_to_ask(as_user, role, address, word):
    response = as_user(make_user("ratna@nusavaksin.example", role)).get(reverse(address))
    assert (response.status_code, word in response.content.decode()) == (403, True)
