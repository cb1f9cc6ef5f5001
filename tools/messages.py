"""The interface's strings: one catalogue a language for Python and templates, locale/<language>/LC_MESSAGES/django.po.

`python tools/messages.py` collects them from the code and compiles them; `missing()` says what a catalogue still lacks.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ar",)  # the strings themselves are English
PYBABEL = str(Path(sys.executable).with_name("pybabel"))
EXTRACT = ("extract", "-F", "pyproject.toml", "--add-location=file", "-k", "gettext_lazy", "-k", "pgettext_lazy:1c,2",
           "-k", "ngettext_lazy:1,2", "--project=Support Room", "--copyright-holder=the contributors")  # fmt: skip


def main() -> None:
    """Bring the catalogues up to date with the code, without guessing translations, and compile them."""
    with tempfile.TemporaryDirectory() as folder:
        template = extract(Path(folder))
        for language in LANGUAGES:
            catalogue = catalogue_of(language)
            catalogue.parent.mkdir(parents=True, exist_ok=True)
            verb = ("update", "--no-fuzzy-matching", "--ignore-obsolete") if catalogue.exists() else ("init",)
            pybabel(*verb, "-D", "django", "-i", str(template), "-d", "locale", "-l", language)
    pybabel("compile", "-D", "django", "-d", "locale")
    for language in LANGUAGES:
        print(f"{language}: {sum(1 for _ in missing(language))} strings to translate in {catalogue_of(language)}")


def extract(folder: Path) -> Path:
    """Collect the strings of code and templates into a template file in this folder."""
    template = folder / "django.pot"
    pybabel(*EXTRACT, "-o", str(template), "supportroom")
    return template


def catalogue_of(language: str) -> Path:
    """Give a language's catalogue."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def missing(language: str) -> Iterator[str]:
    """Name each string that the code has and the catalogue lacks, leaves empty, guesses, or gives other parameters."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = read_po(io.BytesIO(extract(Path(folder)).read_bytes()))
    path = catalogue_of(language)
    have = read_po(io.BytesIO(path.read_bytes() if path.exists() else b""), locale=language)
    for message in wanted:
        if not message.id:
            continue
        found = have.get(message.id, message.context)
        texts = found.string if found and isinstance(found.string, tuple) else (found.string if found else "",)
        if found is None or found.fuzzy or not all(texts):
            yield f"not translated: {message.id!r}"
        elif errors := list(found.check(have)):
            yield f"{errors[0]}: {message.id!r}"


def pybabel(*arguments: str) -> None:
    """Run Babel's command."""
    subprocess.run([PYBABEL, "-q", *arguments], check=True, cwd=ROOT, capture_output=True, text=True)


if __name__ == "__main__":
    main()
