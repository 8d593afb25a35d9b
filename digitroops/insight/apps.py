from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "digitroops.insight"
    label = "insight"

    def ready(self) -> None:
        from digitroops.insight import receivers  # noqa: PLC0415 -- models are not loaded before

        receivers.connect()
