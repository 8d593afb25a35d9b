from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "digitroops.sharing"
    label = "sharing"
