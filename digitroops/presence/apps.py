from django.apps import AppConfig


class PresenceConfig(AppConfig):
    name = "digitroops.presence"
    label = "presence"
