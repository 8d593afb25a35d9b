from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from digitroops.people.hr import FIELDS, REQUIRED
from digitroops.people.hr.reading import MAX_BYTES
from digitroops.people.hr.words import FIELD_NAMES, FILES
from digitroops.people.models import TIME_ZONES, Company, Employee, HRImport, Role, Unit, User

LOGO_BYTES = 2 * 1024 * 1024
#: Django's own sentence, here so that it is said in this product's words.
NO_ADDRESS = gettext_noop("Enter a valid email address.")


def _new_password(label: Any, **options: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(
        label=label,
        widget=widget,
        strip=False,
        help_text=gettext_lazy("At least 10 characters; a sentence is easy to remember."),
        **options,
    )


class SignInForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("Work e-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput, max_length=300)


class PasswordSignInForm(SignInForm):
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    code = forms.RegexField(
        r"^\s*\d{3}\s?\d{3}\s*$",
        label=gettext_lazy("Code of six digits"),
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": 7}
        ),
        error_messages={"invalid": gettext_lazy("The code has six digits. Copy it from the e-mail.")},
    )

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split())


class SetUpForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Company name"), max_length=120)
    logo = forms.ImageField(label=gettext_lazy("Logo"), required=False)
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=TIME_ZONES)
    language = forms.ChoiceField(
        label=gettext_lazy("Default language"),
        choices=Company._meta.get_field("language").choices or [],
    )
    person = forms.CharField(label=gettext_lazy("Your name"), max_length=120)
    email = forms.EmailField(label=gettext_lazy("Your work e-mail"))
    password = _new_password(gettext_lazy("Your password"))

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        person = User(email=self.data.get("email", ""), name=self.data.get("person", ""))
        password_validation.validate_password(password, person)
        return password

    def clean_logo(self) -> Any:
        return check_logo(self.cleaned_data["logo"])


LOGO_FORMATS = {"PNG", "JPEG", "WEBP"}


def check_logo(logo: Any) -> Any:
    """Refuse a logo that is too large, or of a kind that not every browser shows."""
    picture = getattr(logo, "image", None)
    if picture is not None and picture.format not in LOGO_FORMATS:
        raise ValidationError(_("Choose a PNG, JPEG or WebP picture."))
    if logo and getattr(logo, "size", 0) > LOGO_BYTES and hasattr(logo, "content_type"):
        raise ValidationError(_("The picture is larger than 2 MB. Choose a smaller one."))
    return logo


