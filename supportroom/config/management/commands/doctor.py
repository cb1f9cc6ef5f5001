"""`manage.py doctor`: what is unsafe in this room, and how to mend it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from supportroom.config.doctor.examining import examine


class Command(BaseCommand):
    """Look at settings, database, disk, periodic work and clocks; exit code 1 if anything is unsafe."""

    help = "Say what is unsafe in this room and how to mend it; exit code 1 if anything is."
    requires_system_checks = []  # it runs them itself, and says what they found

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to speak to the mail server."""
        parser.add_argument("--mail", action="store_true", help="speak to the mail server too, without sending")

    def handle(self, *args: Any, mail: bool, **options: Any) -> None:
        """Tell what was found; SystemExit with 1 where something is unsafe."""
        found = examine(with_mail=mail)
        every = [(name, finding) for name, findings in found.items() for finding in findings]
        for name, finding in sorted(every, key=lambda pair: not pair[1].is_unsafe):
            self.stdout.write(f"{finding.weight:8} {name}: {finding.what}\n         {finding.mend}")
        sound = [name for name, findings in found.items() if not findings]
        self.stdout.write(f"sound    {', '.join(sound)}")
        unsafe = sum(finding.is_unsafe for _name, finding in every)
        self.stdout.write(f"{unsafe} unsafe, {len(every) - unsafe} to look at, {len(sound)} sound")
        if unsafe:
            raise SystemExit(1)
