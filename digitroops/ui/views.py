from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitroops.ui import gallery as samples
from digitroops.ui.toasts import trigger


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def not_allowed(request: HttpRequest, refused: HttpResponseNotAllowed) -> HttpResponse:
    response = render(request, "405.html", status=405)
    response.headers["Allow"] = refused.headers["Allow"]
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without the request: the database, or a context processor, may be what is broken."""
    return HttpResponse(render_to_string("500.html"), status=500)


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state; only routed while debugging."""
    context = samples.context() | samples.shell() | {"done": 25, "poll": True}
    context["form"] = samples.SampleForm()
    context["wrong_form"] = samples.SampleForm(
        {"email": "nadia.rahmawati@nusavaksin", "message": "Vaksin naik perahu"}
    )
    context["page_obj"] = Paginator(range(1, 188), 20).get_page(request.GET.get("page", 4))
    return render(request, "ui/gallery.html", context)


@require_POST
def gallery_save(request: HttpRequest) -> HttpResponse:
    form = samples.SampleForm(request.POST, request.FILES)
    status = 200 if form.is_valid() else 422
    response = render(request, "ui/gallery.html#sample_form", {"form": form}, status=status)
    return trigger(response, _("Brief sent to 20 members."), undo=request.path) if status == 200 else response


def gallery_progress(request: HttpRequest) -> HttpResponse:
    """Each poll is a quarter further, until the job is done."""
    done = min(int(request.GET.get("done", 0)) + 25, 100)
    return render(request, "ui/gallery/progress.html", {"done": done, "poll": done < 100})
