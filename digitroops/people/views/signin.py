from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from digitroops.people import actions, limits
from digitroops.people.access import public
from digitroops.people.forms import CodeForm, PasswordSignInForm, SignInForm
from digitroops.people.models import Employee, SignInLink, User
from digitroops.people.queries import demo_sign_ins
from digitroops.people.tokens import hash_token

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
EMAIL_KEY, NEXT_KEY = "sign-in-email", "sign-in-next"


def _inside(request: HttpRequest, path: str) -> str:
    """The path when it stays on this site, else the first page."""
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(path, hosts, require_https=request.is_secure())
    return path if path and safe else resolve_url(settings.LOGIN_REDIRECT_URL)


def _too_often() -> str:
    return _("That was tried too often. Nothing is wrong with your account. Wait 15 minutes, then try again.")


@public
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(_inside(request, request.GET.get("next", "")))
    form = SignInForm(request.POST or None, initial={"next": request.GET.get("next", "")})
    if request.method == "POST" and form.is_valid():
        email, following = form.cleaned_data["email"], _inside(request, form.cleaned_data["next"])
        if limits.allow(kind="link", email=email, address=limits.address_of(request)):
            actions.ask_for_sign_in(email=email, next_path=following, language=request.LANGUAGE_CODE)
            request.session[EMAIL_KEY], request.session[NEXT_KEY] = email.lower(), following
            return redirect("people:sign-in-code")
        form.add_error(None, _too_often())
    context = {"form": form, "demo": demo_sign_ins(), "next": request.GET.get("next", "")}
    return render(request, "people/sign_in.html", context, status=422 if form.is_bound else 200)


@public
@never_cache
@sensitive_post_parameters("password")
def with_password(request: HttpRequest) -> HttpResponse:
    form = PasswordSignInForm(request.POST or None, initial={"next": request.GET.get("next", "")})
    if request.method == "POST" and form.is_valid():
        email, password = form.cleaned_data["email"].lower(), form.cleaned_data["password"]
        if not limits.allow(kind="password", email=email, address=limits.address_of(request)):
            form.add_error(None, _too_often())
        elif user := authenticate(request, email=email, password=password):
            actions.record_password_sign_in(user=user)
            login(request, user, backend=BACKEND)
            return redirect(_inside(request, form.cleaned_data["next"]))
        else:
            form.add_error(
                None, _("E-mail and password do not fit. Check both, or let us send you a link instead.")
            )
    return render(
        request, "people/sign_in_password.html", {"form": form}, status=422 if form.is_bound else 200
    )


@public
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    email = request.session.get(EMAIL_KEY, "")
    if not email:
        return redirect("people:sign-in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not limits.allow(kind="code", email=email, address=limits.address_of(request)):
            form.add_error(None, _too_often())
        elif link := actions.use_code(email=email, code=form.cleaned_data["code"]):
            return _enter(request, link)
        else:
            form.add_error(
                "code", _("This code is wrong or no longer valid. Check it, or ask for a new one.")
            )
    context = {
        "form": form,
        "email": email,
        "minutes": settings.SIGN_IN_LINK_MINUTES,
        "next": request.session.get(NEXT_KEY, ""),
    }
    return render(request, "people/sign_in_code.html", context, status=422 if form.is_bound else 200)


@public
@never_cache
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the address changes nothing, because mail scanners open it too; the button signs in."""
    known = SignInLink.objects.filter(token_hash=hash_token(token)).select_related("user").first()
    if request.method == "POST" and "renew" in request.POST:
        return _renew(request, known)
    if request.method == "POST" and (link := actions.use_link(token=token)):
        return _enter(request, link)
    valid = known is not None and known.user.is_active and known.is_open(timezone.now())
    context = {"link": known, "valid": valid, "renewable": known is not None and known.user.is_active}
    return render(request, "people/enter.html", context, status=200 if valid else 410)


def _renew(request: HttpRequest, link: SignInLink | None) -> HttpResponse:
    if link is None:
        return redirect("people:sign-in")
    email = link.user.email
    if limits.allow(kind="link", email=email, address=limits.address_of(request)):
        actions.ask_for_sign_in(email=email, next_path=link.next_path, language=request.LANGUAGE_CODE)
    request.session[EMAIL_KEY], request.session[NEXT_KEY] = email, link.next_path
    return redirect("people:sign-in-code")


def _enter(request: HttpRequest, link: SignInLink) -> HttpResponse:
    login(request, link.user, backend=BACKEND)
    return redirect(_inside(request, link.next_path))


@public
@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    """One click into the demo company; there is no such page outside the demo."""
    email = request.POST.get("email", "")
    if email not in {one.email for one in demo_sign_ins()}:
        raise Http404
    user = get_object_or_404(User, email=email, is_active=True)
    if Employee.objects.filter(user=user, status=Employee.Status.INACTIVE).exists():
        raise Http404
    login(request, user, backend=BACKEND)
    return redirect(_inside(request, request.POST.get("next", "")))


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)
