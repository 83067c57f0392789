"""What is said of a broken description is the same each time, and about the description alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tools.repository import ROOT

pytestmark = pytest.mark.slow

SAYS = """
import copy, hashlib, json
from random import Random
from generator.convert import openapi
from generator.emit.build import package
from generator.emit.left_out import without_unsupported
from generator.emit.prune import prune
from generator.load.documents import parse_document
from generator.load.problems import GeneratorFailure
from tests.generator.emit.test_compiling_answers import REFUSED as ANSWERS, document
from tests.generator.emit.test_compiling_anything import JUNK, WHOLE, containers
from tests.generator.emit.test_compiling_changes import REFUSED as CHANGES

def tried(name, text, damage):
    try:
        found = parse_document(text, name)
        damage(found)
        work = lambda part: package("web", part)
        made, left_out = without_unsupported(prune(openapi(found)), work)
    except GeneratorFailure as failure:
        lines = [*map(str, failure.problems)]
    else:
        lines = [str(line) for each in left_out for line in each.lines]
        lines.append(hashlib.sha256(json.dumps(made.texts).encode()).hexdigest())
    print(name, *lines, sep="\\n  ")

def damaged(seed):
    random = Random(seed)
    def damage(found):
        for _ in range(random.randint(1, 6)):
            holder = random.choice([*containers(found)])
            keys = [*range(len(holder))] if isinstance(holder, list) else sorted(holder)
            holder[random.choice(keys)] = copy.deepcopy(random.choice(JUNK))
    return damage

for text in ('{"a":', '{"a": NaN}', '{"a": 1, "a": 2}', '[' * 999, '\\x00', '3'):
    tried("broken.json", text, lambda _: None)
for text in ("a: [", "a: *b", "a: !!python/none x", "{a: 1, a: 2}", "- a\\nb", "a: &a [*a]"):
    tried("broken.yaml", text, lambda _: None)
for name, (text, _) in CHANGES.items():
    tried("change.yaml", text, lambda _: None)
for name, (responses, _) in ANSWERS.items():
    tried("answer.yaml", document(responses), lambda _: None)
for seed in range(12):
    tried("whole.yaml", WHOLE, damaged(seed))
"""


def said(seed: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", SAYS],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_problems_are_the_same_twice_and_name_no_object() -> None:
    first, second = said("1"), said("2")
    assert first == second
    assert not re.search(r"\b0x[0-9a-f]{4,}|<[\w.]+ object", first)
    unreadable = [line for line in first.splitlines() if "an answer of '" in line]
    assert len(unreadable) > 3
    assert not [line for line in unreadable if "/responses/200: an answer of '" not in line]
