"""Learning: opt-in, labels from decisions, a table, the job, versions in use."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.signals import pre_save
from django.urls import reverse

from digitroops.audit.models import Entry
from digitroops.engines.footprint import LabelError
from digitroops.people.models import Role
from digitroops.privacy.models import Request
from digitroops.programme.models import Programme
from digitroops.screening import actions, jobs, learning
from digitroops.screening.models import Audit, AuditRules, Finding, Reply, Weights
from tests.screening.cases import make_audit, make_candidate, make_finding, make_post
from tests.world import make_company, make_pr, make_programme, make_user

pytestmark = pytest.mark.django_db
BAD, GOOD = "kerja {} zonk parah", "kerja {} lancar jaya"


def table(size=30, more=()):
    rows = [f"{BAD.format(n)},abusive" for n in range(size)] + [
        f"{GOOD.format(n)},clear" for n in range(size)
    ]
    return "\n".join(["text,label", *rows, *more])


@pytest.fixture
def pr():
    make_company()
    make_programme()
    return make_pr()


@pytest.fixture
def trained(pr):
    weights = actions.learn_from_table(actor=pr, table=table())
    learning.train_weights(weights.pk)
    weights.refresh_from_db()
    return weights


def agree(pr, programme):
    actions.change_rules(actor=pr, programme=programme, learning=True)


def decided(outcome, texts, number="2201"):
    audit = make_audit(make_candidate(number), state=Audit.State.DECIDED, outcome=outcome)
    return [make_finding(audit, text, word=text[:4]) for text in texts]


def begun_by_the_other_click(sender, instance, **kwargs):
    pre_save.disconnect(begun_by_the_other_click, Weights)
    Weights.objects.create(source=Weights.Source.TABLE, rows=60)


def test_a_second_click_between_the_look_and_the_saving_finds_the_first(pr):
    pre_save.connect(begun_by_the_other_click, Weights)
    with pytest.raises(actions.StillLearning):
        actions.learn_from_table(actor=pr, table=table())
    assert Weights.objects.count() == 0


def found_in(text):
    member = make_candidate("2299", name="Dewi Lestari")
    make_post(member, text)
    audit = make_audit(member, state=Audit.State.WAITING, categories=["abusive"])
    jobs.scan_audit(audit.pk)
    return [finding.category for finding in Finding.objects.filter(audit=audit)]


def test_a_version_shows_what_it_is_worth_and_changes_nothing_by_itself(trained):
    assert (trained.state, trained.in_use, trained.table, trained.progress) == ("ready", False, "", 100)
    assert (trained.before["abusive"]["recall"], trained.after["abusive"]["f1"]) == (0.0, 1.0)
    assert found_in("rapat zonk parah") == []


def test_the_scanner_uses_the_version_in_use_and_the_rules_alone_after_it(trained, pr):
    agree(pr, Programme.objects.get())
    actions.use_weights(actor=pr, weights=trained)
    assert found_in("rapat zonk parah") == ["abusive"]
    actions.stop_using_weights(actor=pr)
    Audit.objects.all().delete()
    member_posts = make_audit(make_candidate("2300", name="Eka"), state=Audit.State.WAITING)
    make_post(member_posts.member, "rapat zonk parah")
    jobs.scan_audit(member_posts.pk)
    assert member_posts.findings.count() == 0


def test_a_programme_that_has_not_agreed_is_read_by_the_rules_alone(trained, pr):
    actions.use_weights(actor=pr, weights=trained)
    assert found_in("rapat zonk parah") == []


def test_putting_into_use_and_rolling_back_are_recorded_with_who(trained, pr):
    second = actions.learn_from_table(actor=pr, table=table(31))
    learning.train_weights(second.pk)
    actions.use_weights(actor=pr, weights=trained)
    actions.use_weights(actor=pr, weights=second)
    actions.use_weights(actor=pr, weights=trained)
    entries = Entry.objects.filter(act="weights.put_into_use").order_by("pk")
    assert [(entry.actor, entry.before["version"], entry.after["version"]) for entry in entries] == [
        (pr, None, trained.pk),
        (pr, trained.pk, second.pk),
        (pr, second.pk, trained.pk),
    ]
    assert Weights.objects.get(in_use=True) == trained


def test_the_version_in_use_cannot_be_deleted(trained, pr):
    actions.use_weights(actor=pr, weights=trained)
    with pytest.raises(actions.NotUsable):
        actions.delete_weights(actor=pr, weights=trained)
    actions.stop_using_weights(actor=pr)
    actions.delete_weights(actor=pr, weights=trained)
    assert not Weights.objects.exists()


def test_a_version_that_is_not_ready_is_not_used(pr):
    weights = actions.learn_from_table(actor=pr, table=table())
    with pytest.raises(actions.NotUsable):
        actions.use_weights(actor=pr, weights=weights)


def test_damaged_weights_leave_the_rules_at_work(trained, pr):
    actions.use_weights(actor=pr, weights=trained)
    Weights.objects.update(model=b"broken")
    jobs._scanner.cache_clear()
    assert found_in("dasar goblok") == ["abusive"]


def test_training_goes_on_after_a_kill(pr):
    weights = actions.learn_from_table(actor=pr, table=table())
    Weights.objects.update(state=Weights.State.TRAINING, claim="dead", progress=40)
    learning.train_weights(weights.pk)
    assert Weights.objects.get().state == Weights.State.READY


def test_a_run_that_lost_its_row_writes_nothing(pr, monkeypatch):
    weights = actions.learn_from_table(actor=pr, table=table())
    train = learning.footprint.train

    def overtaken(*args, **kwargs):
        Weights.objects.update(claim="another")
        return train(*args, **kwargs)

    monkeypatch.setattr(learning.footprint, "train", overtaken)
    learning.train_weights(weights.pk)
    weights.refresh_from_db()
    assert (weights.state, weights.claim, weights.model) == ("training", "another", None)


def test_a_deleted_version_stops_its_training(pr, monkeypatch):
    weights = actions.learn_from_table(actor=pr, table=table())
    train = learning.footprint.train

    def deleted(*args, **kwargs):
        actions.delete_weights(actor=pr, weights=weights)
        return train(*args, **kwargs)

    monkeypatch.setattr(learning.footprint, "train", deleted)
    learning.train_weights(weights.pk)
    assert not Weights.objects.exists()
    assert not Entry.objects.filter(act="weights.trained").exists()


def test_broken_and_contradicting_rows_are_reported_by_their_line(pr):
    weights = actions.learn_from_table(
        actor=pr, table=table(30, [",abusive", "hai,galak", "sama,clear", "sama,hate"])
    )
    learning.train_weights(weights.pk)
    weights.refresh_from_db()
    assert [(item["row"], item["reason"]) for item in weights.problems] == [
        (62, "empty"),
        (63, "unknown"),
        (64, "contradiction"),
        (65, "contradiction"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n1,2", "columns"),
        (table(5), "too_few"),
        ("text,label\n" + "\n".join(f"kata {n},abusive" for n in range(50)), "one_class"),
        ("text,label\n" + "x" * 200_000 + ",clear", "unreadable"),
    ],
)
def test_a_table_that_teaches_nothing_is_refused(pr, text, reason):
    with pytest.raises(LabelError) as refused:
        actions.learn_from_table(actor=pr, table=text)
    assert refused.value.reason == reason
    assert not Weights.objects.exists()


def test_nothing_is_learned_from_decisions_without_a_yes(pr):
    decided("coach", [BAD.format(n) for n in range(30)])
    with pytest.raises(actions.NotAgreed):
        actions.learn_from_decisions(actor=pr)
    assert learning.labels_from_decisions() == []


def test_decisions_become_labels_without_names(pr):
    first, second = decided("coach", ["goblok Candra Wijaya", "dasar tolol"])
    Reply.objects.create(finding=second, stance="dispute", text="Bukan begitu")
    decided("clear", ["sialan hujan terus"], number="2202")
    agree(pr, first.audit.member.programme)
    rows = {row.text: set(row.labels) for row in learning.labels_from_decisions()}
    assert rows == {"goblok [nama]": {"abusive"}, "dasar tolol": set(), "sialan hujan terus": set()}


def test_who_objected_is_left_out(pr):
    finding = decided("coach", ["dasar tolol"])[0]
    agree(pr, finding.audit.member.programme)
    assert len(learning.labels_from_decisions()) == 1
    Request.objects.create(
        employee=finding.audit.member.employee,
        kind=Request.Kind.OBJECT,
        due=dt.datetime(2027, 1, 1, tzinfo=dt.UTC),
    )
    assert learning.labels_from_decisions() == []


def test_a_version_is_learned_from_decisions(pr):
    finding = decided("not_now", [BAD.format(n) for n in range(25)])[0]
    decided("clear", [GOOD.format(n) for n in range(25)], number="2202")
    agree(pr, finding.audit.member.programme)
    weights = actions.learn_from_decisions(actor=pr)
    learning.train_weights(weights.pk)
    weights.refresh_from_db()
    assert (weights.state, weights.rows, weights.after["abusive"]["f1"]) == ("ready", 50, 1.0)


def test_the_page_asks_to_tell_people_before_the_yes(pr, as_user):
    browser = as_user(pr)
    assert browser.post(reverse("screening:learning-switch"), {}).status_code == 422
    assert not AuditRules.objects.filter(learning=True).exists()
    browser.post(reverse("screening:learning-switch"), {"told": "on"})
    assert AuditRules.objects.filter(learning=True).exists()
    browser.post(reverse("screening:learning-switch"), {"off": "1"})
    assert not AuditRules.objects.filter(learning=True).exists()


def test_the_page_takes_a_table_shows_figures_and_puts_into_use(pr, as_user, settings):
    browser = as_user(pr)
    sent = {"file": SimpleUploadedFile("label.csv", table().encode())}
    assert browser.post(reverse("screening:learning-table"), sent).status_code == 302
    weights = Weights.objects.get()
    state = reverse("screening:learning-state", args=[weights.pk])
    assert "progressbar" in browser.get(state).content.decode()
    learning.train_weights(weights.pk)
    assert browser.get(state).headers["HX-Refresh"] == "true"
    assert "0,00 → <b>1,00</b>" in browser.get(reverse("screening:learning")).content.decode()
    browser.post(reverse("screening:learning-use", args=[weights.pk]))
    assert Weights.objects.get().in_use
    assert browser.post(reverse("screening:learning-delete", args=[weights.pk])).status_code == 422
    browser.post(reverse("screening:learning-stop"))
    browser.post(reverse("screening:learning-delete", args=[weights.pk]))
    assert not Weights.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"text,label\nhalo,clear", "Terlalu sedikit"),
        (b"\xff\xfe\x00x", "UTF-8"),
        (b"a,b\n1,2", "kolom"),
    ],
)
def test_the_page_says_what_is_wrong_with_a_table(pr, as_user, content, said):
    answer = as_user(pr).post(
        reverse("screening:learning-table"), {"file": SimpleUploadedFile("label.csv", content)}
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_reviewers_do_not_open_it(pr, as_user):
    browser = as_user(make_user("tinjau@nusavaksin.example", Role.REVIEWER))
    assert browser.get(reverse("screening:learning")).status_code == 403
