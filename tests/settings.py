import os
import tempfile

os.environ.setdefault("DIGITROOPS_DATA", tempfile.mkdtemp(prefix="digitroops-test-"))

from digitroops.settings import *  # noqa: F403

SECRET_KEY = "tests-only"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
REVIEW_UNDO_SECONDS = 0
