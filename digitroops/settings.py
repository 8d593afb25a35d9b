"""One settings file. Everything that differs between machines is an environment variable (docs/deploy.md)."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from digitroops import env, logs

PACKAGE = Path(__file__).resolve().parent
DATA_DIR = Path(env.text("DIGITROOPS_DATA", str(PACKAGE.parent / "var"))).resolve()

DEBUG = env.flag("DIGITROOPS_DEBUG")
PRODUCTION = env.flag("DIGITROOPS_PRODUCTION")
DEMO = env.flag("DIGITROOPS_DEMO")


def _secret_key() -> str:
    """The configured key, or outside production a key made once and kept beside the data."""
    key = env.secret("DIGITROOPS_SECRET_KEY")
    if key or PRODUCTION:
        return key
    path = DATA_DIR / "secret-key"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(os.urandom(32).hex())
    return path.read_text(encoding="utf-8").strip()


SECRET_KEY = _secret_key() or "refused-by-the-deployment-checks"
BASE_URL = env.text("DIGITROOPS_URL", "http://127.0.0.1:8000").rstrip("/")
#: Where tracked links begin: the company's own short domain, else the product's own address.
LINK_URL = env.text("DIGITROOPS_LINK_URL", BASE_URL).rstrip("/")
_base_host = urlsplit(BASE_URL).hostname or "127.0.0.1"
_link_host = urlsplit(LINK_URL).hostname or _base_host
#: The host whose paths are codes at once (`https://nv.example/perahu`): a link domain that serves nothing else.
SHORT_HOST = "" if _link_host == _base_host or urlsplit(LINK_URL).path else _link_host
ALLOWED_HOSTS = env.words("DIGITROOPS_HOSTS", f"{_base_host},{_link_host},127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "digitroops.home",
    "digitroops.insight",
    "digitroops.crisis",
    "digitroops.sharing",
    "digitroops.links",
    "digitroops.newsroom",
    "digitroops.academy",
    "digitroops.recruitment",
    "digitroops.screening",
    "digitroops.presence",
    "digitroops.privacy",
    "digitroops.programme",
    "digitroops.notify",
    "digitroops.people",
    "digitroops.audit",
    "digitroops.work",
    "digitroops.ui",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "digitroops.ui.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "digitroops.people.middleware.ViewerMiddleware",
    "digitroops.links.middleware.OwnMarkMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "digitroops.ui.middleware.NotAllowedMiddleware",
]

ROOT_URLCONF = "digitroops.urls"
WSGI_APPLICATION = "digitroops.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_loaders = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    _loaders if DEBUG else [("django.template.loaders.cached.Loader", _loaders)],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "digitroops.home.navigation.navigation",
                "digitroops.home.installable.installable",
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "digitroops.ui.templatetags.ui",
            ],
        },
    },
]
COTTON_ISOLATE_BY_DEFAULT = True


def _database() -> dict[str, object]:
    """SQLite beside the data by default; PostgreSQL when DATABASE_URL says so."""
    url = urlsplit(env.secret("DATABASE_URL"))
    if not url.scheme:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "digitroops.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-9999",
            },
        }
    if url.scheme not in {"postgres", "postgresql"}:
        raise env.MissingSetting(f"DATABASE_URL must begin with postgresql://, not {url.scheme}://.")
    query = {key: values[-1] for key, values in parse_qs(url.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": query.pop("host", url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }


DATABASES = {"default": _database()}

CLICK_SPOOL = Path(env.text("DIGITROOPS_SPOOL", str(DATA_DIR / "spool")))
TRUSTED_PROXIES = env.words(
    "DIGITROOPS_PROXIES", "127.0.0.0/8,::1" if env.flag("DIGITROOPS_BEHIND_PROXY") else ""
)
CLICK_STORE = env.secret("DIGITROOPS_CLICK_STORE")
#: Files in MaxMind's format (City, Country, ASN) that the company supplies; none is shipped.
GEOIP_FILES = env.words("DIGITROOPS_GEOIP")
CLICK_MONTHS = env.number("DIGITROOPS_CLICK_MONTHS", 13)

#: name -> (cron expression in Jakarta's time, task)
TIMETABLE: dict[str, tuple[str, str]] = {
    "links.forget_keys": ("7 0 * * *", "digitroops.links.tasks.forget_keys"),
    "links.find_bursts": ("* * * * *", "digitroops.links.tasks.find_bursts"),
    "links.forget_clicks": ("23 1 * * *", "digitroops.links.tasks.forget_clicks"),
    "programme.snapshot": ("3 0 * * *", "digitroops.programme.tasks.snapshot_members"),
    "recruitment.close": ("5 0 * * *", "digitroops.recruitment.tasks.close_past_calls"),
    "newsroom.advance": ("* * * * *", "digitroops.newsroom.tasks.advance_stories"),
    "sharing.remind": ("* * * * *", "digitroops.sharing.tasks.remind_due"),
    "work.forget": ("17 3 * * *", "digitroops.work.tasks.forget_old_results"),
    "screening.scan": ("* * * * *", "digitroops.screening.tasks.scan_waiting"),
    "people.forget": ("29 3 * * *", "digitroops.people.tasks.forget_expired"),
    "presence.read": ("11 4 * * *", "digitroops.presence.tasks.read_connections"),
    "presence.forget": ("23 * * * *", "digitroops.presence.tasks.forget_uploads"),
    "screening.settle": ("* * * * *", "digitroops.screening.tasks.settle_due"),
    "screening.remind": ("20 9 * * *", "digitroops.screening.tasks.remind_due"),
    "screening.forget": ("41 2 * * *", "digitroops.screening.tasks.forget_expired"),
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
#: Hosts of models that a second opinion may be asked of; without any, there is none. Inside addresses on request.
OPINION_HOSTS = env.words("DIGITROOPS_OPINION_HOSTS")
OPINION_PRIVATE = env.flag("DIGITROOPS_OPINION_PRIVATE")
OPINION_KEY = env.secret("DIGITROOPS_OPINION_KEY")
#: Connected accounts: days between two readings, where Bluesky's names are looked up, and servers inside the company
#: (`host:port`) that may be read although their address is private.
CONNECT_DAYS = env.number("DIGITROOPS_CONNECT_DAYS", 7)
BLUESKY_DIRECTORY = env.text("DIGITROOPS_BLUESKY_DIRECTORY", "https://plc.directory")
BLUESKY_SERVICE = env.text("DIGITROOPS_BLUESKY_SERVICE", "https://public.api.bsky.app")
CONNECT_INSIDE = env.words("DIGITROOPS_CONNECT_INSIDE")
#: How long a reviewer can take back the decision that closes a case; its outcome is told after that.
REVIEW_UNDO_SECONDS = env.number("DIGITROOPS_REVIEW_UNDO_SECONDS", 30)

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "people:sign-in"
LOGIN_REDIRECT_URL = "home:home"
LOGOUT_REDIRECT_URL = "people:sign-in"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "digitroops.people.adapter.AccountAdapter"
SIGN_IN_LINK_MINUTES = env.number("DIGITROOPS_SIGN_IN_LINK_MINUTES", 30)

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("English"))]
LOCALE_PATHS = [
    PACKAGE / app.rsplit(".", 1)[1] / "locale" for app in INSTALLED_APPS if app.startswith("digitroops.")
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("DIGITROOPS_STATIC", str(DATA_DIR / "static")))
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = DATA_DIR / "files"
MEDIA_URL = "/files/"
_S3_BUCKET = env.text("DIGITROOPS_S3_BUCKET")
STORAGES = {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _S3_BUCKET,
            "endpoint_url": env.text("DIGITROOPS_S3_ENDPOINT") or None,
            "access_key": env.secret("DIGITROOPS_S3_ACCESS_KEY") or None,
            "secret_key": env.secret("DIGITROOPS_S3_SECRET_KEY") or None,
            "default_acl": "private",
            "querystring_auth": True,
        },
    }
    if _S3_BUCKET
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "digitroops.ui.storage.StaticStorage",
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_TEMP_DIR = env.text("DIGITROOPS_UPLOAD_TEMP") or None
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
ARCHIVE_MAX_BYTES = env.number("DIGITROOPS_ARCHIVE_MAX_MB", 2048) * 1024 * 1024
ARCHIVE_LIMITS = {
    "members": env.number("DIGITROOPS_ARCHIVE_FILES", 200_000),
    "member_bytes": env.number("DIGITROOPS_ARCHIVE_FILE_MB", 2048) * 1024 * 1024,
    "rows": env.number("DIGITROOPS_ARCHIVE_RECORDS", 5_000_000),
    "memory_bytes": env.number("DIGITROOPS_ARCHIVE_MEMORY_MB", 1024) * 1024 * 1024,
    "cpu_seconds": env.number("DIGITROOPS_ARCHIVE_CPU_SECONDS", 600),
    "wall_seconds": env.number("DIGITROOPS_ARCHIVE_SECONDS", 1800),
}

_mail = urlsplit(env.secret("DIGITROOPS_SMTP_URL"))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail.scheme else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = _mail.hostname or ""
EMAIL_PORT = _mail.port or (465 if _mail.scheme == "smtps" else 25)
EMAIL_HOST_USER = unquote(_mail.username or "")
EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_USE_TLS = "starttls" in _mail.query
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("DIGITROOPS_MAIL_FROM", f"Digitroops <digitroops@{_base_host}>")

SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_HSTS_SECONDS = 31536000 if BASE_URL.startswith("https://") else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("DIGITROOPS_BEHIND_PROXY") else None
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "digitroops.logs.formatter", "as_json": False},
        "json": {"()": "digitroops.logs.formatter", "as_json": True},
    },
    "filters": {
        "refusals": {
            "()": "django.utils.log.CallbackFilter",
            "callback": logs.without_traceback_of_refusals,
        }
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["refusals"],
            "formatter": "json" if env.flag("DIGITROOPS_LOG_JSON", default=PRODUCTION) else "line",
        }
    },
    "root": {"handlers": ["console"], "level": env.text("DIGITROOPS_LOG_LEVEL", "INFO")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
TEST_RUNNER = "django.test.runner.DiscoverRunner"
SILENCED_SYSTEM_CHECKS: list[str] = []
