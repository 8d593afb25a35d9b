from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "digitroops.notify"
    label = "notify"
