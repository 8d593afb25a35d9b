"""Every sentence of every app stands in its Indonesian catalogue, translated and not fuzzy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[1] / "digitroops"
APPS = sorted(path.parent.name for path in PACKAGE.glob("*/locale"))
CATALOGUE = Path("locale/id/LC_MESSAGES/django.po")
NO_FILES = shutil.ignore_patterns("static", "migrations", "__pycache__", "*.mo")

pytestmark = pytest.mark.skipif(not shutil.which("xgettext"), reason="needs gettext (apt install gettext)")


@pytest.fixture(params=APPS)
def extracted(request, tmp_path):
    """The app's catalogue after looking for its sentences again."""
    app = tmp_path / request.param
    shutil.copytree(PACKAGE / request.param, app, ignore=NO_FILES)
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        "-l",
        "id",
        "--no-location",
        "--no-wrap",
        "--no-obsolete",
    ]
    env = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=app, env=env, check=True, capture_output=True)
    with (app / CATALOGUE).open("rb") as file:
        return read_po(file, locale="id", abort_invalid=True)


def test_every_sentence_is_translated(extracted):
    untranslated = [message.id for message in extracted if message.id and not is_translated(message.string)]
    fuzzy = [message.id for message in extracted if message.id and message.fuzzy]
    assert (untranslated, fuzzy) == ([], [])


def is_translated(string):
    return bool(string) if isinstance(string, str) else bool(string) and all(string)


@pytest.mark.parametrize("app", APPS)
def test_a_catalogue_knows_that_indonesian_has_one_plural(app):
    assert '"Plural-Forms: nplurals=1; plural=0;\\n"' in (PACKAGE / app / CATALOGUE).read_text()


def test_every_app_with_words_has_a_catalogue():
    words = ("gettext", "{% translate", "{% blocktranslate")
    speaking = {
        path.relative_to(PACKAGE).parts[0]
        for pattern in ("*/**/*.py", "*/**/*.html")
        for path in PACKAGE.glob(pattern)
        if any(word in path.read_text(encoding="utf-8") for word in words)
    }
    assert speaking - set(APPS) - {"commands", "demo", "engines"} == set()


def test_a_sentence_has_one_translation_in_all_apps():
    """Django merges the catalogues: where two apps differ, one of them would show the other's words."""
    translations = {}
    for app in APPS:
        with (PACKAGE / app / CATALOGUE).open("rb") as file:
            for message in read_po(file, locale="id", abort_invalid=True):
                if message.id:
                    key = (message.context, message.id if isinstance(message.id, str) else message.id[0])
                    words = message.string if isinstance(message.string, str) else message.string[0]
                    translations.setdefault(key, set()).add(words)
    assert {key: words for key, words in translations.items() if len(words) > 1} == {}
