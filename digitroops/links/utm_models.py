"""The UTM parameters that a programme's links carry."""

from django.db import models


class UtmTemplate(models.Model):
    """A programme's template: words in braces stand for what a link is about (engines/clicks/utm)."""

    programme = models.OneToOneField(
        "programme.Programme", on_delete=models.CASCADE, related_name="utm_template"
    )
    utm_source = models.CharField(max_length=100, blank=True, default="digitroops")
    utm_medium = models.CharField(max_length=100, blank=True, default="employee")
    utm_campaign = models.CharField(max_length=100, blank=True, default="{campaign}")
    utm_term = models.CharField(max_length=100, blank=True)
    utm_content = models.CharField(max_length=100, blank=True, default="{code}")

    def __str__(self) -> str:
        return f"UTM: {self.programme}"
