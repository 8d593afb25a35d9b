from importlib import import_module

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "digitroops.screening"
    label = "screening"

    def ready(self) -> None:
        import_module("digitroops.screening.receivers")
