import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "digitroops.settings")
pages = get_wsgi_application()

from digitroops.links.redirect.assembly import assemble  # noqa: E402 -- needs the settings
from digitroops.safety import refuse_unsafe  # noqa: E402

refuse_unsafe()
application = assemble(pages)
