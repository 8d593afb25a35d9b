from django.urls import path

from digitroops.screening import views

app_name = "screening"
urlpatterns = [
    path("mine/", views.mine, name="mine"),
    path("mine/submit/", views.submit, name="submit"),
    path("mine/withdraw/", views.withdraw, name="withdraw"),
    path("mine/findings/<int:pk>/", views.reply, name="reply"),
    path("", views.queue, name="queue"),
    path("cases/<int:pk>/", views.case, name="case"),
    path("cases/<int:pk>/decide/", views.decide, name="decide"),
]
