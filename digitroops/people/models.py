from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TIME_ZONES = [
    ("Asia/Jakarta", _("WIB (Jakarta)")),
    ("Asia/Makassar", _("WITA (Makassar)")),
    ("Asia/Jayapura", _("WIT (Jayapura)")),
]


class Company(models.Model):
    """The company this installation belongs to; one row."""

    name = models.CharField(_("company name"), max_length=120)
    logo = models.ImageField(_("logo"), upload_to="company/", blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, choices=TIME_ZONES, default="Asia/Jakarta")
    language = models.CharField(_("default language"), max_length=5, choices=settings.LANGUAGES, default="id")
    link_domains = models.JSONField(_("domains that links may lead to"), default=list, blank=True)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_company")]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    REVIEWER = "reviewer", _("Reviewer")
    PR = "pr", _("PR manager")
    EXECUTIVE = "executive", _("Executive")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """Somebody who can sign in. Employees get one at their first sign-in."""

    email = models.EmailField(_("work e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, choices=TIME_ZONES, blank=True)
    theme = models.CharField(
        _("theme"),
        max_length=5,
        blank=True,
        choices=[("", _("As my device")), ("light", _("Light")), ("dark", _("Dark"))],
    )
    is_active = models.BooleanField(default=True)
    session_stamp = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Sessions hang on the password and on a stamp: raising the stamp signs out everywhere."""
        value = f"{self.password}:{self.session_stamp}"
        return salted_hmac("digitroops.people.session", value, secret=secret, algorithm="sha256").hexdigest()

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(self.grants.values_list("role", flat=True))

    def has_role(self, *roles: str) -> bool:
        """Whether the user holds one of the roles; an administrator does not hold the others by that."""
        return bool(self.roles & set(roles))

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone or "Asia/Jakarta")


class RoleGrant(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    granted_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    granted = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="one_grant_per_role")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class Unit(models.Model):
    """A work unit; units form a tree, `path` is the names from the top joined by ' / '."""

    SEPARATOR = " / "

    name = models.CharField(_("name"), max_length=120)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(_("unit path"), max_length=400, unique=True)
    series = models.PositiveSmallIntegerField(
        _("colour"), default=1, help_text=_("1 to 8, the unit's colour for life")
    )

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    @property
    def depth(self) -> int:
        return self.path.count(self.SEPARATOR)


class Generation(models.TextChoices):
    Z = "z", _("Gen Z")
    Y = "y", _("Gen Y")
    X = "x", _("Gen X")
    BOOMER = "boomer", _("Boomer")
    OTHER = "other", pgettext_lazy("generation", "Other")


GENERATION_YEARS = {
    Generation.Z: (1997, 2012),
    Generation.Y: (1981, 1996),
    Generation.X: (1965, 1980),
    Generation.BOOMER: (1946, 1964),
}


def generation_of(birth: date | None) -> Generation | None:
    """The generation of a birth date (Gen Z 1997-2012, Y 1981-1996, X 1965-1980, boomer 1946-1964)."""
    if birth is None:
        return None
    for generation, (first, last) in GENERATION_YEARS.items():
        if first <= birth.year <= last:
            return generation
    return Generation.OTHER


class Employee(models.Model):
    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        LEAVE = "leave", _("On leave")
        INACTIVE = "inactive", _("No longer employed")

    class Gender(models.TextChoices):
        FEMALE = "female", _("Woman")
        MALE = "male", _("Man")

    number = models.CharField(_("employee number"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("work e-mail"), null=True, blank=True, unique=True)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="employees")
    birth_date = models.DateField(_("birth date"), null=True, blank=True)
    generation = models.CharField(
        _("generation"), max_length=8, choices=Generation.choices, blank=True, db_index=True
    )
    gender = models.CharField(
        _("gender"),
        max_length=6,
        choices=Gender.choices,
        blank=True,
        help_text=_("Only for the report on who applied and who was chosen; never for choosing."),
    )
    hire_date = models.DateField(_("hire date"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.ACTIVE, db_index=True
    )
    employment = models.CharField(_("employment status"), max_length=60, blank=True)
    position = models.CharField(_("position"), max_length=120, blank=True)
    manager_number = models.CharField(
        _("employee number of the manager"),
        max_length=40,
        blank=True,
        help_text=_("Optional. Keeps reviewers away from cases of their own line, upwards and downwards."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="employee"
    )
    created = models.DateTimeField(default=timezone.now)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["unit", "status"], name="employee_unit_status"),
            models.Index(fields=["name", "id"], name="employee_name_id"),
            models.Index(fields=["hire_date", "id"], name="employee_hire_date_id"),
            models.Index(fields=["status", "generation"], name="employee_status_generation"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.generation = generation_of(self.birth_date) or ""
        self.email = self.email.lower() if self.email else None
        super().save(*args, **kwargs)


class HRImport(models.Model):
    """One upload of the HR list: checked first, applied after a person has seen the preview."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        CHECKING = "checking", _("Checking")
        CHECKED = "checked", _("Checked")
        APPLYING = "applying", _("Applying")
        APPLIED = "applied", pgettext_lazy("HR list", "Applied")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")

    file = models.FileField(upload_to="hr-imports/")
    file_name = models.CharField(max_length=200)
    mapping = models.JSONField(default=dict)
    headers = models.JSONField(default=list)
    sample = models.JSONField(default=list)
    problems = models.JSONField(default=list, help_text="the first 5,000; counts has how many there are")
    counts = models.JSONField(default=dict)
    deactivate_missing = models.BooleanField(default=False)
    skip_problems = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    uploaded_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created"]

    def __str__(self) -> str:
        return self.file_name


class SignInLink(models.Model):
    """A one-time link and, from the sign-in page, a code of six digits; only their hashes are kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_links")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)
    next_path = models.CharField(max_length=300, blank=True)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user} until {self.expires}"

    def is_open(self, now: datetime) -> bool:
        return self.used is None and now < self.expires


class RateCount(models.Model):
    """How often something was tried within one window of time; shared by all machines."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {self.expires}"
