from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "digitroops.insight"
    label = "insight"
