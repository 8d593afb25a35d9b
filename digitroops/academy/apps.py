from django.apps import AppConfig


class AcademyConfig(AppConfig):
    name = "digitroops.academy"
    label = "academy"
