from django.urls import path

from digitroops.programme.views import consents, criteria, members, programmes, texts

app_name = "programme"
urlpatterns = [
    path("", programmes.index, name="list"),
    path("add/", programmes.add, name="add"),
    path("consents/", consents.index, name="consents"),
    path("consents/<int:pk>/withdraw/", consents.withdraw, name="consent-withdraw"),
    path("members/", members.index, name="members"),
    path("members/<int:pk>/", members.detail, name="member"),
    path("<int:pk>/", programmes.detail, name="detail"),
    path("<int:pk>/edit/", programmes.edit, name="edit"),
    path("<int:pk>/choose/", programmes.choose, name="choose"),
    path("<int:pk>/start/", programmes.change_state, {"step": "start"}, name="start"),
    path("<int:pk>/close/", programmes.change_state, {"step": "close"}, name="close"),
    path("<int:pk>/criteria/", criteria.index, name="criteria"),
    path("<int:pk>/criteria/<slug:kind>/", criteria.edit, name="criterion-add"),
    path("<int:pk>/criteria/<slug:kind>/<int:criterion>/", criteria.edit, name="criterion"),
    path("<int:pk>/consent/", texts.consent, name="consent"),
    path("<int:pk>/consent/draft/", texts.consent_step, {"step": "draft"}, name="consent-draft"),
    path("<int:pk>/consent/publish/", texts.consent_step, {"step": "publish"}, name="consent-publish"),
    path("<int:pk>/consent/<int:version>/", texts.consent, name="consent-version"),
    path("<int:pk>/policy/", texts.policy, name="policy"),
    path("<int:pk>/policy/draft/", texts.policy_step, {"step": "draft"}, name="policy-draft"),
    path("<int:pk>/policy/publish/", texts.policy_step, {"step": "publish"}, name="policy-publish"),
    path("<int:pk>/policy/<int:version>/", texts.policy, name="policy-version"),
]
