from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "digitroops.people"
    label = "people"
