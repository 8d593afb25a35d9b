"""The subcommands of `digitroops`: one module each, with `run(arguments) -> exit status`."""
