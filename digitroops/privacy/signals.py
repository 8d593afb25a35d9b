"""What higher apps may listen to."""

from django.dispatch import Signal

#: Sent inside the transaction in which somebody uses a right: `request`.
right_used = Signal()
#: Sent inside the transaction when a request to delete is granted: `employee`, `actor`.
erasure_granted = Signal()
