from django.urls import path

from digitroops.presence import views

app_name = "presence"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("add/", views.account_add, name="account-add"),
    path("what-is-read/", views.what_is_read, name="what-is-read"),
    path("guide/<slug:platform>/", views.guide, name="guide"),
    path("archives/<int:pk>/", views.archive, name="archive"),
    path("<int:pk>/", views.account, name="account"),
    path("<int:pk>/remove/", views.account_remove, name="account-remove"),
    path("<int:pk>/declare/", views.declare, name="declare"),
    path("<int:pk>/upload/", views.upload, name="upload"),
]
