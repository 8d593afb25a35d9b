from django.urls import path

from digitroops.crisis import views

app_name = "crisis"
urlpatterns = [
    path("", views.current, name="current"),
    path("ack/", views.ack, name="ack"),
    path("report/", views.report, name="report"),
    path("incidents/", views.incidents, name="list"),
    path("incidents/add/", views.add, name="add"),
    path("incidents/<int:pk>/", views.incident, name="incident"),
    path("incidents/<int:pk>/statement/", views.statement, name="statement"),
    path("incidents/<int:pk>/claims/add/", views.claim, name="claim"),
    path("incidents/<int:pk>/claims/<int:claim_pk>/", views.claim, name="claim-edit"),
    path("incidents/<int:pk>/close/", views.close, name="close"),
]
