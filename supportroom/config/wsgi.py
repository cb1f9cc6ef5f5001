"""The entrance for pages: Django behind WSGI."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "supportroom.config.settings")
application = get_wsgi_application()
