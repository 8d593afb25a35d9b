from django.urls import path

from digitroops.home import views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    path("how-a-team-is-chosen/", views.choosing, name="choosing"),
    path("search/", views.search, name="search"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("service-worker.js", views.service_worker, name="service-worker"),
    path("offline/", views.offline, name="offline"),
    path("health/live", views.health_live, name="health-live"),
    path("health/ready", views.health_ready, name="health-ready"),
]