class CompanyForm(forms.ModelForm[Company]):
    domains = forms.CharField(
        label=gettext_lazy("Domains that links may lead to"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One domain a line, for example company.co.id. Subdomains are included."),
    )

    class Meta:
        model = Company
        fields = ["name", "logo", "time_zone", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domains"].initial = "\n".join(self.instance.link_domains)

    def clean_logo(self) -> Any:
        return check_logo(self.cleaned_data["logo"])

    def clean_domains(self) -> list[str]:
        found = [line.strip().lower().rstrip("/") for line in self.cleaned_data["domains"].splitlines()]
        domains = [line.removeprefix("https://").removeprefix("http://") for line in found if line]
        check = forms.URLField(assume_scheme="https")
        for domain in domains:
            if "/" in domain or "." not in domain:
                raise ValidationError(
                    _("%(domain)s is not a domain. Write it like company.co.id."), params={"domain": domain}
                )
            check.clean(f"https://{domain}")
        return domains


class EmployeeForm(forms.ModelForm[Employee]):
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Employee
        fields = [
            "number", "name", "email", "phone", "unit", "position", "employment", "birth_date", "gender",
            "hire_date", "status", "manager_number",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.updated.isoformat() if self.instance.pk else ""
        self.fields["unit"].label_from_instance = lambda unit: unit.path  # type: ignore[attr-defined]
        if self.instance.status != Employee.Status.INACTIVE:
            self.fields["status"].choices = [  # type: ignore[attr-defined]
                choice for choice in Employee.Status.choices if choice[0] != Employee.Status.INACTIVE
            ]

    def show_stored(self) -> None:
        """Somebody else was faster: say so, keep what was typed, and let a second save go through."""
        stored = Employee.objects.get(pk=self.instance.pk)
        self.add_error(
            None,
            _(
                "Somebody else changed this employee while you were writing. Nothing was saved; what you wrote "
                "is still here. Compare it with the employee's page, then save again."
            ),
        )
        typed = {name: self.data.get(name) for name in self.data}
        self.data = {**typed, "version": stored.updated.isoformat()}

    def clean_email(self) -> str | None:
        email = (self.cleaned_data["email"] or "").lower() or None
        if email and Employee.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(
                _("Somebody else has this e-mail address. Check it, or correct the other one first.")
            )
        return email


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class UnitForm(forms.ModelForm[Unit]):
    series = forms.TypedChoiceField(
        label=gettext_lazy("Colour"), coerce=int, choices=[(n, str(n)) for n in range(1, 9)]
    )

    class Meta:
        model = Unit
        fields = ["name", "parent", "series"]
        labels = {"parent": gettext_lazy("Belongs to")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parents = Unit.objects.all()
        if self.instance.pk:
            below = Q(pk=self.instance.pk) | Q(path__startswith=self.instance.path + Unit.SEPARATOR)
            parents = parents.exclude(below)
        field: Any = self.fields["parent"]
        field.queryset, field.empty_label = parents, _("The company itself (top)")
        field.label_from_instance = lambda unit: unit.path

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if Unit.SEPARATOR in name:
            raise ValidationError(_("A name must not hold “ / ”; that sign stands between units."))
        return name


class GrantForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("Work e-mail"))
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Only for people who are not on the HR list."),
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        email = (data.get("email") or "").lower()
        self.employee = Employee.objects.filter(email=email).first() if email else None
        if self.employee and self.employee.status == Employee.Status.INACTIVE:
            self.add_error("email", _("This person is no longer employed and cannot hold a role."))
        known = self.employee or User.objects.filter(email=email).exists()
        if email and not known and not data.get("name"):
            self.add_error("name", _("This address is not on the HR list. Write the person's name."))
        return data


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("HR list"),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose the file that holds the employee list.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size == 0:
            raise ValidationError(str(FILES["empty"]))
        if file.size > MAX_BYTES:
            raise ValidationError(str(FILES["huge"]))
        return file


class MappingForm(forms.Form):
    """One choice of a column for each field."""

    def __init__(self, *args: Any, found: HRImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = [(str(i), name or _("Column %(n)s") % {"n": i + 1}) for i, name in enumerate(found.headers)]
        for name in FIELDS:
            self.fields[name] = forms.ChoiceField(
                label=str(FIELD_NAMES[name]),
                required=name in REQUIRED,
                choices=[("", _("Not in this list")), *columns],
                initial=str(found.mapping.get(name, "")),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = [value for value in data.values() if value]
        for name, value in data.items():
            if value and chosen.count(value) > 1:
                self.add_error(name, _("This column is chosen twice. Choose another one."))
        return data

    def mapping(self) -> dict[str, int]:
        return {name: int(value) for name, value in self.cleaned_data.items() if value}


class ProfileForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ["language", "time_zone", "theme"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("language", "time_zone"):
            field: Any = self.fields[name]
            field.choices = [("", _("As the company")), *[choice for choice in field.choices if choice[0]]]


class PasswordForm(forms.Form):
    current = forms.CharField(
        label=gettext_lazy("Current password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = _new_password(gettext_lazy("New password"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if not user.has_usable_password():
            del self.fields["current"]

    def clean_current(self) -> str:
        current: str = self.cleaned_data["current"]
        if not self.user.check_password(current):
            raise ValidationError(_("This is not your current password. Nothing was changed."))
        return current

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self.user)
        return password
