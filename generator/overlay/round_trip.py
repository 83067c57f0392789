"""A YAML document with changed values, its comments and the order and style of the rest kept.

What an overlay changes is written anew; everything else stays as its author wrote it. A part that
is shared by an anchor, or merged by ``<<``, loses both where it is changed.
"""

from __future__ import annotations

import io
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from generator.load.documents import dump_json

if TYPE_CHECKING:
    from generator.load.documents import Json

_WIDTH = 4096
"""No line is folded that was not."""


def rewritten(text: str, old: Json, new: Json) -> str:
    """The YAML text of ``new``, which ``text`` spelled as ``old`` so far."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.allow_duplicate_keys = False
    tree: Any = yaml.load(text)
    out = io.StringIO()
    yaml.dump(_changed(tree, old, new), out)
    return out.getvalue()


def as_yaml(value: Json) -> str:
    """A document in YAML that was not in it before."""
    yaml = YAML()
    yaml.width = _WIDTH
    out = io.StringIO()
    yaml.dump(value, out)
    return out.getvalue()


def _changed(tree: Any, old: Json, new: Json) -> Any:
    """The tree of ``old``, changed in place to be that of ``new``, or a new one."""
    if dump_json(old) == dump_json(new):
        return tree
    is_plain = getattr(tree, "merge", None) in (None, [])
    is_own = is_plain and getattr(getattr(tree, "anchor", None), "value", None) is None
    if (
        is_own
        and isinstance(tree, CommentedMap)
        and isinstance(old, dict)
        and isinstance(new, dict)
    ):
        keys = {str(key): key for key in tree}  # a status may be a number there
        for name in old.keys() - new.keys():
            del tree[keys[name]]
        for name, value in new.items():
            if name in old:
                tree[keys[name]] = _changed(tree[keys[name]], old[name], value)
            else:
                tree[name] = value
        return tree
    if (
        is_own
        and isinstance(tree, CommentedSeq)
        and isinstance(old, list)
        and isinstance(new, list)
    ):
        _change_list(tree, old, new)
        return tree
    return new


def _change_list(tree: CommentedSeq, old: list[Json], new: list[Json]) -> None:
    before, after = ([dump_json(each) for each in values] for values in (old, new))
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, start, end, new_start, new_end in reversed(steps):
        if kind == "equal":
            continue
        shared = min(end - start, new_end - new_start)
        for index in reversed(range(start + shared, end)):
            del tree[index]
        for offset in reversed(range(new_start + shared, new_end)):
            tree.insert(start + shared, new[offset])
        for offset in range(shared):
            index = start + offset
            tree[index] = _changed(tree[index], old[index], new[new_start + offset])
