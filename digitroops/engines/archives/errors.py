"""Why an archive could not be read at all.

    ArchiveError
    ├── NotAnArchive      not_an_archive    not a zip, tar.gz, CAR repository or known single file
    ├── Truncated         truncated         the file ends too early
    ├── Encrypted         encrypted         protected by a password
    ├── UnknownPlatform   unknown_platform  an archive, but of no platform that is known
    ├── HtmlExport        html_export       exported as HTML, where JSON is needed
    ├── Unsafe            unsafe            built to break its reader
    │   └── Bomb          bomb              inflates out of all proportion
    ├── TooLarge          too_large         over one of the limits
    ├── Stopped           stopped           reading took too long or needed too much memory
    └── Crashed           crashed           the reading process ended unexpectedly

Each has a `reason` for machines; its text is a sentence for the person who uploaded the file.
"""


class ArchiveError(Exception):
    """The archive cannot be read."""

    reason = "unreadable"


class NotAnArchive(ArchiveError):
    """The file is no archive of any known form."""

    reason = "not_an_archive"


class Truncated(ArchiveError):
    """The file ends before its directory or its data does."""

    reason = "truncated"


class Encrypted(ArchiveError):
    """The file is protected by a password."""

    reason = "encrypted"


class UnknownPlatform(ArchiveError):
    """No registered platform recognises the file's members."""

    reason = "unknown_platform"


class HtmlExport(ArchiveError):
    """The export was made as web pages, which cannot be read reliably."""

    reason = "html_export"


class Unsafe(ArchiveError):
    """The file is built in a way no export is: overlapping members, data before the archive."""

    reason = "unsafe"


class Bomb(Unsafe):
    """The file inflates out of all proportion."""

    reason = "bomb"


class TooLarge(ArchiveError):
    """The file passes one of the limits."""

    reason = "too_large"


class Stopped(ArchiveError):
    """Reading was stopped: too long or too much memory."""

    reason = "stopped"


class Crashed(ArchiveError):
    """The reading process ended without a result."""

    reason = "crashed"


BY_REASON: dict[str, type[ArchiveError]] = {
    kind.reason: kind
    for kind in (
        ArchiveError,
        NotAnArchive,
        Truncated,
        Encrypted,
        UnknownPlatform,
        HtmlExport,
        Unsafe,
        Bomb,
        TooLarge,
        Stopped,
        Crashed,
    )
}
