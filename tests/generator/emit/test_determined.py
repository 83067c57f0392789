"""What is said of a broken description is the same each time, and about the description alone."""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from random import Random

import pytest

from generator.load.documents import parse_document
from tests.generator.emit.test_compiling_answers import REFUSED as ANSWERS
from tests.generator.emit.test_compiling_answers import document
from tests.generator.emit.test_compiling_anything import JUNK, WHOLE, containers
from tests.generator.emit.test_compiling_changes import REFUSED as CHANGES
from tools.repository import ROOT

pytestmark = pytest.mark.slow

SAYS = """
import hashlib, json, sys
from generator.convert import openapi
from generator.emit.build import package
from generator.emit.left_out import without_unsupported
from generator.emit.prune import prune
from generator.load.documents import parse_document
from generator.load.problems import GeneratorFailure

for name, text in json.load(sys.stdin):
    try:
        found = parse_document(text, name)
        work = lambda part: package("web", part)
        made, left_out = without_unsupported(prune(openapi(found)), work)
    except GeneratorFailure as failure:
        lines = [*map(str, failure.problems)]
    else:
        lines = [str(line) for each in left_out for line in each.lines]
        lines.append(hashlib.sha256(json.dumps(made.texts).encode()).hexdigest())
    print(name, *lines, sep="\\n  ")
"""

JSON = ('{"a":', '{"a": NaN}', '{"a": 1, "a": 2}', "[" * 999, "\x00", "3")
YAML = ("a: [", "a: *b", "a: !!python/none x", "{a: 1, a: 2}", "- a\nb", "a: &a [*a]")


def damaged(seed: int) -> str:
    random = Random(seed)  # noqa: S311 - the same each time
    found = parse_document(WHOLE, "whole.yaml")
    for _ in range(random.randint(1, 6)):
        holder = random.choice([*containers(found)])
        keys = [*range(len(holder))] if isinstance(holder, list) else sorted(holder)
        holder[random.choice(keys)] = copy.deepcopy(random.choice(JUNK))
    return json.dumps(found)


def texts() -> list[tuple[str, str]]:
    return [
        *(("broken.json", text) for text in JSON),
        *(("broken.yaml", text) for text in YAML),
        *(("change.yaml", text) for text, _ in CHANGES.values()),
        *(("answer.yaml", document(responses)) for responses, _ in ANSWERS.values()),
        *(("whole.json", damaged(seed)) for seed in range(12)),
    ]


def said(given: str, seed: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", SAYS],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_problems_are_the_same_twice_and_name_no_object() -> None:
    with ThreadPoolExecutor() as threads:
        first, second = threads.map(partial(said, json.dumps(texts())), "12")
    assert first.count("\nwhole.json\n") == 12
    assert first == second
    assert not re.search(r"\b0x[0-9a-f]{4,}|<[\w.]+ object", first)
    unreadable = [line for line in first.splitlines() if "an answer of '" in line]
    assert len(unreadable) > 3
    assert not [line for line in unreadable if "/responses/200: an answer of '" not in line]
