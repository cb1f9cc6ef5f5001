"""The files that an operator copies: units that may do little, proxies that write down nobody, bare images."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
MOST_EXPOSED = 2.0
# What each unit has of its own; all else is the same in all of them.
OWN = re.compile(
    r"^(Description|Documentation|After|StartLimit|Type|ExecStart|Restart|Timeout|SocketBindAllow|WantedBy|ReadWritePaths)"
    r"|^Environment=SUPPORTROOM_PERIODIC|^\[Install\]|^#|^$"
)
INSTRUCTIONS = {
    "ARG", "FROM", "WORKDIR", "ENV", "COPY", "RUN", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD",
}  # fmt: skip


def lines_of(unit: Path) -> list[str]:
    return [line.strip() for line in unit.read_text().splitlines() if not OWN.match(line)]


def test_s50_each_unit_may_do_little_as_systemd_itself_counts_it() -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("there is no systemd-analyze")
    for unit in UNITS:
        done = subprocess.run(
            [program, "security", "--offline=yes", "--no-pager", unit], capture_output=True, text=True, check=False
        )
        found = re.search(r"exposure level for \S+: ([0-9.]+)", done.stdout)
        assert found, done.stderr
        assert float(found[1]) <= MOST_EXPOSED, unit.name


def test_s50_all_units_are_bound_alike() -> None:
    assert {unit.name for unit in UNITS} == {
        "supportroom.service", "supportroom@.service", "supportroom-periodic.service", "supportroom-backup.service",
    }  # fmt: skip
    first = lines_of(DEPLOY / "supportroom.service")
    for unit in UNITS:
        assert lines_of(unit) == first, unit.name
    for line in (
        "User=supportroom",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "UMask=0077",
        "CapabilityBoundingSet=",
    ):
        assert line in first
    for timer in DEPLOY.glob("*.timer"):
        assert timer.with_suffix(".service") in UNITS


def test_s38_a_unit_reaches_this_machine_alone_unless_somebody_says_otherwise() -> None:
    for unit in UNITS:
        words = unit.read_text()
        assert "IPAddressDeny=any\n" in words
        assert re.findall(r"^IPAddressAllow=(.*)$", words, re.MULTILINE) == ["localhost"]
        assert "SocketBindDeny=any" in words


def test_s50_secrets_come_as_files_and_what_units_run_is_there() -> None:
    commands = {path.stem for path in ROOT.glob("supportroom/*/management/commands/*.py")}
    for unit in UNITS:
        words = unit.read_text()
        assert "LoadCredential=SECRET_KEY:/etc/supportroom/secret_key" in words
        assert "LoadCredential=SUPPORTROOM_FIELD_KEYS:/etc/supportroom/field_keys" in words
        assert not re.search(r"SECRET_KEY=|DATABASE_URL=\S*:\S*@", words)
        found = re.search(r"manage\.py (\w+)", words)
        assert found
        assert found[1] in commands


def test_s50_a_setting_may_be_a_credential(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from supportroom.config import env

    (tmp_path / "SOMETHING").write_text("from a file\n")
    assert env.text("SOMETHING", "nothing") == "nothing"
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert env.text("SOMETHING", "nothing") == "from a file"
    monkeypatch.setenv("SOMETHING", "from the environment")
    assert env.text("SOMETHING", "nothing") == "from the environment"


def nginx_words(path: Path) -> str:
    return re.sub(r"#.*", "", path.read_text())


def test_s41_no_proxy_writes_down_or_hands_on_who_comes(tmp_path: Path) -> None:
    for path in sorted(DEPLOY.glob("nginx*.conf")):
        words = nginx_words(path)
        assert words.count("{") - len(re.findall(r'"[^"]*\{[^"]*\}[^"]*"', words)) == words.count("}") - len(
            re.findall(r'"[^"]*\{[^"]*\}[^"]*"', words)
        )
        loose = [line for line in words.splitlines() if line.strip() and not line.strip().endswith((";", "{", "}"))]
        assert loose == []
        assert words.count("server {") == words.count("access_log off;")
        assert not re.search(r"\$(remote_addr|proxy_add_x_forwarded_for|http_user_agent|binary_remote_addr)", words)
        assert words.count("proxy_pass") == words.count('X-Forwarded-For "";')
        assert "location = /metrics" in words
    caddy = re.sub(r"#.*", "", (DEPLOY / "Caddyfile").read_text())
    assert caddy.count("{") == caddy.count("}")
    assert not re.search(r"^\s*log\b", caddy, re.MULTILINE)
    assert "header_up -X-Forwarded-For" in caddy
    assert "respond @metrics 404" in caddy
    nginx = shutil.which("nginx")
    if nginx is not None:
        shutil.copytree(DEPLOY, tmp_path / "deploy")
        whole = tmp_path / "whole.conf"
        plain = nginx_words(tmp_path / "deploy" / "nginx.conf").replace(" ssl http2;", ";")
        kept = "\n".join(line for line in plain.splitlines() if "ssl_" not in line and "error_log" not in line)
        (tmp_path / "deploy" / "nginx.conf").write_text(kept)
        whole.write_text(f"pid {tmp_path}/pid; events {{}} http {{ include {tmp_path}/deploy/nginx*.conf; }}")
        done = subprocess.run([nginx, "-t", "-p", tmp_path, "-c", whole], capture_output=True, text=True, check=False)
        assert "syntax is ok" in done.stderr, done.stderr


def test_the_image_is_made_of_locked_packages_and_runs_as_nobody_special() -> None:
    words = (DEPLOY / "Containerfile").read_text()
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", words, flags=re.MULTILINE))
    given = [line.partition(" ") for line in joined.splitlines() if line.strip()]
    assert {name for name, _space, _rest in given} <= INSTRUCTIONS
    assert [rest for name, _space, rest in given if name == "FROM"] == ["${PYTHON_IMAGE} AS made", "${PYTHON_IMAGE}"]
    assert re.search(r"^ARG PYTHON_IMAGE=[a-z]+:[\w.-]+$", words, re.MULTILINE), "an image is named without a registry"
    assert "--require-hashes" in words
    assert not re.search(r"\b(curl|wget|ADD|apt-get|sudo)\b|://(?!127\.0\.0\.1)", words)
    last = joined[joined.rindex("FROM ") :]
    assert re.search(r"^USER [1-9]\d*$", last, re.MULTILINE)
    assert "/health/" in last
    for name, _space, rest in given:
        if name == "COPY" and "--from" not in rest:
            assert all((ROOT / source).exists() for source in rest.split()[:-1]), rest


def test_the_compose_file_keeps_the_database_inside_and_names_no_registry() -> None:
    words = (DEPLOY / "compose.yaml").read_text()
    plain = [line for line in words.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert [line for line in plain if "\t" in line or (len(line) - len(line.lstrip())) % 2] == []
    images = re.findall(r"^\s+image: \$\{\w+:-([^}]+)\}$", words, re.MULTILINE)
    assert images == ["supportroom", "postgres:16", "caddy:2"]
    assert not any("/" in image for image in images)
    parts = dict(re.findall(r"^  ([a-z]+):\n((?:    .*\n|\n)+)", words[words.index("\nservices:") :], re.MULTILINE))
    assert parts.keys() >= {"migrate", "room", "periodic", "database", "proxy"}
    assert "networks: [inside]" in parts["database"]
    assert "ports:" not in parts["database"] + parts["room"]
    assert re.search(r"^  inside:\n    internal: true$", words, re.MULTILINE)
    told = set(re.findall(r"^  ([A-Z_]+):$", words, re.MULTILINE))
    asked = {name for found in re.findall(r"secrets: \[([^\]]+)\]", words) for name in found.split(", ")}
    assert asked == told
    for line in ("read_only: true", "cap_drop: [ALL]", 'security_opt: ["no-new-privileges:true"]'):
        assert line in words
