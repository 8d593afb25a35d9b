from django.urls import path

from digitroops.presence.views import accounts, connections, uploads

app_name = "presence"
urlpatterns = [
    path("", accounts.accounts, name="accounts"),
    path("add/", accounts.account_add, name="account-add"),
    path("what-is-read/", accounts.what_is_read, name="what-is-read"),
    path("guide/", accounts.guides, name="guides"),
    path("guide/<slug:platform>/", accounts.guide, name="guide"),
    path("archives/<int:pk>/", accounts.archive, name="archive"),
    path("<int:pk>/", accounts.account, name="account"),
    path("<int:pk>/remove/", accounts.account_remove, name="account-remove"),
    path("<int:pk>/declare/", accounts.declare, name="declare"),
    path("<int:pk>/explain/", accounts.explain, name="explain"),
    path("<int:pk>/connect/", connections.ask, name="connect"),
    path("<int:pk>/connect/prove/", connections.prove, name="connect-prove"),
    path("<int:pk>/connect/read/", connections.read, name="connect-read"),
    path("<int:pk>/connect/stop/", connections.stop, name="connect-stop"),
    path("<int:pk>/upload/", uploads.upload, name="upload"),
    path("<int:pk>/uploads/", uploads.begin, name="uploads"),
    path("<int:pk>/uploads/finish/", uploads.finish, name="uploads-finish"),
    path("<int:pk>/uploads/discard/", uploads.discard, name="uploads-discard"),
    path("uploads/<str:token>/", uploads.piece, name="upload-piece"),
]
