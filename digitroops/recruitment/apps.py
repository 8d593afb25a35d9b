from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    name = "digitroops.recruitment"
    label = "recruitment"
