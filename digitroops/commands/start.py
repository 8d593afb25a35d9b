"""`digitroops start`: prepare everything that is not ready yet, then serve."""

import time
from collections.abc import Sequence

import django
from django.conf import settings

from digitroops.commands import messages, prepare, serve
from digitroops.safety import refuse_unsafe


def run(arguments: Sequence[str]) -> int:
    known = serve.parser("digitroops start", __doc__).parse_args(arguments)
    begun = time.monotonic()
    serve.follow_address(known.host, known.port)
    messages.compile_stale()

    django.setup()
    refuse_unsafe()
    prepare.database()
    prepare.static_files()
    _greet(known.host, known.port, time.monotonic() - begun)
    return serve.run(arguments)


def _greet(host: str, port: int, seconds: float) -> None:

    prepare.say(f"Ready in {seconds:.1f} s: http://{host}:{port}")
    if settings.DEMO:
        from digitroops.demo import SIGN_INS

        prepare.say("Demo sign-ins (password for all: digitroops):")
        for sign_in in SIGN_INS:
            prepare.say(f"  {sign_in.email:<42} {sign_in.role}")
        prepare.say(f"E-mails are written to {settings.EMAIL_FILE_PATH}. Stop with Ctrl C.")
