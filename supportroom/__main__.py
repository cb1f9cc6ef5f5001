"""`python -m supportroom backup TARGET`, in the folder of the checkout: the command line, as `manage.py` gives it."""

import os

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "supportroom.config.settings")
    execute_from_command_line()
