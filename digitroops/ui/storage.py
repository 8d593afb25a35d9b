from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORTS = (
    (
        r"""(?P<matched>import(?s:(?P<names>[\s\{].*?))\s*from\s*['"](?P<url>[./].*?)["']\s*;)""",
        """import%(names)s from "%(url)s";""",
    ),
    (r"""(?P<matched>import\s*['"](?P<url>[./].*?)["']\s*;)""", """import "%(url)s";"""),
    (r"""(?P<matched>import\(["'](?P<url>[./].*?)["']\))""", """import("%(url)s")"""),
)


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # whitenoise has no types
    """Hashed names everywhere, also where one of our ES modules (APP/js/*.js) imports another."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("*/js/*.js", IMPORTS))
