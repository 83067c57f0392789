"""In which module each class of an API lives: that of its own family."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from generator.load.references import reached

from .names import snake_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .models import ModelClass
    from .operations import OperationView

ERRORS: Final = "errors"
"""The module of classes that only answers with an error mention."""
WEBHOOKS: Final = "webhooks"
"""The module of classes that no operation leads to."""


def families(
    models: Mapping[str, ModelClass],
    enums: Iterable[str],
    resources: Mapping[str, list[OperationView]],
) -> dict[str, str]:
    """The module of every class, by the name of the class.

    A model to which no operation leads lives with the webhooks; one that is named after a resource
    in the resource's module, that of the longest name (``SmartlockAuthCreate`` in
    ``smartlock_auth``, and ``SmartlocksAuthCreate`` as well). Any other class lives where most of
    the models are that mention it, the webhooks' last, or most of the operations if no model does.
    Modules that would import each other become one.
    """
    mentioned = {
        name
        for views in resources.values()
        for view in views
        for kind in view.all_types
        for name in kind.classes
    }
    used = reached(mentioned, lambda name: models[name].classes if name in models else ())
    singular = {each: [part.removesuffix("s") for part in each.split("_")] for each in resources}
    found: dict[str, str] = {}
    for name in models:
        words = [word.removesuffix("s") for word in snake_case(name).split("_")]
        namesakes = [each for each, parts in singular.items() if words[: len(parts)] == parts]
        if home := max(namesakes, key=len, default="") if name in used else WEBHOOKS:
            found[name] = home
    by_operations: dict[str, Counter[str]] = defaultdict(Counter)
    by_models: dict[str, Counter[str]] = defaultdict(Counter)
    mentions = [
        (name, resource)
        for resource, views in resources.items()
        for view in views
        for name in {name for kind in view.types for name in kind.classes}
    ]
    for name, resource in mentions:
        by_operations[name][resource] += 1

    def vote(name: str) -> None:
        for each in models[name].classes:
            by_models[each][found[name]] += 1

    for name in [*found]:
        vote(name)
    none = Counter[str]()
    for name in [*_users_first(models, found), *enums]:
        votes = by_models.get(name, none) or by_operations.get(name, none) or Counter([ERRORS])
        found[name] = min(votes, key=lambda home: (home == WEBHOOKS, -votes[home], home))
        if name in models:
            vote(name)
    # Of modules that lead to each other, all become the first by name.
    imports: dict[str, set[str]] = {}
    for name, model in models.items():
        needed = {found[each] for each in model.classes if each in models}
        imports.setdefault(found[name], set()).update(needed)
    reach = {module: reached([module], imports.__getitem__) for module in imports}
    merged = {
        module: min(other for other in reach[module] if module in reach[other])
        for module in imports
    }
    return {name: merged.get(home, home) for name, home in found.items()}


def _users_first(models: Mapping[str, ModelClass], found: Mapping[str, str]) -> list[str]:
    """The models without a home, each after those that mention it, as far as there is an order."""
    homeless = sorted(name for name in models if name not in found)
    mentioned = {name: sorted(models[name].classes - found.keys()) for name in homeless}
    users = Counter(each for name in homeless for each in set(mentioned[name]) if each in models)
    ordered: list[str] = []
    pending = [name for name in homeless if not users[name]]
    seen = set(pending)
    for start in (None, *homeless):  # of a circle, the first by name goes first
        if start is not None and start not in seen:
            pending.append(start)
            seen.add(start)
        while pending:
            ready, pending = sorted(pending), []
            ordered += ready
            for name in ready:
                for each in mentioned[name]:
                    users[each] -= 1
                    if each in mentioned and each not in seen and users[each] <= 0:
                        seen.add(each)
                        pending.append(each)
    return ordered
