"""All settings, in one file. What differs between rooms is read from the environment; docs/use/settings.md lists it."""

import os
import zoneinfo
from pathlib import Path

from supportroom.config import env

# Time zones are those of the package tzdata: an operating system's may be years old, and an hour wrong (R10).
zoneinfo.reset_tzpath(to=())

BASE_DIR = Path(__file__).resolve().parent.parent.parent
MODE = env.one_of("SUPPORTROOM_MODE", "production", "demo", "test")
VAR_DIR = Path(env.text("SUPPORTROOM_VAR") or BASE_DIR / "var").resolve()

SECRET_KEY = env.secret_key(VAR_DIR)
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
DEBUG = False
ONE_CLICK_SIGN_IN = MODE in {"demo", "test"}
# Where "Leave quickly" leads: a page that anybody could have open. Its address is the one that stands for elsewhere.
LEAVE_TO = env.address("SUPPORTROOM_LEAVE_TO", "https://www.wikipedia.org")
ONION = env.onion("SUPPORTROOM_ONION")
STYLE_GUIDE = MODE in {"demo", "test"}
IS_SECURE = MODE == "production"
ALLOWED_HOSTS = env.words("SUPPORTROOM_HOSTS") or ["localhost", "127.0.0.1", "[::1]", "testserver"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "supportroom.kernel",
    "supportroom.web",
    "supportroom.journal",
    "supportroom.people",
    "supportroom.protection",
    "supportroom.mailing",
    "supportroom.room",
    "supportroom.safety",
    "supportroom.texts",
    "supportroom.files",
    "supportroom.checks",
    "supportroom.glossary",
    "supportroom.rounds",
    "supportroom.topics",
    "supportroom.programme",
    "supportroom.selection",
    "supportroom.invitations",
    "supportroom.points",
    "supportroom.groups",
    "supportroom.library",
    "supportroom.workroom",
    "supportroom.statements",
    "supportroom.papers",
    "supportroom.comments",
    "supportroom.adoption",
    "supportroom.press",
    "supportroom.register",
    "supportroom.answers",
    "supportroom.intake",
    "supportroom.briefings",
    "supportroom.followup",
    "supportroom.pages",
    "supportroom.events",
    "supportroom.notices",
    "supportroom.site",
    "supportroom.questions",
    "supportroom.newsletter",
    "supportroom.search",
    "supportroom.outlets",
    "supportroom.backups",
    "supportroom.desk",
    *(["supportroom.demo"] if ONE_CLICK_SIGN_IN else []),
    "supportroom.config",
]

MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "supportroom.web.middleware.protect_answers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "supportroom.web.middleware.choose_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "supportroom.people.middleware.name_actor",
    "supportroom.people.middleware.watch",
    "supportroom.room.clock.by_the_rooms_clock",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "supportroom.web.limits.KeepToLimits",
    "supportroom.web.room_left.KeepRoomLeft",
    "supportroom.web.middleware.explain_errors",
    "supportroom.web.middleware.carry_form_key",
    "supportroom.outlets.keeping.say_what_may_be_kept",
]

ROOT_URLCONF = "supportroom.config.urls"
WSGI_APPLICATION = "supportroom.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "supportroom.web.jinja.Templates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "supportroom.config.navigation.page_frame",
            ],
        },
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {}},
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

DATABASES = {"default": env.database(env.text("DATABASE_URL"), VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SESSION_KEYS_DIR = Path(env.text("SUPPORTROOM_KEYS") or VAR_DIR / "session_keys")
# The keys of encrypted fields lie apart from the database (S44); outside production a file with one is made.
FIELD_KEYS_FILE = env.file("SUPPORTROOM_FIELD_KEYS", None if MODE == "production" else VAR_DIR / "field_keys")
PUBLISHED_DIR = VAR_DIR / "published"
BACKUP_TO = env.words("SUPPORTROOM_BACKUP_TO")  # public keys of age: their private halves are not on this server
FILES_DIR = VAR_DIR / "files"
FILES_MB = env.number("SUPPORTROOM_FILES_MB", 2048)
LEAST_FREE_MB = env.number("SUPPORTROOM_LEAST_FREE_MB", 64)
CLAMD = env.place("SUPPORTROOM_CLAMD")

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["supportroom.people.signing_in.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "supportroom.people.passwords.ContextWordsValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:show"
LOGOUT_REDIRECT_URL = "site:home"
# Codes besides the password are required of everybody in a room, and offered where one click signs in (S03).
SECOND_FACTOR = "required" if MODE == "production" else "offered"
# Without a page for so long, the password is asked for; and before what is sensitive (S05). 0: never.
IDLE_SECONDS = 20 * 60 if MODE == "production" else 0
CONFIRM_SECONDS = 5 * 60 if MODE == "production" else 0

# How often an account or all visitors together may ask; tests ask for it (`web.limits`).
LIMITS_ARE_ON = MODE != "test"

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "supportroom.web.stylesheet.StylesheetFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES_DIR}},
    "staticfiles": {
        "BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"
        if MODE != "test"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# Forms take files up to this; pages marked by `files.uploads.takes_files` take larger ones from people signed in.
FILE_UPLOAD_HANDLERS = ["supportroom.files.uploads.RoomUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

SESSION_ENGINE = "supportroom.people.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_NAME = "__Host-session" if IS_SECURE else "session"
MOMENTS_COOKIE_NAME = "__Host-moments" if IS_SECURE else "moments"
KNOWN_BROWSER_COOKIE_NAME = "__Host-known" if IS_SECURE else "known"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_SECURE else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # it ends with the browser, as the session does
CSRF_FAILURE_VIEW = "supportroom.web.middleware.csrf_failed"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_SECURE else 0
# `protect_answers` sets the headers that Django's own two middlewares would, on every answer.
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.text("SUPPORTROOM_BEHIND_PROXY") == "yes" else None
TRUSTED_PROXY = env.text("SUPPORTROOM_PROXY", "127.0.0.1")  # whose forwarding headers the server believes

# Mail is sent by the periodic work alone, never while somebody waits for a page.
MAIL_ADDRESS = env.text("SUPPORTROOM_MAIL")
MAIL_IS_ON = bool(MAIL_ADDRESS) or MODE != "production"
globals().update(env.mail(MAIL_ADDRESS, MODE, VAR_DIR))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.sender("SUPPORTROOM_MAIL_FROM", "" if MODE == "production" else "notices@example.org")
WITNESSES = env.words("SUPPORTROOM_WITNESSES")[:2]
REPLY_ADDRESS = env.sender("SUPPORTROOM_REPLY_ADDRESS", "")
ROOM_ADDRESS = env.address("SUPPORTROOM_ADDRESS", "" if MODE == "production" else "http://localhost:8000")
METRICS_TOKEN_FILE = env.file("SUPPORTROOM_METRICS")
PERIODIC_INSIDE = env.one_of("SUPPORTROOM_PERIODIC", "inside", "outside") == "inside"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_tokens": {"()": "supportroom.web.quiet_logs.WithoutTokens"}},
    "formatters": {"places": {"()": "supportroom.web.quiet_logs.Places"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_tokens"], "formatter": "places"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING"}},  # no mail about an error: it would carry the request
}
if MODE == "production":
    os.umask(0o077)  # whatever the room writes is for its own user alone, however it was started
# Two threads make small numeric problems slower on a small server.
os.environ.setdefault("OMP_NUM_THREADS", "1")
