"""Who one is: profiles, secrets, and the order in which they count."""

from __future__ import annotations

import json
import stat
import sys
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend

from nuki import WebClient
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN
from tests.nuki.cli.conftest import free_port, process
from tests.test_readme import application

if TYPE_CHECKING:
    from pathlib import Path

    from tests.nuki.cli.conftest import Home, Run, Told


class Keyring(KeyringBackend):
    """A keyring as good as a platform's."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[f"{service}/{username}"] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[f"{service}/{username}"]


def test_a_token_is_kept_in_a_file_of_the_owner(home: Home, run: Run, folder: Path) -> None:
    done = run("login", "--url", home.web_url, stdin=f"{API_TOKEN}\n")
    assert done.status == 0
    assert "signed in as owner@example.com; profile 'default'" in done.err
    assert f"in a file that you alone can read, in {folder}" in done.err
    secrets = folder / "secrets.json"
    assert API_TOKEN in secrets.read_text()
    assert API_TOKEN not in (folder / "profiles.json").read_text()
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o600
    secrets.chmod(0o644)
    assert run("devices").status == 0
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o600
    assert run("logout").status == 0
    assert API_TOKEN not in secrets.read_text()
    assert run("devices").status == 4
    assert run("logout").status == 3


def test_what_is_refused_is_not_kept(home: Home, run: Run, folder: Path) -> None:
    assert run("login", "--url", home.web_url, stdin="wrong\n").status == 4
    assert run("login", stdin="\n").status == 2
    assert not (folder / "profiles.json").exists()
    (folder).mkdir(exist_ok=True)
    (folder / "profiles.json").write_text("{")
    damaged = run("devices")
    assert (damaged.status, "profiles.json is damaged" in damaged.err) == (1, True)


def test_a_keyring_is_used_if_there_is_one(home: Home, run: Run, folder: Path) -> None:
    before, ours = keyring.get_keyring(), Keyring()
    keyring.set_keyring(ours)
    try:
        done = run("login", "--url", home.web_url, stdin=f"{API_TOKEN}\n")
        assert "the secret is in the keyring" in done.err
        assert ours.kept == {"nuki/default:web": API_TOKEN}
        assert not (folder / "secrets.json").exists()
        assert run("devices").status == 0
        assert run("profiles", "remove", "default").status == 0
        assert ours.kept == {}
    finally:
        keyring.set_keyring(before)


@pytest.mark.slow
def test_a_bridge_is_found_and_its_button_pressed(home: Home, run: Run, folder: Path) -> None:
    server = {"NUKI_API_URL": home.web_url}
    found = json.loads(run("bridge", "discover", "--json", env=server).out)
    assert [one["url"] for one in found] == [home.bridge_url]
    home.simulator.at(home.simulator.bridges[0]).press_button()
    done = run("bridge", "add", env=server)
    assert done.status == 0
    assert f"press the button of the bridge at {found[0]['url']} within 30 seconds" in done.err
    assert "its devices: 'Front door', 'Intercom'" in done.err
    assert BRIDGE_TOKEN in (folder / "secrets.json").read_text()
    assert {row["source"] for row in json.loads(run("devices", "--json").out)} == {"bridge"}
    assert run("bridge", "remove").status == 0
    assert run("profiles", "--json").out == "[]\n"


@pytest.mark.slow
def test_a_bridge_is_added_by_address_and_token(home: Home, run: Run) -> None:
    address = home.bridge_url.removeprefix("http://")
    wrong = run("bridge", "add", address, "--with-token", stdin="wrong\n")
    assert (wrong.status, "--scheme" in wrong.err) == (4, True)
    done = run(
        "bridge", "add", address, "--with-token", "--scheme", "hashed", stdin=f"{BRIDGE_TOKEN}\n"
    )
    assert done.status == 0
    (profile,) = json.loads(run("profiles", "--json").out)
    assert (profile["bridge"], profile["bridge_scheme"]) == (home.bridge_url, "hashed")
    assert run("devices").status == 0


@pytest.mark.slow
def test_the_order_in_which_they_count(home: Home, run: Run) -> None:
    url = home.web_url
    assert run("login", "--profile", "office", "--url", url, stdin=f"{API_TOKEN}\n").status == 0
    address = home.bridge_url
    added = run("bridge", "add", address, "--with-token", "--profile", "home", stdin=BRIDGE_TOKEN)
    assert added.status == 0

    def source(*arguments: str, **env: str) -> str:
        return str(json.loads(run(*arguments, "devices", "--json", env=env).out)[0]["source"])

    assert source() == "web"  # the first profile is in use
    assert source(NUKI_PROFILE="home") == "bridge"
    assert source("--profile", "home") == "bridge"
    assert source("--profile", "home", **home.web) == "bridge"
    assert source(NUKI_PROFILE="home", **home.web) == "web"
    assert run("profiles", "use", "home").status == 0
    assert source() == "bridge"
    missing = run("devices", "--profile", "cellar")
    assert (missing.status, "there is no profile 'cellar'" in missing.err) == (3, True)
    listed = run("profiles").out
    assert API_TOKEN not in listed
    assert "office" in listed


BROWSER = """
import json, os, sys, urllib.request
with open(sys.argv[1], "w") as file:
    json.dump([sys.argv, dict(os.environ)], file)
urllib.request.urlopen(sys.argv[2]).read()
"""


@pytest.mark.slow
def test_oauth_in_the_browser(
    served: Home, run: Run, folder: Path, tmp_path: Path, told: Told
) -> None:
    redirect = f"http://127.0.0.1:{free_port()}/"
    client_id, secret = application(served.web_url)
    with WebClient(API_TOKEN, base_url=served.web_url) as web:
        (key,) = web.api_key.list()
        web.api_key.update(key.api_key_id, redirect_uris=[redirect])
    (tmp_path / "browser.py").write_text(BROWSER)
    seen = tmp_path / "seen.json"
    browser = f"{sys.executable} {tmp_path / 'browser.py'} {seen} %s &"
    done = process(
        *("login", "--oauth", "--client-id", client_id, "--redirect-uri", redirect),
        env={**served.web, "BROWSER": browser},
        stdin=f"{secret}\n",
    )
    assert done.status == 0, done
    assert "signed in as owner@example.com" in done.err
    told.secrets |= {secret, *(text for text in served.simulator.tokens)}
    arguments, variables = json.loads(seen.read_text())
    told.texts += [*arguments, *variables.values()]  # what the browser was given
    assert "NUKI_API_TOKEN" not in variables
    assert run("devices", env={"NUKI_API_URL": served.web_url}).status == 0
    kept = folder / "oauth-default.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert run("logout").status == 0
    assert not kept.exists()
    assert secret not in (folder / "secrets.json").read_text()
