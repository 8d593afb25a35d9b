"""What PR and members do with campaigns and briefs."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from digitroops.audit.actions import record
from digitroops.newsroom import queries
from digitroops.newsroom.content import Content
from digitroops.newsroom.models import (
    Brief,
    BriefReading,
    BriefVersion,
    Campaign,
    Fact,
    KeyMessage,
    Question,
    Story,
)
from digitroops.notify.actions import send_message
from digitroops.people.models import User
from digitroops.people.queries import language_of
from digitroops.programme.models import Member, Programme


class EditConflict(Exception):
    """Somebody else saved the same thing while it was being edited; nothing has been overwritten."""


@transaction.atomic
def save_campaign(*, campaign: Campaign, programme: Programme, actor: User) -> Campaign:
    """Add or change a campaign; the UTM name is made from its name and never changes afterwards."""
    is_new = campaign.pk is None
    before = {} if is_new else _facts(Campaign.objects.get(pk=campaign.pk))
    campaign.programme = programme
    if is_new:
        campaign.created_by = actor
        campaign.slug = _free_slug(programme, campaign.name)
    campaign.save()
    record(
        actor=actor,
        act="campaign.added" if is_new else "campaign.changed",
        subject=campaign,
        before=before,
        after=_facts(campaign),
    )
    return campaign


def _facts(campaign: Campaign) -> dict[str, str]:
    return {
        "name": campaign.name,
        "goal": campaign.goal,
        "starts": str(campaign.starts),
        "ends": str(campaign.ends),
    }


def _free_slug(programme: Programme, name: str) -> str:
    base = slugify(name)[:50] or "kampanye"
    taken = set(programme.campaigns.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken
    )


@transaction.atomic
def end_campaign(*, campaign: Campaign, actor: User | None) -> int:
    """End a campaign and everything in it that could still be shared; returns how many stories ended."""
    if not Campaign.objects.filter(pk=campaign.pk).exclude(state="ended").update(state=Campaign.State.ENDED):
        return 0
    open_states = (Story.State.LIVE, Story.State.SCHEDULED)
    ended = campaign.stories.filter(state__in=open_states).update(state=Story.State.ENDED)
    record(actor=actor, act="campaign.ended", subject=campaign, after={"stories_ended": ended})
    return ended


@transaction.atomic
def save_brief(*, campaign: Campaign, content: Content, revision: int, actor: User) -> Brief:
    """Keep the working copy of a campaign's brief; members see it only once it is published.

    `revision` is the one the editor started from (0 for a new brief). Raises EditConflict when somebody
    else has saved since; what they wrote stays, and so does what this editor typed.
    """
    fields = {
        "title": content.title,
        "summary": content.summary,
        "dos": "\n".join(content.dos),
        "donts": "\n".join(content.donts),
    }
    if revision == 0:
        brief, created = Brief.objects.get_or_create(
            campaign=campaign, defaults={**fields, "updated_by": actor}
        )
        if not created:
            raise EditConflict
        before = {}
    else:
        brief = Brief.objects.get(campaign=campaign)
        before = queries.content_of(brief).as_json()
        changed = {**fields, "revision": revision + 1, "updated_by": actor, "updated": timezone.now()}
        if not Brief.objects.filter(pk=brief.pk, revision=revision).update(**changed):
            raise EditConflict
        brief.refresh_from_db()
    _replace_parts(brief, content, actor)
    record(actor=actor, act="brief.saved", subject=brief, before=before, after=content.as_json())
    return brief


def _replace_parts(brief: Brief, content: Content, actor: User) -> None:
    brief.key_messages.all().delete()
    brief.facts.all().delete()
    brief.questions.filter(asked_by=None).delete()
    KeyMessage.objects.bulk_create(
        KeyMessage(brief=brief, text=text, order=place) for place, text in enumerate(content.messages)
    )
    Fact.objects.bulk_create(
        Fact(brief=brief, text=fact.text, source=fact.source, source_url=fact.source_url, order=place)
        for place, fact in enumerate(content.facts)
    )
    now = timezone.now()
    Question.objects.bulk_create(
        Question(brief=brief, text=item.question, answer=item.answer, answered=now, answered_by=actor)
        for item in content.answers
    )


@transaction.atomic
def publish_brief(*, brief: Brief, actor: User) -> BriefVersion | None:
    """Publish the working copy as the next version, start the campaign, and ask active members to read it.

    Returns None and tells nobody when nothing has changed since the last version, so that a second click
    publishes nothing.
    """
    content = queries.content_of(brief).as_json()
    latest = queries.latest_version(brief)
    if latest and latest.content == content:
        return None
    now, number = timezone.now(), brief.version + 1
    claimed = Brief.objects.filter(pk=brief.pk, version=brief.version).update(
        version=number, published=now, published_by=actor
    )
    if not claimed:
        return None
    version = BriefVersion.objects.create(
        brief=brief, version=number, content=content, published=now, published_by=actor
    )
    brief.refresh_from_db()
    Campaign.objects.filter(pk=brief.campaign_id, state="draft").update(state=Campaign.State.LIVE)
    record(actor=actor, act="brief.published", subject=brief, after={"version": number})
    _ask_to_read(brief, number)
    return version


def _ask_to_read(brief: Brief, version: int) -> None:
    members = brief.campaign.programme.members.filter(state=Member.State.ACTIVE, employee__user__isnull=False)
    for member in members.select_related("employee__user"):
        user = member.employee.user
        if user is None:
            continue
        with translation.override(language_of(user)):
            again = _("The brief has changed. Please read it again before you share.")
            first = _("A few minutes of reading, then the stories are ready for you. Skipping one is fine.")
            send_message(
                to=user,
                kind="brief",
                title=_("New brief: %(title)s") % {"title": brief.title},
                body=again if version > 1 else first,
                path=reverse("newsroom:brief", args=[brief.pk]),
                action_label=_("Read the brief"),
                key=f"brief-{brief.pk}-{version}-{member.pk}",
            )


@transaction.atomic
def acknowledge_brief(*, brief: Brief, member: Member, version: int) -> bool:
    """Note that the member has read this version; False when that was noted before."""
    _reading, created = BriefReading.objects.get_or_create(brief=brief, member=member, version=version)
    if created:
        record(
            actor=member.employee.user,
            act="brief.read",
            subject=brief,
            person=member.employee,
            after={"version": version},
        )
    return created


@transaction.atomic
def ask_question(*, brief: Brief, member: Member, text: str) -> Question:
    """A member asks PR; the same open question sent twice is one question. Whoever published is told."""
    same = brief.questions.filter(asked_by=member, text=text, answered=None).first()
    if same:
        return same
    question = Question.objects.create(brief=brief, asked_by=member, text=text, shown_to_all=False)
    record(actor=member.employee.user, act="question.asked", subject=question, person=member.employee)
    if brief.published_by:
        with translation.override(language_of(brief.published_by)):
            send_message(
                to=brief.published_by,
                kind="question",
                title=_("%(name)s asks about %(title)s")
                % {"name": member.employee.name, "title": brief.title},
                body=text,
                path=reverse("newsroom:question-answer", args=[question.pk]),
                action_label=_("Answer"),
            )
    return question


@transaction.atomic
def answer_question(*, question: Question, answer: str, shown_to_all: bool, actor: User) -> Question:
    """Answer a member's question, to them alone or shown to all; the asker is told."""
    before = {"answer": question.answer, "shown_to_all": question.shown_to_all}
    question.answer, question.shown_to_all = answer, shown_to_all
    question.answered, question.answered_by = timezone.now(), actor
    question.save()
    asker = question.asked_by.employee if question.asked_by else None
    record(
        actor=actor,
        act="question.answered",
        subject=question,
        person=asker,
        before=before,
        after={"answer": answer, "shown_to_all": shown_to_all},
    )
    if asker and asker.user:
        with translation.override(language_of(asker.user)):
            send_message(
                to=asker.user,
                kind="answer",
                title=_("PR has answered your question"),
                body=answer,
                path=reverse("newsroom:brief", args=[question.brief_id]),
                action_label=_("Open the brief"),
            )
    return question
