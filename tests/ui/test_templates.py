import re
from pathlib import Path

import pytest

import digitroops
from digitroops.ui import icons

PACKAGE = Path(digitroops.__file__).parent
PAGES = [path for path in PACKAGE.glob("*/templates/**/*.html") if path.stem != "mail"]
ICON = re.compile(r"""(?:<c-icon name=|\bicon=|\bicon_end=|\baction_icon=|{% icon )"([a-z0-9-]+)\"""")


def offending(pattern):
    return [
        f"{path.relative_to(PACKAGE)}: {found.group()[:60]}"
        for path in PAGES
        for found in re.finditer(pattern, path.read_text())
    ]


def test_pages_exist_to_be_checked():
    assert len(PAGES) > 60


def test_no_page_has_inline_styles():
    assert offending(r"""\sstyle=["']|<style""") == []


def test_no_page_has_inline_scripts():
    assert offending(r"""<script(?![^>]*\bsrc=)|\son[a-z]+=["']|href=["']javascript:""") == []


def test_every_named_icon_exists():
    names = {name for path in PAGES for name in ICON.findall(path.read_text())}
    assert {name for name in names if not (icons.FOLDER / f"{name}.svg").is_file()} == set()


def test_every_icon_is_named_somewhere():
    sources = [
        *PACKAGE.glob("*/templates/**/*.html"),
        *PACKAGE.rglob("*.py"),
        *PACKAGE.glob("*/static/**/*.js"),
    ]
    words = set(
        re.findall(r"""(?<=["'>}])[a-z0-9-]+(?=["'<{])""", "\n".join(path.read_text() for path in sources))
    )
    assert {path.stem for path in icons.FOLDER.glob("*.svg")} - words == set()


def test_unknown_icon_is_refused():
    with pytest.raises(icons.UnknownIconError):
        icons.icon("../../settings")


def test_icon_with_a_label_is_read_aloud():
    assert 'role="img" aria-label="Beranda"' in icons.icon("home", label="Beranda")


def test_every_class_is_written_in_a_sheet():
    sheets = "".join(path.read_text() for path in PACKAGE.glob("*/static/*/**/*.css"))
    scripts = "".join(path.read_text() for path in PACKAGE.glob("*/static/**/js/*.js"))
    known = set(re.findall(r"\.([a-zA-Z][\w-]*)", sheets)) | set(re.findall(r"\.([a-z][a-z-]+)", scripts))
    used = {
        (name, str(path.relative_to(PACKAGE)))
        for path in PAGES
        for given in re.findall(r'\bclass="([^"]*)"', re.sub(r"{%.*?%}|{{.*?}}", "\0", path.read_text()))
        for name in given.split()
        if "\0" not in name
    }
    assert sorted(found for found in used if found[0] not in known) == []
