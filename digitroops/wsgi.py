import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "digitroops.settings")
application = get_wsgi_application()

from digitroops.safety import refuse_unsafe  # noqa: E402 -- needs the settings

refuse_unsafe()
