from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.people.models import Employee


class Platform(models.TextChoices):
    X = "x", "X"
    INSTAGRAM = "instagram", "Instagram"
    TIKTOK = "tiktok", "TikTok"
    LINKEDIN = "linkedin", "LinkedIn"
    FACEBOOK = "facebook", "Facebook"
    THREADS = "threads", "Threads"
    YOUTUBE = "youtube", "YouTube"
    BLUESKY = "bluesky", "Bluesky"
    MASTODON = "mastodon", "Mastodon"
    REDDIT = "reddit", "Reddit"


class Programme(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        RUNNING = "running", _("Running")
        CLOSED = "closed", _("Closed")

    name = models.CharField(_("name"), max_length=120)
    goal = models.TextField(_("goal"))
    starts = models.DateField(_("starts"))
    ends = models.DateField(_("ends"))
    team_size = models.PositiveSmallIntegerField(_("team size"), default=20)
    platforms = models.JSONField(_("allowed platforms"), default=list)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.DRAFT)
    keep_months = models.PositiveSmallIntegerField(_("months to keep audit results"), default=12)
    audit_categories = models.JSONField(_("what the footprint audit looks for"), default=list)
    utm_source = models.SlugField(_("UTM source"), default="digitroops")
    utm_medium = models.SlugField(_("UTM medium"), default="employee")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="programme_ends_after_start"
            ),
            models.CheckConstraint(condition=models.Q(team_size__gte=1), name="programme_has_a_team"),
        ]

    def __str__(self) -> str:
        return self.name


class Criterion(models.Model):
    """One syarat of a programme; what `parameters` holds depends on the kind (programme/criteria)."""

    class Kind(models.TextChoices):
        ACTIVE_EMPLOYMENT = "active_employment", _("Active employment")
        FOLLOWERS = "followers", _("Followers on an allowed platform")
        RECENT_POST = "recent_post", _("Posted recently")
        GENERATION = "generation", _("Generation (a declared preference)")
        UNIT_MIN = "unit_min", _("At least this many from a unit")
        UNIT_MAX = "unit_max", _("At most this many from a unit")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="criteria")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    parameters = models.JSONField(default=dict)
    order = models.PositiveSmallIntegerField(default=0)
    enabled = models.BooleanField(_("in use"), default=True)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class ConsentText(models.Model):
    """A version of what a candidate is asked; published versions are never changed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="consent_texts")
    version = models.PositiveSmallIntegerField(default=1)
    purpose_id = models.TextField(_("purpose, in Indonesian"))
    purpose_en = models.TextField(_("purpose, in English"), blank=True)
    published = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["programme", "version"], name="one_consent_version")]

    def __str__(self) -> str:
        return f"{self.programme}, version {self.version}"


class ConsentItem(models.Model):
    class Key(models.TextChoices):
        CONTACT = "contact", _("Use of HR data for this application")
        ARCHIVE = "archive", _("Reading of the data archive")
        AUDIT = "audit", _("Footprint audit of public posts")
        REVIEW = "review", _("Two reviewers see the findings")
        WATCH = "watch", _("Yearly check while a member")
        CONNECT = "connect", _("Public posts read through a connected account")

    text = models.ForeignKey(ConsentText, on_delete=models.CASCADE, related_name="items")
    key = models.CharField(max_length=12, choices=Key.choices)
    title_id = models.CharField(max_length=160)
    title_en = models.CharField(max_length=160)
    body_id = models.TextField()
    body_en = models.TextField()
    required = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["text", "key"], name="one_item_per_consent_key")]

    def __str__(self) -> str:
        return self.title_id


class Policy(models.Model):
    """A version of the social media policy; published versions are never changed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="policies")
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(_("title"), max_length=160)
    body = models.TextField(_("text"))
    published = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["programme", "version"], name="one_policy_version")]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class Member(models.Model):
    class State(models.TextChoices):
        INVITED = "invited", _("Invited")
        APPLIED = "applied", _("Applied")
        SCREENED = "screened", _("Screened")
        SHORTLISTED = "shortlisted", _("Shortlisted")
        ONBOARDING = "onboarding", _("Onboarding")
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        LEFT = "left", _("Left")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="members")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="memberships")
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.INVITED, db_index=True
    )
    since = models.DateTimeField(_("in this state since"), default=timezone.now)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["employee__name"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "employee"], name="member_once_per_programme")
        ]

    def __str__(self) -> str:
        return str(self.employee)


class Consent(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="consents")
    item = models.ForeignKey(ConsentItem, on_delete=models.PROTECT, related_name="+")
    given = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "item"],
                condition=models.Q(withdrawn=None),
                name="one_open_consent_per_item",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.item.key}"


class PolicyAcceptance(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="policy_acceptances")
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="acceptances")
    name = models.CharField(_("full name"), max_length=120)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "policy"], name="policy_accepted_once")]

    def __str__(self) -> str:
        return f"{self.name}: {self.policy}"


class MemberDay(models.Model):
    """Who was in which state on a day, so that past rates stay right."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="days")
    date = models.DateField()
    state = models.CharField(max_length=12, choices=Member.State.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "date"], name="one_state_per_day")]

    def __str__(self) -> str:
        return f"{self.member} {self.date}: {self.state}"
