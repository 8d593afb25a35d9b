from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "digitroops.programme"
    label = "programme"

    def ready(self) -> None:
        from digitroops.programme import receivers  # noqa: PLC0415 -- models are not loaded before

        receivers.connect()
