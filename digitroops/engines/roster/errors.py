"""What can be wrong with a call. What is wrong with data is a value: `Infeasible` or `Reason`."""


class RosterError(ValueError):
    """A call names people who are not there, or a swap that is none."""
