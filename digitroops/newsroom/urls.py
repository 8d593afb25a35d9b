from django.urls import path

from digitroops.newsroom import story_views, views

app_name = "newsroom"
urlpatterns = [
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/add/", views.campaign_edit, name="campaign-add"),
    path("campaigns/<int:pk>/", views.campaign, name="campaign"),
    path("campaigns/<int:pk>/edit/", views.campaign_edit, name="campaign-edit"),
    path("campaigns/<int:pk>/end/", views.campaign_end, name="campaign-end"),
    path("campaigns/<int:pk>/brief/", views.brief_edit, name="brief-edit"),
    path("campaigns/<int:pk>/brief/publish/", views.brief_publish, name="brief-publish"),
    path("campaigns/<int:pk>/brief/preview/", views.brief_preview, name="brief-preview"),
    path("campaigns/<int:campaign_pk>/stories/add/", story_views.story_edit, name="story-add"),
    path("briefs/", views.briefs, name="briefs"),
    path("briefs/<int:pk>/", views.brief, name="brief"),
    path("briefs/<int:pk>/read/", views.brief_read, name="brief-read"),
    path("briefs/<int:pk>/ask/", views.question_ask, name="question-ask"),
    path("questions/<int:pk>/", views.question_answer, name="question-answer"),
    path("pictures/<int:pk>/", views.asset, name="asset"),
    path("stories/", story_views.stories, name="stories"),
    path("stories/<int:pk>/", story_views.story, name="story"),
    path("stories/<int:pk>/edit/", story_views.story_edit, name="story-edit"),
    path("stories/<int:pk>/publish/", story_views.story_publish, name="story-publish"),
    path("stories/<int:pk>/end/", story_views.story_end, name="story-end"),
]
