"""What must not be so in production; the server and the worker refuse to start while it is."""

from urllib.parse import urlsplit

from django.conf import settings

LOCAL = {"127.0.0.1", "localhost", "::1"}


def unsafe_settings() -> list[str]:
    """A sentence for each setting that is not safe in production; empty outside production."""
    if not settings.PRODUCTION:
        return []
    address = urlsplit(settings.BASE_URL)
    checks = [
        (
            len(settings.SECRET_KEY) < 40 or settings.SECRET_KEY.startswith("refused"),
            "DIGITROOPS_SECRET_KEY (or DIGITROOPS_SECRET_KEY_FILE) must hold at least 40 random characters.",
        ),
        (settings.DEBUG, "DIGITROOPS_DEBUG must be off: it shows settings and code to visitors."),
        (settings.DEMO, "DIGITROOPS_DEMO must be off: the demo company's passwords are public."),
        (
            address.scheme != "https" and address.hostname not in LOCAL,
            "DIGITROOPS_URL must begin with https://: sign-ins travel over it.",
        ),
        ("*" in settings.ALLOWED_HOSTS, "DIGITROOPS_HOSTS must name the hosts; * accepts forged ones."),
        (
            "filebased" in settings.EMAIL_BACKEND,
            "DIGITROOPS_SMTP_URL is missing: without mail nobody receives sign-in links.",
        ),
    ]
    return [sentence for unsafe, sentence in checks if unsafe]


def refuse_unsafe() -> None:
    """Stop the process with the list of what is unsafe."""
    found = unsafe_settings()
    if found:
        raise SystemExit("Digitroops does not start in production like this:\n- " + "\n- ".join(found))
