from importlib import import_module

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "digitroops.privacy"
    label = "privacy"

    def ready(self) -> None:
        import_module("digitroops.privacy.receivers")
