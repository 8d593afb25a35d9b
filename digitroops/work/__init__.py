"""Background work: the worker with leases, retries and the timetable."""
