"""What an archive is called, and the wording of refusals: in English, as everything that commands print."""

from typing import Final

from supportroom.kernel.errors import declare_errors

FORMAT: Final = 1
SQLITE, POSTGRESQL = "sqlite", "postgresql"
HEAD, MANIFEST = "supportroom.json", "manifest.json"
DATABASE_FILE: Final = "database/room.sqlite3"

ERRORS = declare_errors(
    {
        "backups.no_recipient": "A room's backup is encrypted: set SUPPORTROOM_BACKUP_TO to a public key (age1...).",
        "backups.not_a_recipient": "SUPPORTROOM_BACKUP_TO holds something that is no public key of age (age1...).",
        "backups.private_key": "SUPPORTROOM_BACKUP_TO holds a private key: make a new pair, on another machine.",
        "backups.inside": "The target lies inside the room's own folder: choose one on another disk or machine.",
        "backups.no_target": "The target %(place)s is not a folder that can be written to.",
        "backups.disk_full": "The disk of %(place)s is full: nothing was left there under a final name.",
        "backups.disk": "%(place)s cannot be used: %(why)s.",
        "backups.unreadable_room": "The room cannot be read: %(why)s.",
        "backups.busy": "Another backup or restore is under way.",
        "backups.not_as_written": "The archive reads back otherwise than it was written: do not trust this disk.",
        "backups.no_archive": "There is no archive at %(place)s.",
        "backups.not_an_archive": "This is not an archive of a room.",
        "backups.key_needed": "This archive is encrypted: say --key and the file of the private key.",
        "backups.not_a_key": "This holds no private key of age (AGE-SECRET-KEY-1...).",
        "backups.wrong_key": "None of these private keys opens this archive: it was made for others.",
        "backups.damaged": "The archive is cut short or damaged: %(where)s.",
        "backups.other_database": "The archive is of a room on %(theirs)s; this room is on %(ours)s.",
        "backups.newer": "The archive was made by a newer version (%(version)s): install that version first.",
        "backups.not_empty": "There is a room here already: say --replace to set it aside.",
        "backups.in_use": "The room is in use: stop the server and the periodic work first.",
        "backups.does_not_hold": "The room in the archive does not pass its checks: %(why)s.",
    }
)
