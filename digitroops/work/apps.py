from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "digitroops.work"
    label = "work"
