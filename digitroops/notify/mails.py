"""E-mails in the look of the product: a text part and an HTML part made from the same words."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from digitroops.people.queries import company


@dataclass(frozen=True)
class Letter:
    """What an e-mail says, in the receiver's language."""

    title: str
    body: str
    url: str = ""
    action_label: str = ""
    code: str = ""
    note: str = ""


def send(letter: Letter, *, to: str, language: str) -> None:
    """Hand one letter to the mail server; raises OSError when that fails."""
    with translation.override(language):
        context = {"letter": letter, "firm": company(), "site": settings.BASE_URL, "language": language}
        subject = " ".join(letter.title.split())
        mail = EmailMultiAlternatives(subject, render_to_string("notify/mail.txt", context), to=[to])
        mail.attach_alternative(render_to_string("notify/mail.html", context), "text/html")
    mail.send()
