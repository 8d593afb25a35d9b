from importlib import import_module

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "digitroops.notify"
    label = "notify"

    def ready(self) -> None:
        import_module("digitroops.notify.receivers")
