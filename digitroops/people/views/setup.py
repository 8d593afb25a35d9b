from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from digitroops.people import actions
from digitroops.people.access import public
from digitroops.people.forms import SetUpForm
from digitroops.people.queries import needs_set_up
from digitroops.people.views.signin import BACKEND


@public
def index(request: HttpRequest) -> HttpResponse:
    if not needs_set_up():
        raise Http404
    initial = {"time_zone": "Asia/Jakarta", "language": request.LANGUAGE_CODE}
    form = SetUpForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            user = actions.set_up(**form.cleaned_data)
        except actions.SetUpDone:
            return redirect("people:sign-in")
        login(request, user, backend=BACKEND)
        return redirect("home:home")
    return render(request, "people/set_up.html", {"form": form}, status=422 if form.is_bound else 200)
