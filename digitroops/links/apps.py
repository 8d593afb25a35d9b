from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "digitroops.links"
    label = "links"
