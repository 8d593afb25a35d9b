"""One module for each platform, each exporting `PLATFORM`."""
