from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "digitroops.newsroom"
    label = "newsroom"

    def ready(self) -> None:
        from digitroops.newsroom import personal  # noqa: PLC0415 -- models are not loaded before
        from digitroops.people.panels import register_data  # noqa: PLC0415

        register_data("briefs", personal.data_of)
