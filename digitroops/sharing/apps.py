from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "digitroops.sharing"
    label = "sharing"

    def ready(self) -> None:
        from digitroops.sharing import receivers  # noqa: PLC0415 -- models are not loaded before

        receivers.connect()
