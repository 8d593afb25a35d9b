"""Structured logs: one line an event, for people on a terminal and as JSON in production."""

import logging
from http import HTTPStatus

import structlog
from structlog.typing import Processor

SHARED: list[Processor] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.PositionalArgumentsFormatter(),
]


def formatter(*, as_json: bool) -> logging.Formatter:
    """The formatter of every handler, for records of structlog and of the standard library alike."""
    last: Processor = (
        structlog.processors.JSONRenderer()
        if as_json
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    processors: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if as_json:
        processors.append(structlog.processors.format_exc_info)
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=SHARED, processors=[*processors, last])


def without_traceback_of_refusals(record: logging.LogRecord) -> bool:
    """Leave the traceback out of Django's lines on answers below 500: the address and the status say it all."""
    if getattr(record, "status_code", 500) < HTTPStatus.INTERNAL_SERVER_ERROR:
        record.exc_info = None
    return True
