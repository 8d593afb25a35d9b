from django.urls import path, re_path

from digitroops.links import views

app_name = "links"
urlpatterns = [
    re_path(r"^l/(?P<code>[^/]+)/?$", views.follow, name="redirect"),
    path("links/<slug:code>/", views.link, name="link"),
    path("links/<slug:code>/qr.<str:kind>", views.qr, name="qr"),
    path("links/<slug:code>/withdraw/", views.withdraw, name="withdraw"),
    path("links/<slug:code>/restore/", views.restore, name="restore"),
]
