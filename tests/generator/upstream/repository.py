"""A copy of the repository in which commands may write."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
_PARTS = (
    *("generator", "spec", "overlays", "generated", "src", "simulator", "changelog.d"),
    "tests/cassettes",
)
_MARKER = "<!-- towncrier release notes start -->"
_WAITS = 120.0


@dataclass(frozen=True)
class Repository:
    root: Path

    @classmethod
    def copied_to(cls, root: Path) -> Repository:
        """As it is now, but for its history: 0.1.0 is the only release, and nothing follows yet."""
        for part in _PARTS:
            shutil.copytree(
                ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__", ".*")
            )
        for fragment in (root / "changelog.d").iterdir():
            if fragment.name != "README.md":
                fragment.unlink()
        head, marker, _ = (ROOT / "CHANGELOG.md").read_text("utf-8").partition(_MARKER)
        texts = {"CHANGELOG.md": f"{head}{marker}\n\n## [0.1.0]\n\n- All.\n"}
        for name in ("pyproject.toml", "simulator/pyproject.toml"):
            project = (ROOT / name).read_text("utf-8")
            project = re.sub('(?m)^version = ".*"$', 'version = "0.1.0"', project, count=1)
            texts[name] = re.sub('"nuki-sdk==.*"', '"nuki-sdk==0.1.0"', project)
        for name, text in texts.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, "utf-8")
        shutil.copy(ROOT / "README.md", root / "README.md")
        return cls(root)

    def copy(self, name: str) -> Repository:
        """Another one beside it."""
        return Repository(shutil.copytree(self.root, self.root.with_name(name)))

    def python(
        self, *arguments: str | Path, given: str = "", **more: str
    ) -> subprocess.CompletedProcess[str]:
        """A command of Python's, with this input, and these environment variables too."""
        return subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, *map(str, arguments)],
            cwd=self.root,
            env={**os.environ, **more},
            input=given,
            check=False,
            capture_output=True,
            text=True,
            timeout=_WAITS,
        )

    def run(self, *arguments: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
        """A command of the generator, which must end with this status."""
        done = self.python("-m", "generator", *arguments)
        assert done.returncode == status, done.stderr
        return done

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def document(self) -> dict[str, Any]:
        """The recorded document of the Web API."""
        document: dict[str, Any] = json.loads(self.read("spec/web/swagger.json"))
        return document

    def saved(self, document: dict[str, Any]) -> Path:
        """A document as a file outside of the repository."""
        path = self.root.with_name(f"{self.root.name}-new.json")
        path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        return path

    def tree(self) -> dict[str, bytes]:
        """Every file that git would see."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and not {"__pycache__", ".pending", ".pending.new"} & {*path.parts}
        }
