from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("digitroops.home.urls")),
    path("", include("digitroops.people.urls")),
    path("messages/", include("digitroops.notify.urls")),
    path("programmes/", include("digitroops.programme.urls")),
    path("presence/", include("digitroops.presence.urls")),
    path("rights/", include("digitroops.privacy.urls")),
    path("screening/", include("digitroops.screening.urls")),
    path("recruitment/", include("digitroops.recruitment.urls")),
    path("academy/", include("digitroops.academy.urls")),
    path("newsroom/", include("digitroops.newsroom.urls")),
    path("", include("digitroops.links.urls")),
    path("sharing/", include("digitroops.sharing.urls")),
    path("crisis/", include("digitroops.crisis.urls")),
    path("insight/", include("digitroops.insight.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("ui/", include("digitroops.ui.urls")))

handler403 = "digitroops.ui.views.forbidden"
handler404 = "digitroops.ui.views.not_found"
handler500 = "digitroops.ui.views.server_error"
