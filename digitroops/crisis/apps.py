from django.apps import AppConfig


class CrisisConfig(AppConfig):
    name = "digitroops.crisis"
    label = "crisis"

    def ready(self) -> None:
        from digitroops.crisis import personal  # noqa: PLC0415 -- models are not loaded before
        from digitroops.people.panels import register_data  # noqa: PLC0415
        from digitroops.screening.reputation import register_facts  # noqa: PLC0415

        register_data("incidents", personal.data_of)
        register_facts(personal.facts_of)
