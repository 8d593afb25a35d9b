from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LinksConfig(AppConfig):
    name = "digitroops.links"
    label = "links"

    def ready(self) -> None:
        from digitroops.links import triggers  # noqa: PLC0415 -- models are ready only now

        post_migrate.connect(triggers.install, sender=self, dispatch_uid="links.triggers")
