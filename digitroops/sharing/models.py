from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from digitroops.links.models import Link
from digitroops.newsroom.models import Caption, Story
from digitroops.programme.models import Member, Programme


class Share(models.Model):
    """A member takes a story to one platform, in their own words or a caption."""

    class Channel(models.TextChoices):
        X = "x", "X"
        LINKEDIN = "linkedin", "LinkedIn"
        FACEBOOK = "facebook", "Facebook"
        WHATSAPP = "whatsapp", "WhatsApp"
        TELEGRAM = "telegram", "Telegram"
        THREADS = "threads", "Threads"
        INSTAGRAM = "instagram", "Instagram"
        TIKTOK = "tiktok", "TikTok"
        OTHER = "other", pgettext_lazy("platform", "Other")

    class State(models.TextChoices):
        OPENED = "opened", _("Opened")
        SCHEDULED = "scheduled", _("Scheduled")
        POSTED = "posted", _("Posted")
        STOPPED = "stopped", _("Stopped by an incident")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="shares")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="shares")
    channel = models.CharField(_("platform"), max_length=10, choices=Channel.choices)
    text = models.TextField(_("words"))
    caption = models.ForeignKey(Caption, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    own_words = models.BooleanField(default=False)
    link = models.OneToOneField(Link, on_delete=models.PROTECT, related_name="share")
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPENED, db_index=True)
    request_key = models.CharField(max_length=40)
    due = models.DateTimeField(_("when"), null=True, blank=True)
    created = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "request_key"], name="share_once_per_request")
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.story} ({self.get_channel_display()})"


class Proof(models.Model):
    """The post's address as proof, with what the person reads off it later."""

    share = models.OneToOneField(Share, on_delete=models.CASCADE, related_name="proof")
    url = models.URLField(_("address of your post"), max_length=1000)
    at = models.DateTimeField(default=timezone.now)
    views = models.PositiveBigIntegerField(_("views"), null=True, blank=True)
    likes = models.PositiveBigIntegerField(_("likes"), null=True, blank=True)
    comments = models.PositiveBigIntegerField(_("comments"), null=True, blank=True)
    reshares = models.PositiveBigIntegerField(_("reshares"), null=True, blank=True)
    counted = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.url


class Skip(models.Model):
    """A member leaves a story aside, without a reason; nobody but the member sees it."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="skips")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "story"], name="skipped_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.story}"


class SharingPause(models.Model):
    """While one is open nobody in the programme can share; a higher app opens and ends it."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="sharing_pauses")
    key = models.CharField(max_length=60, unique=True, help_text="Names the owner, such as incident-5.")
    title = models.CharField(max_length=160)
    instruction = models.CharField(max_length=200)
    path = models.CharField(max_length=200, help_text="The page that says more.")
    started = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started"]

    def __str__(self) -> str:
        return self.title
