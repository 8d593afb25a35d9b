"""What higher apps may listen to."""

from django.dispatch import Signal

#: Sent inside the transaction after accounts, follower counts or posts of a person changed: `employee`.
presence_changed = Signal()
