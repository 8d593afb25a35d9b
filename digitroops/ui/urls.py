from django.urls import path

from digitroops.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("save/", views.gallery_save, name="gallery-save"),
    path("progress/", views.gallery_progress, name="gallery-progress"),
]
