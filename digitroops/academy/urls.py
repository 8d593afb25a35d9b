from django.urls import path

from digitroops.academy.views import learning, writing

app_name = "academy"
urlpatterns = [
    path("", learning.courses, name="courses"),
    path("onboarding/", learning.onboarding, name="onboarding"),
    path("onboarding/policy/", learning.policy_accept, name="policy-accept"),
    path("certificates/<str:code>/", learning.certificate, name="certificate"),
    path("manage/", writing.manage, name="manage"),
    path("manage/add/", writing.add, name="add"),
    path("manage/<int:pk>/", writing.edit, name="edit"),
    path("manage/<int:pk>/publish/", writing.publish, name="publish"),
    path("manage/<int:pk>/lessons/add/", writing.lesson, name="lesson-add"),
    path("manage/<int:pk>/lessons/<int:lesson>/", writing.lesson, name="lesson-edit"),
    path("manage/<int:pk>/questions/add/", writing.question, name="question-add"),
    path("manage/<int:pk>/questions/<int:question>/", writing.question, name="question-edit"),
    path("manage/<int:pk>/<slug:kind>/<int:part>/", writing.part, name="part"),
    path("<int:pk>/", learning.course, name="course"),
    path("<int:pk>/lessons/<int:lesson>/", learning.lesson, name="lesson"),
    path("<int:pk>/quiz/", learning.quiz, name="quiz"),
    path("<int:pk>/quiz/<int:attempt>/", learning.attempt, name="attempt"),
]
