from django.apps import AppConfig


class AcademyConfig(AppConfig):
    name = "digitroops.academy"
    label = "academy"

    def ready(self) -> None:
        from digitroops.academy import receivers  # noqa: PLC0415 -- models are not loaded before

        receivers.connect()
