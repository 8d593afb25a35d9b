import datetime as dt
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.people.models import Employee
from digitroops.programme.models import Platform

KEPT = dt.timedelta(days=1)
PIECES = "uploads"


def archive_path(archive: "Archive", file_name: str) -> str:
    """A place nobody can guess; the file's own name stays, because the platform writes the date into it."""
    return f"archives/{secrets.token_urlsafe(16)}/{file_name}"


def part_path(part: "ArchivePart", file_name: str) -> str:
    """As for an archive."""
    return f"archives/{new_token()}/{file_name}"


def piece_path(piece: "UploadPiece", file_name: str) -> str:
    """A flat folder, because the names mean nothing and are soon gone."""
    del piece, file_name
    return f"{PIECES}/{new_token()}"


def new_token() -> str:
    """Something nobody can guess."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """What the person writes into their bio to prove that the account is theirs."""
    return f"digitroops-{secrets.token_hex(4)}"


class SocialAccount(models.Model):
    employee = models.ForeignKey(Employee, on_delete=models.CASCADE, related_name="accounts")
    platform = models.CharField(_("platform"), max_length=10, choices=Platform.choices)
    handle = models.CharField(_("account name"), max_length=100)
    external_id = models.CharField(max_length=100, blank=True)
    display_name = models.CharField(max_length=200, blank=True)
    bio = models.TextField(blank=True)
    declared_followers = models.PositiveBigIntegerField(
        _("followers, as you see them"), null=True, blank=True
    )
    declared = models.DateTimeField(null=True, blank=True)
    growth_note = models.TextField(blank=True)
    growth_noted = models.DateTimeField(null=True, blank=True)
    growth_asked = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["platform", "handle"]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "platform", "handle"], name="account_once_per_employee"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_platform_display()} @{self.handle}"

    @property
    def recorded_as(self) -> str:
        """What the record of acts keeps: the platform, so that no account name outlives an erasure."""
        return str(self.get_platform_display())


class Archive(models.Model):
    """An uploaded data archive; the raw file is deleted once read."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READING = "reading", _("Being read")
        READ = "read", _("Read")
        FAILED = "failed", _("Not readable")

    account = models.ForeignKey(SocialAccount, on_delete=models.CASCADE, related_name="archives")
    file = models.FileField(upload_to=archive_path, max_length=300, blank=True)
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    progress = models.PositiveIntegerField(default=0)
    claim = models.CharField(max_length=32, blank=True)
    error_code = models.CharField(max_length=40, blank=True)
    error = models.TextField(blank=True)
    era = models.CharField(max_length=60, blank=True)
    exported = models.DateTimeField(null=True, blank=True)
    report = models.JSONField(default=dict)
    follow_days = models.JSONField(default=dict)
    left_files = models.PositiveIntegerField(default=0)
    left_bytes = models.PositiveBigIntegerField(default=0)
    uploaded = models.DateTimeField(default=timezone.now)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    read = models.DateTimeField(null=True, blank=True)
    raw_deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-uploaded", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def recorded_as(self) -> str:
        """What the record of acts keeps: names of files hold account names."""
        return self.account.recorded_as


class ArchivePart(models.Model):
    """A further file of an export that came in several; the first is the archive's own."""

    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, related_name="parts")
    file = models.FileField(upload_to=part_path, max_length=300)
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file_name


class Upload(models.Model):
    """One file on its way in pieces; `received` bytes are here, and the token in its address is the key to it.

    `left_files` and `left_bytes` are what the browser kept on the person's device; `together` is how many files were
    chosen as one export.
    """

    account = models.ForeignKey(SocialAccount, on_delete=models.CASCADE, related_name="uploads")
    token = models.CharField(max_length=43, unique=True, default=new_token)
    file_name = models.CharField(max_length=200)
    length = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    left_files = models.PositiveIntegerField(default=0)
    left_bytes = models.PositiveBigIntegerField(default=0)
    together = models.PositiveSmallIntegerField(default=1)
    created = models.DateTimeField(default=timezone.now)
    touched = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering = ["created", "pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def expires(self) -> dt.datetime:
        """When it is given up unless more arrives."""
        return self.touched + KEPT

    @property
    def complete(self) -> bool:
        return self.received == self.length


class UploadPiece(models.Model):
    """Bytes of an upload from `start` on, as a file of their own: any web server may take the next ones."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="pieces")
    start = models.PositiveBigIntegerField()
    size = models.PositiveBigIntegerField()
    file = models.FileField(upload_to=piece_path, max_length=300)

    class Meta:
        ordering = ["start"]
        constraints = [models.UniqueConstraint(fields=["upload", "start"], name="one_piece_at_a_place")]

    def __str__(self) -> str:
        return f"{self.upload} {self.start}+{self.size}"


class FollowerCount(models.Model):
    """A follower count on a day and where it came from: read from an archive, or typed."""

    class Source(models.TextChoices):
        ARCHIVE = "archive", _("Read from the archive")
        DECLARED = "declared", _("Typed by the person")

    account = models.ForeignKey(SocialAccount, on_delete=models.CASCADE, related_name="follower_counts")
    date = models.DateField()
    count = models.PositiveBigIntegerField()
    source = models.CharField(max_length=8, choices=Source.choices)
    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    partial = models.BooleanField(default=False)

    class Meta:
        ordering = ["-date", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "date", "source"], name="one_count_per_day_and_source")
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.count} on {self.date}"


class Audience(models.Model):
    """The account's follower keys as a compact sorted set (engines.audience); names are not kept."""

    account = models.OneToOneField(SocialAccount, on_delete=models.CASCADE, related_name="audience")
    archive = models.ForeignKey(Archive, on_delete=models.SET_NULL, null=True, related_name="+")
    keys = models.BinaryField()
    count = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.account}: {self.count}"


class Connection(models.Model):
    """An account whose public posts are read from time to time: the person agreed and proved that it is theirs."""

    class State(models.TextChoices):
        ASKED = "asked", _("Waiting for the code")
        CONNECTED = "connected", _("Connected")

    account = models.OneToOneField(SocialAccount, on_delete=models.CASCADE, related_name="connection")
    state = models.CharField(max_length=9, choices=State.choices, default=State.ASKED)
    code = models.CharField(max_length=24, default=new_code)
    remote_id = models.CharField(max_length=200, blank=True)
    server = models.URLField(max_length=300, blank=True)
    asked = models.DateTimeField(default=timezone.now)
    tried = models.DateTimeField(null=True, blank=True)
    proved = models.DateTimeField(null=True, blank=True)
    read = models.DateTimeField(null=True, blank=True)
    next_read = models.DateTimeField(null=True, blank=True, db_index=True)
    problem = models.CharField(max_length=12, blank=True)

    def __str__(self) -> str:
        return f"{self.account}: {self.state}"

    @property
    def is_connected(self) -> bool:
        return self.state == self.State.CONNECTED


class Post(models.Model):
    """A public post, reply or comment of the person, kept while the audit needs it."""

    account = models.ForeignKey(SocialAccount, on_delete=models.CASCADE, related_name="posts")
    archive = models.ForeignKey(Archive, on_delete=models.SET_NULL, null=True, related_name="+")
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, null=True, related_name="posts")
    external_id = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    text = models.TextField(blank=True)
    created = models.DateTimeField(null=True, db_index=True)
    url = models.URLField(max_length=500, blank=True)
    in_reply_to = models.CharField(max_length=200, blank=True)
    engagement = models.JSONField(default=dict)

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "external_id"], name="post_once_per_account")
        ]

    def __str__(self) -> str:
        return self.text[:60] or self.external_id
