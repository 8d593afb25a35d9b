"""The look: base pages, components, icons, formats and static files."""
