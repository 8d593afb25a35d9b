"""What higher apps may listen to."""

from django.dispatch import Signal

#: Sent by the worker when a sign-in e-mail is due: `user`, `url`, `code`, `minutes`, `language`. A receiver that
#: cannot deliver raises OSError, and the worker tries again.
sign_in_link_made = Signal()
#: Sent inside the transaction after employees stopped being employed: `employee_ids`, `actor`.
employees_deactivated = Signal()
