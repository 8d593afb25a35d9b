from django.urls import path

from digitroops.sharing import views

app_name = "sharing"
urlpatterns = [
    path("", views.stories, name="stories"),
    path("stories/<int:pk>/", views.story, name="story"),
    path("stories/<int:pk>/share/", views.log, name="log"),
    path("stories/<int:pk>/hints/", views.hints, name="hints"),
    path("stories/<int:pk>/skip/", views.skip, name="skip"),
    path("stories/<int:pk>/unskip/", views.unskip, name="unskip"),
    path("stories/<int:pk>/shares/", views.of_story, name="of-story"),
    path("mine/", views.mine, name="mine"),
    path("<int:pk>/", views.share, name="share"),
    path("<int:pk>/proof/", views.proof, name="proof"),
    path("<int:pk>/counts/", views.counts, name="counts"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
