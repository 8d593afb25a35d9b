import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.core import mail

from digitroops.notify import jobs
from digitroops.notify.actions import send_message
from digitroops.notify.models import Message
from digitroops.notify.queries import unread_count
from tests.world import make_company, make_user

pytestmark = pytest.mark.django_db


class Keeper:
    def __init__(self, refusals=0):
        self.refusals, self.kept = refusals, []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.refusals:
            self.refusals -= 1
            return "451 Try again later"
        self.kept.append(envelope)
        return "250 Kept"


@pytest.fixture
def server(settings):
    keeper = Keeper()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(keeper, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield keeper
    controller.stop()


def make_message(**changes):
    fields = {
        "to": make_user(),
        "kind": "brief",
        "title": "Arahan baru",
        "body": "Baca <b>dulu</b>.",
        "path": "/x/",
    }
    return send_message(**fields, action_label="Baca", **changes)


def test_mail_arrives_on_a_real_server_in_two_parts(server):
    make_company()
    jobs.mail_message(make_message().pk)
    letter = message_from_bytes(server.kept[0].content, policy=policy.default)
    plain, html = letter.get_body(("plain",)).get_content(), letter.get_body(("html",)).get_content()
    assert server.kept[0].rcpt_tos == ["ratna@nusavaksin.example"]
    assert ("/x/" in plain, "&lt;b&gt;" in html, "Nusa Vaksin" in html) == (True, True, True)


def test_refused_mail_is_tried_again_and_sent_once(server):
    server.refusals = 1
    message = make_message()
    with pytest.raises(OSError):
        jobs.mail_message(message.pk)
    jobs.mail_message(message.pk)
    jobs.mail_message(message.pk)
    message.refresh_from_db()
    assert (len(server.kept), message.mail, message.attempts) == (1, Message.Mail.SENT, 2)


def test_mail_fails_for_good_after_four_attempts(server):
    server.refusals = 9
    message = make_message()
    for _ in range(3):
        with pytest.raises(OSError):
            jobs.mail_message(message.pk)
    jobs.mail_message(message.pk)
    message.refresh_from_db()
    assert (message.mail, message.attempts, "451" in message.mail_error) == ("failed", 4, True)


def test_title_with_a_line_break_cannot_add_headers():
    jobs.mail_message(send_message(to="a@x.example", kind="x", title="Satu\nBcc: b@x.example").pk)
    assert mail.outbox[0].recipients() == ["a@x.example"]


def test_bell_shows_own_messages_and_marks_them(as_user):
    make_company()
    message = make_message()
    send_message(to=make_user("budi@nusavaksin.example"), kind="x", title="Rahasia")
    client = as_user(message.user)
    page = client.get("/messages/")
    assert (b"Arahan baru" in page.content, b"Rahasia" in page.content) == (True, False)
    assert client.post(f"/messages/{message.pk}/")["Location"] == "/x/"
    assert unread_count(message.user) == 0


def test_read_all_reads_only_ones_own(as_user):
    message = make_message()
    other = send_message(to=make_user("budi@nusavaksin.example"), kind="x", title="Rahasia")
    as_user(message.user).post("/messages/read/")
    other.refresh_from_db()
    assert (unread_count(message.user), other.read) == (0, None)
