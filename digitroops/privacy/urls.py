from django.urls import path

from digitroops.privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.rights, name="rights"),
    path("ask/", views.ask, name="ask"),
    path("<int:pk>/take-back/", views.take_back, name="take-back"),
    path("my-data.zip", views.data_zip, name="data-zip"),
    path("my-data.pdf", views.data_pdf, name="data-pdf"),
    path("requests/", views.requests, name="requests"),
    path("requests/<int:pk>/", views.request_detail, name="request"),
    path("processing/", views.processing, name="processing"),
    path("breaches/", views.breaches, name="breaches"),
    path("breaches/report/", views.report, name="report"),
    path("breaches/<int:pk>/", views.breach, name="breach"),
    path("breaches/<int:pk>/agency/", views.breach_step, {"step": "agency"}, name="breach-agency"),
    path("breaches/<int:pk>/people/", views.breach_step, {"step": "people"}, name="breach-people"),
    path("breaches/<int:pk>/close/", views.breach_step, {"step": "close"}, name="breach-close"),
]
