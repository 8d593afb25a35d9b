import hashlib
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from digitroops.ui.storage import StaticStorage

HASHED = re.compile(r"\.[0-9a-f]{12}\.(js|css|woff2|svg)$")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Our own scripts, sheets and what they name, as `collectstatic` leaves them."""
    folder = tmp_path_factory.mktemp("static")
    storage = StaticStorage(location=str(folder), base_url="/static/")
    paths = {}
    for finder in finders.get_finders():
        for path, source in finder.list([]):
            if path.startswith(("ui/", "vendor/")):
                with source.open(path) as file:
                    FileSystemStorage(folder).save(path, file)
                paths[path] = (storage, path)
    assert [found for *_names, found in storage.post_process(paths) if isinstance(found, Exception)] == []
    return storage


def text_of(storage, name):
    return Path(storage.path(storage.stored_name(name))).read_text()


def test_scripts_import_each_other_by_hashed_names(collected):
    text = text_of(collected, "ui/js/main.js")
    names = re.findall(r'"(\./[^"]+)"', text)
    written = Path(finders.find("ui/js/main.js")).read_text()
    assert len(names) == len(re.findall(r'"\./', written)) > 10
    assert [name for name in names if not HASHED.search(name)] == []


def test_a_script_loaded_later_is_hashed_too(collected):
    text = text_of(collected, "ui/js/charts.js")
    assert re.search(
        r'import\("\.\./\.\./vendor/chart\.js-4\.6\.1/chart\.umd\.min\.[0-9a-f]{12}\.js"\)', text
    )


def test_the_font_is_hashed_in_the_sheet(collected):
    text = text_of(collected, "ui/css/tokens.css")
    assert HASHED.search(re.search(r'url\("([^"]+)"\)', text).group(1))


VENDORED = sorted(Path(finders.find("vendor/chart.js-4.6.1/SHA256SUMS")).parents[1].iterdir())


@pytest.mark.parametrize("folder", VENDORED, ids=lambda folder: folder.name)
def test_vendored_files_are_as_recorded(folder):
    recorded = dict(reversed(line.split()) for line in (folder / "SHA256SUMS").read_text().splitlines())
    present = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    ours = {"SHA256SUMS", "VENDORED.md"}
    assert recorded == {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in present.items()
        if name not in ours
    }
    assert {name.split(".")[0] for name in recorded} >= {"LICENSE"}
    assert folder.name in (Path(__file__).parents[2] / "NOTICE").read_text()
