from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    name = "digitroops.recruitment"
    label = "recruitment"

    def ready(self) -> None:
        from digitroops.recruitment import receivers  # noqa: PLC0415 -- models are not loaded before

        receivers.connect()
