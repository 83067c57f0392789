"""A year of upstream's releases, one upgrade after the other, as it would have been."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from tests.generator.upstream.releases import VERSIONS, released, with_paths
from tests.generator.upstream.repository import ROOT, Repository, stale

if TYPE_CHECKING:
    from pathlib import Path

# One step of it is in test_upgrade.py.
pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]

STALE_STATUS = 11

YEAR: dict[str, tuple[str, str, list[str]]] = {
    "3.10.1": (
        "major",
        "0.2.0",
        ["`web.subscription`", "`Subscription`", "`SmartlockLog.action` may"],
    ),
    VERSIONS[-1]: (
        "minor",
        "0.3.0",
        ["`Pagination`", "`ShsSubscription.contract_id`", "`SmartlockLog.trigger` may"],
    ),
}
"""Releases with the bump they ask for, the version they get, and what the changelog says of them.

The others are skipped, as by somebody who upgrades now and then.
"""

CHANGING = (
    *("/smartlock", "/smartlock/log", "/smartlock/{smartlockId}/log", "/smartlock/auth/paged"),
    *("/subscription", "/subscription/{subscriptionId}"),
)
"""Where the releases differ in what the changelog is asked for."""

SUBSCRIPTIONS = """overlay: 1.1.0
info:
  title: Names of the subscription operations
  version: 1.0.0
  description: |-
    Symptom: They have no names.
    Evidence: Web API 3.8.1.
    Date: 2025-05-23
extends: ../../spec/web/swagger.json
actions:
  - target: $.paths['/subscription'].get
    x-expect: {count: 1, absent: [x-nuki-name]}
    update: {x-nuki-name: list}
"""

CALL = """
import httpx
from nuki import WebClient, web

def answer(request):
    assert request.url.path == "/smartlock", request.url
    return httpx.Response(200, json=[{"smartlockId": 17618910285, "name": "Door"}])

http = httpx.Client(transport=httpx.MockTransport(answer))
with WebClient(token="x" * 40, http=http) as client:
    (door,) = client.smartlock.list()
print(web.API_VERSION, door.name, len(web.OPERATIONS))
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The project as it would have been in May 2025, with overlays for what there was."""
    root = tmp_path_factory.mktemp("year") / "clone"
    document = with_paths(released(VERSIONS[0]), *CHANGING)
    return Repository.small(root, document, **{"690-names-subscription": SUBSCRIPTIONS})


def passes_its_checks(repository: Repository, version: str) -> None:
    repository.run("generate", "--check")
    paths = f"{ROOT / 'src'}{os.pathsep}{repository.root / 'generated'}"
    called = repository.python("-c", CALL, PYTHONPATH=paths)
    assert called.stdout.startswith(f"{version} Door "), called.stderr


def changelog(repository: Repository, version: str) -> str:
    """What the changelog says of a version once it is released."""
    day = ("--date", "2026-01-02", "--version", version)
    built = repository.python("-m", "towncrier", "build", *day, "--keep")
    assert built.returncode == 0, built.stderr
    for fragment in (repository.root / "changelog.d").glob("+*.md"):
        fragment.unlink()
    return repository.run("changelog", version).stdout


def test_each_release_becomes_a_version(repository: Repository, tmp_path: Path) -> None:
    stale_ones = {}
    for api_version, (bump, version, words) in YEAR.items():
        path = repository.saved(with_paths(released(api_version), *CHANGING))
        upgrade = ("upgrade", "--web", path, "--summary", tmp_path / "summary.json")
        done = repository.generator(*upgrade)
        if done.returncode == STALE_STATUS:
            stale_ones[api_version] = done.stderr
            repository.forget(stale(done.stderr))
            done = repository.run(*upgrade)
        assert done.returncode == 0, done.stderr
        summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
        assert summary == {"bump": bump, "version": version, "api_version": api_version}
        assert f"## Bump: {bump}\n" in done.stdout
        said = changelog(repository, version)
        assert f"Speaks Web API {api_version}, where it spoke " in said
        assert [word for word in words if word not in said] == []
    passes_its_checks(repository, VERSIONS[-1])
    assert list(stale_ones) == ["3.10.1"]
    assert "690-names-subscription.overlay.yaml action 1 " in stale_ones["3.10.1"]
    assert "; /paths/~1subscription is gone" in stale_ones["3.10.1"]
    headings = re.findall(r"(?m)^## \[(.*?)\]", repository.read("CHANGELOG.md"))
    assert headings == ["Unreleased", "0.3.0", "0.2.0", "0.1.0"]
