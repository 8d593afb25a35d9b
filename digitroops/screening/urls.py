from django.urls import path

from digitroops.screening.views import mine, oversight, reputation, review, rules

app_name = "screening"
urlpatterns = [
    path("mine/", mine.index, name="mine"),
    path("mine/submit/", mine.submit, name="submit"),
    path("mine/withdraw/", mine.withdraw, name="withdraw"),
    path("mine/appeal/", mine.appeal, name="appeal"),
    path("mine/letter/", mine.letter, name="letter"),
    path("mine/letter.pdf", mine.letter_pdf, name="letter-pdf"),
    path("mine/findings/<int:pk>/", mine.reply, name="reply"),
    path("", review.queue, name="queue"),
    path("cases/<int:pk>/", review.case, name="case"),
    path("cases/<int:pk>/decide/", review.decide, name="decide"),
    path("cases/<int:pk>/undo/", review.undo, name="undo"),
    path("cases/<int:pk>/answer/", review.answer, name="answer"),
    path("reputation/", reputation.own, name="reputation"),
    path("reputation/<int:pk>/", reputation.of_member, name="reputation-of"),
    path("reputation/<int:pk>/coached/", reputation.coached, name="coached"),
    path("reputation/words/<int:pk>/remove/", reputation.remove_word, name="kind-word-remove"),
    path("process/", oversight.index, name="process"),
    path("process/<int:pk>/more-time/", oversight.more_time, name="more-time"),
    path("impact/", oversight.impact, name="impact"),
    path("impact.pdf", oversight.impact_pdf, name="impact-pdf"),
    path("rules/", rules.index, name="rules"),
    path("rules/role/add/", rules.add, {"what": "role"}, name="role-add"),
    path("rules/term/add/", rules.add, {"what": "term"}, name="term-add"),
    path("rules/role/<int:pk>/remove/", rules.remove, {"what": "role"}, name="role-remove"),
    path("rules/term/<int:pk>/remove/", rules.remove, {"what": "term"}, name="term-remove"),
]
