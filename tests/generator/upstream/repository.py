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
from typing import Any, Final

import yaml

from generator.convert import openapi
from generator.overlay import apply_overlays, load_overlay
from tests.generator.upstream.generator_process import generator

ROOT = Path(__file__).parents[3]
_PARTS: Final = ("generator", "spec", "overlays", "generated", "changelog.d")
_MARKER: Final = "<!-- towncrier release notes start -->"
_STALE: Final = re.compile(r"^(overlays/\S+) action (\d+) ", re.MULTILINE)
_WAITS: Final = 120.0


@dataclass(frozen=True)
class Repository:
    root: Path

    @classmethod
    def copied_to(cls, root: Path) -> Repository:
        """As it is now, but for its history: 0.1.0 is the only release, and nothing follows yet."""
        for part in _PARTS:
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns(".*"))
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

    @classmethod
    def small(cls, root: Path, document: dict[str, Any], **overlays: str) -> Repository:
        """One of an API with few operations, and with the overlays that fit it: soon upgraded.

        There may be more overlays, given by name.
        """
        repository = cls.copied_to(root)
        repository.run("fetch", "--web", repository.saved(document))
        for webhook in (root / "overlays/web").glob("5*-webhook-*.overlay.yaml"):
            webhook.unlink()  # it leads to schemas that the document may lack
        for name, text in overlays.items():
            (root / f"overlays/web/{name}.overlay.yaml").write_text(text, "utf-8")
        described = openapi(document)
        while found := stale(repository.misfits(described)):
            repository.forget(found)
        repository.run("generate")
        return repository

    def misfits(self, document: dict[str, Any]) -> str:
        """What the generator says of the overlays that do not fit a document, without its run."""
        paths = sorted((self.root / "overlays/web").iterdir())
        own = [load_overlay(path, path.relative_to(self.root).as_posix()) for path in paths]
        problems = apply_overlays(document, own, strict=True).problems
        return "\n".join(map(str, problems))

    def copy(self, root: Path) -> Repository:
        """The same somewhere else."""
        return Repository(shutil.copytree(self.root, root))

    def python(self, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        """A command of Python's, with these environment variables too."""
        return subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, *map(str, arguments)],
            cwd=self.root,
            env={**os.environ, **more},
            check=False,
            capture_output=True,
            text=True,
            timeout=_WAITS,
        )

    def generator(
        self, *arguments: str | Path, dying_at: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """A command of the generator."""
        return generator(self.root, *map(str, arguments), dying_at=dying_at)

    def run(self, *arguments: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
        """A command of the generator, which must end with this status."""
        done = self.generator(*arguments)
        assert done.returncode == status, done.stderr
        return done

    def actions(self, target: str) -> set[tuple[str, int]]:
        """The actions of overlays that have this target, by file and number."""
        return {
            (path.relative_to(self.root).as_posix(), number)
            for path in (self.root / "overlays/web").iterdir()
            if target in (text := path.read_text("utf-8"))
            for number, action in enumerate(yaml.load(text, yaml.CSafeLoader)["actions"], 1)
            if action["target"] == target
        }

    def forget(self, actions: set[tuple[str, int]]) -> None:
        """Delete actions of overlays, as messages about stale ones ask for."""
        for file in {file for file, _ in actions}:
            path = self.root / file
            overlay = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
            named = enumerate(overlay.pop("actions"), 1)
            kept = [action for number, action in named if (file, number) not in actions]
            path.unlink()
            if kept:
                path.write_text(
                    yaml.dump({**overlay, "actions": kept}, Dumper=yaml.CSafeDumper), "utf-8"
                )

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


def stale(said: str) -> set[tuple[str, int]]:
    """The actions of overlays that messages call stale, by file and number."""
    return {(file, int(number)) for file, number in _STALE.findall(said)}
