from django.urls import path

from digitroops.notify import views

app_name = "notify"
urlpatterns = [
    path("", views.index, name="list"),
    path("read/", views.read_all, name="read-all"),
    path("<int:pk>/", views.follow, name="open"),
]
