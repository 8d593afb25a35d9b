"""What higher apps may listen to."""

from django.dispatch import Signal

#: Sent inside the transaction after a member has moved: `member`, `before`, `after`, `actor`.
member_moved = Signal()
#: Sent inside the transaction after a consent was withdrawn: `member`, `key`.
consent_withdrawn = Signal()
#: Sent inside the transaction after a programme was added: `programme`, `actor`.
programme_added = Signal()
#: Sent inside the transaction after a criterion was added, changed or removed: `programme`.
criteria_changed = Signal()
#: Sent inside the transaction after a member accepted a policy: `member`, `policy`, `actor`.
policy_accepted = Signal()
