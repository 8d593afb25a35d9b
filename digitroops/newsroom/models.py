from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.programme.models import Member, Programme


class Campaign(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        LIVE = "live", _("Live")
        ENDED = "ended", _("Ended")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="campaigns")
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("UTM campaign"), max_length=60)
    goal = models.TextField(_("goal"))
    starts = models.DateField(_("starts"))
    ends = models.DateField(_("ends"))
    state = models.CharField(_("state"), max_length=6, choices=State.choices, default=State.DRAFT)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-starts", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="campaign_slug_once"),
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="campaign_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Brief(models.Model):
    """The direction for a campaign; a new version asks members to read again."""

    campaign = models.OneToOneField(Campaign, on_delete=models.CASCADE, related_name="brief")
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("in short"))
    dos = models.TextField(_("do"), blank=True, help_text=_("One a line."))
    donts = models.TextField(_("don't"), blank=True, help_text=_("One a line."))
    version = models.PositiveSmallIntegerField(default=0)
    published = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    revision = models.PositiveIntegerField(default=1, help_text="Grows with every save; tells editors apart.")
    updated = models.DateTimeField(auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return self.title


class BriefVersion(models.Model):
    """A published version as members read it; never changed afterwards."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveSmallIntegerField()
    content = models.JSONField(default=dict)
    published = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["brief", "version"], name="one_brief_version")]

    def __str__(self) -> str:
        return f"{self.brief}, {self.version}"


class KeyMessage(models.Model):
    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="key_messages")
    text = models.CharField(_("key message"), max_length=300)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text


class Fact(models.Model):
    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="facts")
    text = models.CharField(_("fact"), max_length=400)
    source = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text


class Question(models.Model):
    """A question and its answer: prepared by PR, or asked by a member."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="questions")
    asked_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, null=True, blank=True, related_name="questions"
    )
    text = models.TextField(_("question"))
    answer = models.TextField(_("answer"), blank=True)
    asked = models.DateTimeField(default=timezone.now)
    answered = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    shown_to_all = models.BooleanField(_("show to all members"), default=True)

    class Meta:
        ordering = ["asked", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class BriefReading(models.Model):
    """A member's acknowledgement of one version of a brief."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="readings")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="brief_readings")
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brief", "member", "version"], name="brief_read_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.brief} v{self.version}"


class Asset(models.Model):
    """A picture to share, with its words for those who cannot see it."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="assets")
    file = models.FileField(_("picture"), upload_to="assets/")
    alt = models.CharField(_("description for those who cannot see it"), max_length=300)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.alt


class Story(models.Model):
    class Kind(models.TextChoices):
        FIELD = "field", _("Story from the field")
        ANSWER = "answer", _("Questions and answers")
        EDUCATION = "education", _("Education")
        FACT = "fact", _("Programme fact")
        INVITATION = "invitation", _("Invitation")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SCHEDULED = "scheduled", _("Scheduled")
        LIVE = "live", _("Live")
        ENDED = "ended", _("Ended")

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="stories")
    title = models.CharField(_("title"), max_length=160)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.FIELD)
    target_url = models.URLField(_("page to link to"), max_length=1000)
    picture = models.ForeignKey(
        Asset, on_delete=models.SET_NULL, null=True, blank=True, related_name="stories"
    )
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.DRAFT)
    live_from = models.DateTimeField(_("live from"), null=True, blank=True)
    live_until = models.DateTimeField(_("live until"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=1, help_text="Grows with every save; tells editors apart.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-live_from", "-pk"]

    ART = {
        "field": "boat",
        "answer": "posyandu",
        "education": "class",
        "fact": "lab",
        "invitation": "megaphone",
    }

    def __str__(self) -> str:
        return self.title

    @property
    def art(self) -> str:
        """The drawn picture that stands in while the story has none of its own."""
        return self.ART.get(self.kind, "boat")


class Caption(models.Model):
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="captions")
    tone = models.CharField(_("tone"), max_length=40)
    text = models.TextField(_("caption"))
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.tone
