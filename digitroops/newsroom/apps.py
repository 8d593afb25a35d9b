from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "digitroops.newsroom"
    label = "newsroom"
