from django.urls import path, re_path

from digitroops.links import figures_views, goal_views, link_views, report_views, views

app_name = "links"
urlpatterns = [
    re_path(r"^l/(?P<code>[^/]+)/?$", views.follow, name="redirect"),
    path("t.js", report_views.script, name="script"),
    path("t/", report_views.report, name="report"),
    path("t/server/", report_views.report_server, name="report-server"),
    path("goals/", goal_views.goals, name="goals"),
    path("goals/add/", goal_views.goal_add, name="goal-add"),
    path("goals/<int:pk>/", goal_views.goal_edit, name="goal-edit"),
    path("goals/<int:pk>/end/", goal_views.goal_end, name="goal-end"),
    path("goals/<int:pk>/reopen/", goal_views.goal_reopen, name="goal-reopen"),
    path("goals/keys/add/", goal_views.key_add, name="key-add"),
    path("goals/keys/<int:pk>/revoke/", goal_views.key_revoke, name="key-revoke"),
    path("links/live/", figures_views.live, name="live"),
    path("links/export/", figures_views.export, name="export"),
    path("links/utm/", link_views.utm, name="utm"),
    path("links/stories/<int:pk>/", figures_views.story, name="story"),
    path("links/<slug:code>/name/", link_views.alias, name="alias"),
    path("links/<slug:code>/target/", link_views.target, name="target"),
    path("links/<slug:code>/", views.link, name="link"),
    path("links/<slug:code>/qr.<str:kind>", views.qr, name="qr"),
    path("links/<slug:code>/withdraw/", views.withdraw, name="withdraw"),
    path("links/<slug:code>/restore/", views.restore, name="restore"),
]
