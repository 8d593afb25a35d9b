from django.urls import path

from digitroops.recruitment.views import applicants, applications, calls, selection

app_name = "recruitment"
urlpatterns = [
    path("calls/", calls.index, name="calls"),
    path("calls/add/", calls.write, name="call-add"),
    path("calls/preview/", calls.preview, name="call-preview"),
    path("calls/<int:pk>/", calls.detail, name="call"),
    path("calls/<int:pk>/edit/", calls.write, name="call-edit"),
    path("calls/<int:pk>/open/", calls.step, {"step": "open"}, name="call-open"),
    path("calls/<int:pk>/remind/", calls.step, {"step": "remind"}, name="call-remind"),
    path("calls/<int:pk>/close/", calls.step, {"step": "close"}, name="call-close"),
    path("calls/<int:pk>/qr.svg", calls.qr, {"kind": "svg"}, name="call-qr"),
    path("calls/<int:pk>/qr.png", calls.qr, {"kind": "png"}, name="call-qr-png"),
    path("j/<str:token>/", calls.join, name="join"),
    path("j/<str:token>/start/", calls.start, name="start"),
    path("apply/", applications.apply, name="apply"),
    path("apply/about/", applications.about, name="apply-about"),
    path("apply/consent/", applications.consent, name="apply-consent"),
    path("apply/motivation/", applications.motivation, name="apply-motivation"),
    path("apply/accounts/", applications.accounts, name="apply-accounts"),
    path("apply/check/", applications.check, name="apply-check"),
    path("apply/withdraw/", applications.withdraw, name="withdraw"),
    path("applicants/", applicants.index, name="applicants"),
    path("applicants/<int:pk>/", applicants.detail, name="applicant"),
    path("applicants/<int:pk>/check/", applicants.check_again, name="applicant-check"),
    path("applicants/<int:pk>/criteria/<int:result>/", applicants.override, name="override"),
    path("proposals/", selection.proposals, name="proposals"),
    path("proposals/<int:pk>/", selection.proposal, name="proposal"),
    path("proposals/<int:pk>/change/", selection.swap_preview, name="proposal-change"),
    path("proposals/<int:pk>/swap/", selection.swap, name="proposal-swap"),
    path("proposals/<int:pk>/seats/<int:member_pk>/", selection.fix, name="proposal-fix"),
    path("proposals/<int:pk>/search/", selection.search_again, name="proposal-search"),
    path("proposals/<int:pk>/publish/", selection.publish, name="proposal-publish"),
    path("proposals/<int:pk>/discard/", selection.discard, name="proposal-discard"),
    path("proposals/<int:pk>/export.csv", selection.proposal_export, name="proposal-export"),
]
