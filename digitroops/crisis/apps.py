from django.apps import AppConfig


class CrisisConfig(AppConfig):
    name = "digitroops.crisis"
    label = "crisis"
