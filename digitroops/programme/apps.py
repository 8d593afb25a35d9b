from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "digitroops.programme"
    label = "programme"
