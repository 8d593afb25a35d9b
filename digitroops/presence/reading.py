"""What is read of an archive and what never, as the engine's lists have it."""

from digitroops.engines.archives import PLATFORMS, wanted_patterns


def members_to_choose(platform: str) -> dict[str, object]:
    """For the browser: patterns of the members that are read, and of an export made as web pages."""
    html = next((kind.html for kind in PLATFORMS if kind.name == platform), None)
    return {"patterns": wanted_patterns().get(platform, []), "html": html or ""}
