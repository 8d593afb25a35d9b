from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "digitroops.ui"
    label = "ui"
