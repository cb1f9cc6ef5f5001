"""All settings, in one file. What differs between rooms is read from the environment; docs/use/settings.md lists it."""

import os
from pathlib import Path

from supportroom.config import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
MODE = env.one_of("SUPPORTROOM_MODE", "production", "demo", "test")
VAR_DIR = Path(env.text("SUPPORTROOM_VAR") or BASE_DIR / "var").resolve()

SECRET_KEY = env.secret_key(VAR_DIR)
DEBUG = False
ONE_CLICK_SIGN_IN = MODE in {"demo", "test"}
STYLE_GUIDE = MODE in {"demo", "test"}
IS_SECURE = MODE == "production"
ALLOWED_HOSTS = env.words("SUPPORTROOM_HOSTS") or ["localhost", "127.0.0.1", "[::1]", "testserver"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "supportroom.kernel",
    "supportroom.web",
    "supportroom.journal",
    "supportroom.people",
    "supportroom.protection",
    "supportroom.room",
    "supportroom.texts",
    "supportroom.files",
    "supportroom.checks",
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
    "supportroom.notices",
    "supportroom.site",
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
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "supportroom.web.middleware.explain_errors",
    "supportroom.web.middleware.carry_form_key",
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
PUBLISHED_DIR = VAR_DIR / "published"
FILES_DIR = VAR_DIR / "files"
FILES_MB = env.number("SUPPORTROOM_FILES_MB", 2048)
CLAMD = env.place("SUPPORTROOM_CLAMD")

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["supportroom.people.signing_in.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:show"
LOGOUT_REDIRECT_URL = "site:home"
ACCOUNT_ADAPTER = "supportroom.people.signing_in.InvitationOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# allauth would count by network address too, which everybody behind Tor shares (S39) and pages are never told (S41).
SIGN_IN_LIMITS = {
    **dict.fromkeys(("login", "signup", "reset_password", "reset_password_from_key", "request_login_code")),
    "login_failed": "10/5m/key",
}
ACCOUNT_RATE_LIMITS = SIGN_IN_LIMITS if MODE == "production" else False

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

# Mail is sent by the periodic work alone, never while somebody waits for a page.
MAIL_ADDRESS = env.text("SUPPORTROOM_MAIL")
MAIL_IS_ON = bool(MAIL_ADDRESS) or MODE != "production"
globals().update(env.mail(MAIL_ADDRESS, MODE, VAR_DIR))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.sender("SUPPORTROOM_MAIL_FROM", "" if MODE == "production" else "notices@example.org")
REPLY_ADDRESS = env.sender("SUPPORTROOM_REPLY_ADDRESS", "")
ROOM_ADDRESS = env.address("SUPPORTROOM_ADDRESS", "" if MODE == "production" else "http://localhost:8000")
PERIODIC_INSIDE = env.one_of("SUPPORTROOM_PERIODIC", "inside", "outside") == "inside"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_tokens": {"()": "supportroom.web.quiet_logs.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
# Two threads make small numeric problems slower on a small server.
os.environ.setdefault("OMP_NUM_THREADS", "1")
