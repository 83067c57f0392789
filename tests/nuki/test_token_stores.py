from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from nuki import FileTokenStore, MemoryTokenStore, OAuthToken, SharedTokenStore, ValidationError

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = OAuthToken("access-1", "refresh-1", datetime(2026, 3, 1, tzinfo=UTC))

HOLD = """
import sys
from nuki import FileTokenStore
store = FileTokenStore(sys.argv[1])
print(store.acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a token may be kept."""
    return tmp_path / "token.json"


@pytest.mark.parametrize("token", [TOKEN, OAuthToken("access-2")])
def test_a_token_is_kept(path: Path, token: OAuthToken) -> None:
    for store in (MemoryTokenStore(), FileTokenStore(path)):
        assert store.load() is None
        store.save(token)
        assert store.load() == token


def test_only_its_owner_can_read_the_file(path: Path) -> None:
    FileTokenStore(path).save(TOKEN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    FileTokenStore(str(path)).save(TOKEN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_else_is_left_behind(path: Path) -> None:
    for _ in range(3):
        FileTokenStore(path).save(TOKEN)
    assert [each.name for each in path.parent.iterdir()] == ["token.json"]


@pytest.mark.slow
def test_the_file_is_whole_at_every_moment(path: Path) -> None:
    long = OAuthToken("a" * 100_000)
    store = FileTokenStore(path)
    store.save(TOKEN)

    def save(number: int) -> None:
        store.save(long if number % 2 else TOKEN)

    with ThreadPoolExecutor(4) as pool:
        saving = [pool.submit(save, number) for number in range(100)]
        seen = [FileTokenStore(path).load() for _ in range(200)]
        for each in saving:
            each.result()
    assert {token and token.access_token[:1] for token in seen} == {"a"}


TEXTS = ["", "{}", "[]", '{"access_token": 5}', "\x00", '"access-1"']


def test_a_file_that_holds_something_else_is_named(path: Path, subtests: pytest.Subtests) -> None:
    for text in TEXTS:
        with subtests.test(text=text):
            path.write_text(text)
            with pytest.raises(ValidationError, match=r"token\.json holds no token") as caught:
                FileTokenStore(path).load()
            assert "access-1" not in str(caught.value)


def test_one_holds_the_lock(path: Path) -> None:
    first, second = FileTokenStore(path), FileTokenStore(path)
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
    second.release()


@pytest.mark.slow
def test_the_lock_holds_between_processes_and_ends_with_them(path: Path) -> None:
    store = FileTokenStore(path)
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(  # noqa: S603 - this interpreter
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": ":".join(sys.path)},
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        assert not store.acquire()
        other.communicate(b"")
    assert store.acquire()
    store.release()


KILLED = """
import os, sys
from nuki import FileTokenStore, OAuthToken
class Token(OAuthToken):
    def to_json(self):
        os._exit(9)
FileTokenStore(sys.argv[1]).save(Token("secret"))
"""


@pytest.mark.slow
def test_what_a_killed_process_began_to_write_goes_at_the_next_save(path: Path) -> None:
    store = FileTokenStore(path)
    store.save(TOKEN)
    for _ in range(3):
        command = [sys.executable, "-c", KILLED, str(path)]
        found = subprocess.run(  # noqa: S603 - this interpreter
            command, env={"PYTHONPATH": ":".join(sys.path)}, check=False
        )
        assert found.returncode == 9
    assert len(list(path.parent.iterdir())) > 1
    assert store.load() == TOKEN
    store.save(TOKEN)
    assert list(path.parent.iterdir()) == [path]


def test_a_draft_that_is_being_written_stays(path: Path) -> None:
    store, other = FileTokenStore(path), FileTokenStore(path)

    class Token(OAuthToken):
        def to_json(self) -> str:
            other.save(TOKEN)  # in the middle of the first one's writing
            return super().to_json()

    store.save(Token("access-2"))
    assert store.load() == OAuthToken("access-2")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_child_process_does_not_hold_its_parents_lock(path: Path) -> None:
    store, other = FileTokenStore(path), FileTokenStore(path)
    assert store.acquire()
    (started, starting), (looked, looking) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.write(starting, b"x")
        os.close(looking)
        os.read(looked, 1)  # alive until the parent has looked
        os._exit(0)
    assert os.read(started, 1)
    assert not other.acquire()
    store.release()
    assert other.acquire()
    other.release()
    for pipe in (started, starting, looked, looking):
        os.close(pipe)
    os.waitpid(child, 0)


def test_a_date_without_a_zone_is_in_utc(path: Path) -> None:
    path.write_text(
        '{"access_token": "a", "refresh_token": null, "expires_at": "2026-03-01T09:30:00"}'
    )
    token = FileTokenStore(path).load()
    assert token
    assert token.expires_at == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("refresh_token", ["7", "[]", "{}", "true"])
def test_a_refresh_token_is_text_or_nothing(path: Path, refresh_token: str) -> None:
    text = f'{{"access_token": "a", "refresh_token": {refresh_token}, "expires_at": null}}'
    path.write_text(text)
    with pytest.raises(ValidationError, match="holds no token"):
        FileTokenStore(path).load()


def test_only_the_file_is_shared() -> None:
    assert isinstance(FileTokenStore("x"), SharedTokenStore)
    assert not isinstance(MemoryTokenStore(), SharedTokenStore)


def test_a_token_is_not_shown() -> None:
    assert "access-1" not in repr(TOKEN)
    assert "refresh-1" not in repr(TOKEN)
