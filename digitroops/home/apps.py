from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "digitroops.home"
    label = "home"
