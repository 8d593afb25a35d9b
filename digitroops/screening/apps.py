from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "digitroops.screening"
    label = "screening"
