from django.urls import include, path

from digitroops import urls
from digitroops.ui import views

handler404 = urls.handler404
urlpatterns = [
    path("ui/", include("digitroops.ui.urls")),
    path("refused/", views.forbidden),
    *urls.urlpatterns,
]
