"""What comes from others (S49): counted, listed with version and digest, and written as a bill of materials.

`python tools/supply.py [FILE]` writes that bill (CycloneDX, JSON) from the locks alone, the same bytes for the same
locks; `tools/check.py` runs the checks.
"""

import hashlib
import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
MOST_DIRECT = 25
DECISION = ROOT / "docs" / "decisions" / "0003-dependencies.md"
# What lies in our folders and was made by others: where it is from, under which licence.
VENDORED = ROOT / "requirements" / "vendored.json"
FOREIGN = (".ttf", ".woff2", ".min.js")
# What secrets look like. Written with brackets so that this file does not hold what it looks for.
SECRETS = {
    "a private key": r"BEGIN [A-Z ]*PRIVATE KE[Y]",
    "a private key of age": r"AGE-SECRET-KE[Y]-1[0-9A-Z]{20,}",
    "a key of a cloud": r"AKI[A][0-9A-Z]{16}|AIz[a][\w-]{35}",
    "a token of a code host": r"gh[pousr]_[A-Za-z0-9]{30,}|glpa[t]-[\w-]{20,}",
    "a token of a messenger": r"xox[abprs]-[0-9A-Za-z-]{10,}|[0-9]{8,10}:AA[\w-]{33}",
    "a signed token": r"eyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{10,}",
    "a password in an address": r"(?:postgres(?:ql)?|smtps?|https?)://[\w.+-]+:(?!password|secret|a%40b|\{)[^\s@/:'\"{}<]{6,}@",
    "a key in the settings": r"SECRET_KEY\s*=\s*[\"'][^\"'\s]{16,}[\"']",
}
PLAIN_LINE = re.compile(r"^[a-z0-9._-]+", re.MULTILINE)


@dataclass(frozen=True)
class Package:
    """A locked package: its name, version, and the digests of the files that may be installed."""

    name: str
    version: str
    digests: tuple[str, ...]


def direct(source: str) -> list[str]:
    """Give the packages that a source names."""
    return [name for name in PLAIN_LINE.findall(source) if not name.startswith("-")]


def locked(lock: str) -> list[Package]:
    """Give the packages of a lock."""
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    found = [(re.match(r"([a-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)", entry), entry) for entry in entries]
    return [Package(at[1], at[2], tuple(re.findall(r"sha256:([0-9a-f]{64})", entry))) for at, entry in found if at]


def few_and_known(source: str, decision: str) -> list[str]:
    """Complain of more direct packages than we said we would take, and of one that the decision does not explain."""
    names = direct(source)
    complaints = [f"{len(names)} direct dependencies: at most {MOST_DIRECT}"] if len(names) > MOST_DIRECT else []
    rows = " ".join(line.split("|")[1] for line in decision.splitlines() if line.startswith("| "))
    known = set(re.findall(r"[a-z0-9._-]+", rows.lower()))
    return complaints + [f"{name}: say in {DECISION.name} what it replaces" for name in names if name not in known]


def vendored_is_whole() -> list[str]:
    """Complain of a file of others that is not listed, is gone, or is not what it was."""
    listed = json.loads(VENDORED.read_text())
    lying = {str(path.relative_to(ROOT)) for path in _lying()}
    complaints = [f"{name}: not listed in {VENDORED.name}" for name in sorted(lying - listed.keys())]
    for name, row in listed.items():
        path = ROOT / name
        if not path.is_file() or digest(path) != row["sha256"]:
            complaints.append(f"{name}: gone, or not what is listed")
    return complaints


def _lying() -> Iterator[Path]:
    for folder in ("supportroom", "tests"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.name.endswith(FOREIGN) and path.is_file())


def digest(path: Path) -> str:
    """Give a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def secrets_in(text: str) -> list[str]:
    """Give what in a text looks like a secret: of which kind, and its beginning."""
    found = [(what, match[0]) for what, pattern in SECRETS.items() for match in re.finditer(pattern, text)]
    return [f"{what}: {words[:12]}..." for what, words in found]


def no_secrets() -> list[str]:
    """Complain of what looks like a secret in any file that is kept."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    paths = [ROOT / name for name in listed if "/vendor/" not in name]
    texts = ((path, path.read_text(errors="ignore")) for path in paths if path.is_file())
    return [f"{path.relative_to(ROOT)}: {found}" for path, text in texts for found in secrets_in(text)]


def complaints() -> str:
    """Run all checks of this file."""
    source = (ROOT / "requirements" / "run.in").read_text()
    found = few_and_known(source, DECISION.read_text()) + vendored_is_whole() + no_secrets()
    return "\n".join(found)


def bill() -> dict[str, Any]:
    """Give the bill of materials of a running room: CycloneDX 1.6, without a time or a place in it."""
    lock = (ROOT / "requirements" / "run.txt").read_text()
    asked = set(direct((ROOT / "requirements" / "run.in").read_text()))
    parts = [_component(package) for package in locked(lock)] + _vendored_components()
    about = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(about[:32], version=4)}",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "support-room", "name": "support-room"}},
        "components": parts,
        "dependencies": [
            {"ref": "support-room", "dependsOn": sorted(part["bom-ref"] for part in parts if part["name"] in asked)}
        ],
    }


def _component(package: Package) -> dict[str, Any]:
    ref = f"pkg:pypi/{package.name}@{package.version}"
    part: dict[str, Any] = {
        "type": "library", "bom-ref": ref, "name": package.name, "version": package.version, "purl": ref,
        # Each file that may be installed; which one is, depends on the machine.
        "properties": [{"name": "support-room:sha256", "value": value} for value in package.digests],
    }  # fmt: skip
    licence = _licence(package.name)
    return part | ({"licenses": [{"license": {"name": licence}}]} if licence else {})


def _licence(name: str) -> str:
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    said = about.get("License-Expression") or about.get("License") or ""
    return said.splitlines()[0][:80] if said else ""


def _vendored_components() -> list[dict[str, Any]]:
    listed = json.loads(VENDORED.read_text())
    return [
        {
            "type": "file", "bom-ref": name, "name": name, "version": row["version"],
            "hashes": [{"alg": "SHA-256", "content": row["sha256"]}],
            "licenses": [{"license": {"name": row["licence"]}}],
        }
        for name, row in listed.items() if name.startswith("supportroom/")
    ]  # fmt: skip


def main(arguments: list[str]) -> None:
    """Write the bill into a file, or print it."""
    written = json.dumps(bill(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if not arguments:
        print(written, end="")
        return
    path = Path(arguments[0])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written)
    print(f"{path}: {written.count('bom-ref') - 1} components")


if __name__ == "__main__":
    main(sys.argv[1:])
