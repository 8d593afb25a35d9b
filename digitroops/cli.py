"""The `digitroops` command."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "serve": "digitroops.commands.serve",
    "worker": "digitroops.commands.worker",
    "clicks": "digitroops.commands.clicks",
    "start": "digitroops.commands.start",
    "demo": "digitroops.commands.demo",
    "doctor": "digitroops.commands.doctor",
    "backup": "digitroops.commands.backup",
    "restore": "digitroops.commands.restore",
    "messages": "digitroops.commands.messages",
    "archive": "digitroops.commands.archive",
    "footprint": "digitroops.commands.footprint",
}
HELP = """usage: digitroops COMMAND

  serve       the web server with a background worker beside it
  worker      a background worker alone; as many as you like
  clicks      `clicks load`: clicks from this machine's spool into the database (a worker does it too)
  migrate     bring the database up to date
  start       prepare everything (database, translations, static files, demo company) and serve
  demo        load the demo company into an empty database
  doctor      look for what is wrong with this installation and say how to mend it
  backup      write the database and the files into one archive
  restore     put a backup back into an empty place
  archive     read a platform's data archive and print the report
  footprint   scan texts or an archive for findings
  messages    compile the translations

Each takes --help. Every other command is one of Django's (`digitroops help --commands`).
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand and return its exit status; what is not ours goes to Django."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "digitroops.settings")
    if not arguments or arguments[0] in {"-h", "--help"} or arguments == ["help"]:
        sys.stdout.write(HELP)
        return 0
    if arguments[0] in COMMANDS:
        command = import_module(COMMANDS[arguments[0]])
        return int(command.run(arguments[1:]))
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- ours need not wait for it

    execute_from_command_line(["digitroops", *arguments])
    return 0
