from django.urls import path

from digitroops.insight import conversion_views, views

app_name = "insight"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("breakdown/", views.breakdown, name="breakdown"),
    path("export/<str:dimension>.csv", views.export, name="export"),
    path("goals/", conversion_views.page, name="conversions"),
    path("goals.csv", conversion_views.export, name="conversions-export"),
    path("rates/", views.rates, name="rates"),
    path("rates/add/", views.rate_card_add, name="rate-card-add"),
    path("placements/add/", views.placement_add, name="placement-add"),
    path("placements/<int:pk>/delete/", views.placement_delete, name="placement-delete"),
    path("mine/", views.mine, name="mine"),
]
