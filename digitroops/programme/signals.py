"""What higher apps may listen to."""

from django.dispatch import Signal

#: Sent inside the transaction after a member has moved: `member`, `before`, `after`, `actor`.
member_moved = Signal()
#: Sent inside the transaction after a consent was withdrawn: `member`, `key`.
consent_withdrawn = Signal()
