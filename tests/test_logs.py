import logging

import pytest

from digitroops.logs import formatter, without_traceback_of_refusals


def said(status, *, as_json=False):
    """What is printed of an exception that was answered with this status."""
    with pytest.raises(ValueError, match="door") as fault:
        int("door")
    info = (fault.type, fault.value, fault.tb)
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, "%s", ("/people/",), info)
    record.status_code = status
    assert without_traceback_of_refusals(record)
    return formatter(as_json=as_json).format(record)


@pytest.mark.parametrize("as_json", [False, True])
def test_a_refusal_is_one_line_and_a_fault_tells_where(as_json):
    refused, failed = said(403, as_json=as_json), said(500, as_json=as_json)
    assert "/people/" in refused
    assert "Traceback" not in refused
    assert "Traceback (most recent call last)" in failed
    assert "ValueError: " in failed
