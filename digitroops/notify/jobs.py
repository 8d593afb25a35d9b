from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation

from digitroops.notify.models import Message


def mail_message(message_id: int) -> None:
    """E-mail one message; safe to run twice: only the one that claims it sends."""
    claimed = Message.objects.filter(pk=message_id, mail=Message.Mail.WAITING).update(
        mail=Message.Mail.SENT, sent=timezone.now()
    )
    if not claimed:
        return
    message = Message.objects.select_related("user").get(pk=message_id)
    language = (message.user.language if message.user else "") or settings.LANGUAGE_CODE
    with translation.override(language):
        context = {"message": message, "url": f"{settings.BASE_URL}{message.path}" if message.path else ""}
        mail = EmailMultiAlternatives(
            message.title, render_to_string("notify/mail.txt", context), to=[message.address]
        )
        mail.attach_alternative(render_to_string("notify/mail.html", context), "text/html")
    try:
        mail.send()
    except OSError as error:
        Message.objects.filter(pk=message_id).update(
            mail=Message.Mail.WAITING, sent=None, mail_error=str(error)[:500], attempts=message.attempts + 1
        )
        raise
