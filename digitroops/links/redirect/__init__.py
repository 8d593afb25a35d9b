"""The redirect path: `/l/<code>` answered before Django, each click in a spool file before the answer leaves.

`dispatcher` answers, `cache` knows the links, `spool` writes, `frames` is the format, `loader` moves the
clicks into the database. Decision 7 (docs/decisions/0007-redirect.md) says why it is built so.
"""
