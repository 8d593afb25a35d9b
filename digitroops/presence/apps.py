from django.apps import AppConfig


class PresenceConfig(AppConfig):
    name = "digitroops.presence"
    label = "presence"

    def ready(self) -> None:
        from digitroops.presence import receivers  # noqa: PLC0415 -- models are not loaded before

        receivers.connect()
