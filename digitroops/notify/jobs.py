from django.conf import settings
from django.db.models import F
from django.utils import timezone

from digitroops.notify import mails
from digitroops.notify.models import Message
from digitroops.people.queries import language_of

ATTEMPTS = 4


def mail_message(message_id: int) -> None:
    """E-mail one message; safe to run twice: only the one that claims it sends.

    When the mail server does not take it, OSError goes up and the worker tries again later; after four
    attempts the message stays as failed, with what the server said.
    """
    claimed = Message.objects.filter(pk=message_id, mail=Message.Mail.WAITING).update(
        mail=Message.Mail.SENT, sent=timezone.now(), attempts=F("attempts") + 1
    )
    if not claimed:
        return
    message = Message.objects.select_related("user").get(pk=message_id)
    language = language_of(message.user)
    letter = mails.Letter(
        title=message.title,
        body=message.body,
        url=f"{settings.BASE_URL}{message.path}" if message.path else "",
        action_label=message.action_label,
    )
    try:
        mails.send(letter, to=message.address, language=language)
    except OSError as error:
        last = message.attempts >= ATTEMPTS
        state = Message.Mail.FAILED if last else Message.Mail.WAITING
        Message.objects.filter(pk=message_id).update(mail=state, sent=None, mail_error=str(error)[:500])
        if not last:
            raise
    else:
        Message.objects.filter(pk=message_id).update(mail_error="")
