import pytest

from digitroops.audit.models import Entry
from digitroops.crisis import actions, queries
from digitroops.crisis.models import Claim, Incident, Sighting
from digitroops.notify.models import Message
from digitroops.sharing.models import Share, SharingPause
from digitroops.sharing.queries import pause_of
from tests.world import make_member, make_pr, make_programme, make_share

pytestmark = pytest.mark.django_db


def declare(programme=None, statement="Vaksin tersimpan 2–8 °C.", actor=None, **changes):
    fields = {
        "title": "Kabar vaksin beku",
        "instruction": "silent",
        "steps": "Jangan membalas dulu.",
        **changes,
    }
    programme = programme or make_programme()
    return actions.declare_incident(
        incident=Incident(**fields), programme=programme, statement=statement, actor=actor or make_pr()
    )


def test_declare_incident_stops_shares_and_tells_members():
    opened, planned = make_share(), make_share(state="scheduled")
    declare(opened.member.programme)
    assert set(Share.objects.values_list("state", flat=True)) == {"stopped"}
    assert pause_of(opened.member.programme).title == "Kabar vaksin beku"
    assert Message.objects.get(kind="incident-declared").user == planned.member.employee.user


def test_a_drill_tells_members_and_stops_nothing():
    share = make_share()
    declare(share.member.programme, kind="drill")
    share.refresh_from_db()
    assert share.state == "opened"
    assert SharingPause.objects.count() == 0
    assert Message.objects.filter(kind="incident-declared").count() == 1


def test_declaring_twice_is_one_incident():
    programme, pr = make_programme(), make_pr()
    first = declare(programme, actor=pr)
    with pytest.raises(actions.AlreadyOpen) as refused:
        declare(programme, actor=pr)
    assert refused.value.incident == first
    assert Incident.objects.count() == 1


def test_an_incident_leaves_other_programmes_alone():
    share = make_share()
    declare(make_programme(name="Lain"))
    share.refresh_from_db()
    assert share.state == "opened"


def test_acknowledge_twice_counts_once():
    member = make_member()
    incident = declare(member.programme)
    assert [actions.acknowledge(incident=incident, member=member) for _ in range(2)] == [True, False]
    assert Entry.objects.filter(act="incident.acknowledged", person_id=member.employee_id).count() == 1
    assert [face["done"] for face in queries.faces_of(incident)] == [True]


def test_publish_statement_makes_versions_and_refuses_an_old_one():
    pr, member = make_pr(), make_member()
    incident = declare(member.programme, actor=pr)
    publish = {"incident": incident, "actor": pr}
    assert actions.publish_statement(text="Kedua", seen_version=1, **publish).version == 2
    assert actions.publish_statement(text="Kedua", seen_version=1, **publish).version == 2
    with pytest.raises(actions.NewerStatement):
        actions.publish_statement(text="Ketiga", seen_version=1, **publish)
    assert queries.statement_of(incident).text == "Kedua"
    assert Message.objects.filter(kind="incident-statement").count() == 1


def test_report_sighting_twice_is_one_report():
    member = make_member()
    incident = declare(member.programme)
    for _ in range(2):
        actions.report_sighting(incident=incident, member=member, text="Ada di grup RT.", url="")
    assert Sighting.objects.count() == 1
    assert Message.objects.filter(kind="sighting").count() == 1


def test_close_incident_lets_work_go_on_and_tells_members_once():
    share, pr = make_share(), make_pr()
    incident = declare(share.member.programme, actor=pr)
    closed = [actions.close_incident(incident=incident, lessons="Lebih awal.", actor=pr) for _ in range(2)]
    share.refresh_from_db()
    assert closed == [True, False]
    assert (share.state, pause_of(share.member.programme)) == ("opened", None)
    assert Message.objects.filter(kind="incident-closed").count() == 1


def test_a_closed_incident_takes_nothing_more():
    member, pr = make_member(), make_pr()
    incident = declare(member.programme, actor=pr)
    actions.close_incident(incident=incident, lessons="x", actor=pr)
    with pytest.raises(actions.IncidentClosed):
        actions.acknowledge(incident=incident, member=member)
    with pytest.raises(actions.IncidentClosed):
        actions.save_claim(claim=Claim(text="x"), incident=incident, actor=pr)


@pytest.mark.parametrize(("kind", "state"), [(None, "calm"), ("drill", "drill"), ("real", "incident")])
def test_light_of_says_what_is_open(kind, state):
    programme = make_programme()
    if kind:
        declare(programme, kind=kind)
    assert queries.light_of(programme).state == state


def test_steps_of_sets_the_first_sentence_apart():
    steps = queries.steps_of(Incident(steps="Jangan membalas. Kirim tangkapan layar.\n\nTekan tombol"))
    assert [(step.head, step.body) for step in steps] == [
        ("Jangan membalas.", "Kirim tangkapan layar."),
        ("Tekan tombol", ""),
    ]


def test_timeline_of_holds_everything_that_happened():
    member, pr = make_member(), make_pr()
    incident = declare(member.programme, actor=pr)
    actions.acknowledge(incident=incident, member=member)
    actions.save_claim(claim=Claim(text="Beku"), incident=incident, actor=pr)
    actions.close_incident(incident=incident, lessons="x", actor=pr)
    incident.refresh_from_db()
    icons = [row["icon"] for row in queries.timeline_of(incident)]
    assert icons == ["circle-check", "message-question", "check", "speakerphone", "urgent"]
