"""What higher apps may listen to."""

from django.dispatch import Signal

#: Sent inside the transaction after the coaching that an audit named is done: `member`, `actor` (None: the system).
coaching_finished = Signal()
