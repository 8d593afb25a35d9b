"""The sums over all links of a story, and what arrivals had in common. ClickHour and ClickDay stand in models."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Dimension(models.TextChoices):
    """By what arrivals are told apart in ClickPart and StoryPart. All but the verdict count people only."""

    SOURCE = "source", _("Source")
    DEVICE = "device", _("Device")
    BROWSER = "browser", _("Browser")
    SYSTEM = "system", _("System")
    LANGUAGE = "language", _("Language")
    COUNTRY = "country", _("Country")
    CITY = "city", _("City")
    VERDICT = "verdict", _("Verdict")


class ClickPart(models.Model):
    """What the arrivals at a link had in common, by month: one row for each source, device and so on."""

    link = models.ForeignKey(
        "links.Link", on_delete=models.CASCADE, related_name="parts", db_constraint=False
    )
    month = models.DateField(help_text="Its first day.")
    dimension = models.CharField(max_length=8, choices=Dimension.choices)
    value = models.CharField(max_length=100)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["link", "month", "dimension", "value"], name="one_row_per_link_and_part"
            )
        ]

    def __str__(self) -> str:
        return f"{self.link_id} {self.month:%Y-%m} {self.dimension} {self.value}: {self.number}"


class Arrivals(models.Model):
    """How many people came, came again, were machines, and were the company's own."""

    people = models.PositiveIntegerField(default=0)
    repeats = models.PositiveIntegerField(default=0)
    machines = models.PositiveIntegerField(default=0)
    own = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class StoryDay(Arrivals):
    """Arrivals at all links of a story on a day: what the pages of stories and programmes read."""

    story = models.ForeignKey("newsroom.Story", on_delete=models.CASCADE, related_name="click_days")
    date = models.DateField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "date"], name="one_row_per_story_and_day")]

    def __str__(self) -> str:
        return f"{self.story_id} {self.date}: {self.people}"


class ChannelDay(Arrivals):
    """Arrivals at the links of a story that were shared on one platform, on a day: what the programme's page reads."""

    story = models.ForeignKey("newsroom.Story", on_delete=models.CASCADE, related_name="channel_days")
    channel = models.CharField(max_length=10, blank=True, help_text="Empty for a link that nobody shared.")
    date = models.DateField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "channel", "date"], name="one_row_per_channel_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.story_id} {self.channel} {self.date}: {self.people}"


class StoryHour(Arrivals):
    """Arrivals at all links of a story in an hour (UTC)."""

    story = models.ForeignKey("newsroom.Story", on_delete=models.CASCADE, related_name="click_hours")
    hour = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "hour"], name="one_row_per_story_and_hour")]

    def __str__(self) -> str:
        return f"{self.story_id} {self.hour}: {self.people}"


class StoryMinute(Arrivals):
    """Arrivals at all links of a story in a minute: what the live view reads; kept for a day."""

    story = models.ForeignKey("newsroom.Story", on_delete=models.CASCADE, related_name="click_minutes")
    minute = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "minute"], name="one_row_per_story_and_minute")
        ]

    def __str__(self) -> str:
        return f"{self.story_id} {self.minute}: {self.people}"


class StoryPart(models.Model):
    """What the arrivals at all links of a story had in common, by day."""

    story = models.ForeignKey("newsroom.Story", on_delete=models.CASCADE, related_name="click_parts")
    date = models.DateField()
    dimension = models.CharField(max_length=8, choices=Dimension.choices)
    value = models.CharField(max_length=100)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["story", "date", "dimension", "value"], name="one_row_per_story_and_part"
            )
        ]

    def __str__(self) -> str:
        return f"{self.story_id} {self.date} {self.dimension} {self.value}: {self.number}"
