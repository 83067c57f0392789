"""Classes made by these decorators are classes of attrs to whoever looks, and need it late."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import pytest

from nuki_core import lazy_attrs
from nuki_core.retry import RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_CALL = """
import sys
import httpx
import nuki

content = b'[{"smartlockId": 17618910285, "name": "Front door", "state": {"state": 1}}]'
transport = httpx.MockTransport(lambda _: httpx.Response(200, content=content))
web = nuki.WebClient(token="0123456789abcdef", http=httpx.Client(transport=transport))
(device,) = web.smartlock.list()
assert device.state.state.name == "LOCKED"
before = "attrs" in sys.modules
shown = repr(device)
print(before, "attrs" in sys.modules, shown)
"""


@pytest.mark.slow
def test_a_first_call_of_a_process_needs_no_attrs() -> None:
    command = [sys.executable, "-c", FIRST_CALL]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "False True Smartlock(name='Front door', smartlock_id=17618910285"
    )


def value_class(frozen: Any, field: Any) -> Any:
    @frozen
    class Value:
        """What is compared."""

        kind: ClassVar[str] = "value"
        name: str
        code: int = field(default=0, repr=False)
        tags: tuple[str, ...] = field(factory=tuple, converter=tuple)
        rest: str = "none"

        def __attrs_post_init__(self) -> None:
            if self.rest == "wrong":
                raise ValueError(f"not {self.rest}, {self.name}")

    return Value


def model_class(define: Any, field: Any) -> Any:
    @define(kw_only=True)
    class Value:
        name: str
        code: int = field(default=0, repr=False)
        tags: tuple[str, ...] = ()
        rest: str = "none"

    return Value


def outcome(use: Callable[[Any], object], made: Any) -> object:
    try:
        return use(made)
    except (AttributeError, TypeError, ValueError) as error:
        return type(error), str(error).replace("lazily", "at once")


USES: dict[str, Callable[[Any], object]] = {
    "repr": lambda it: repr(it(name="a", code=7)).rpartition(".")[2],
    "equal": lambda it: (it(name="a") == it(name="a"), it(name="a") == it(name="b")),
    "unequal": lambda it: (it(name="a") != it(name="a"), it(name="a") != it(name="b")),
    "to another": lambda it: it(name="a") == ("a", 0, (), "none"),
    "hash": lambda it: len({it(name="a"), it(name="a"), it(name="b")}),
    "fields": lambda it: [(each.name, each.repr, each.type) for each in attrs.fields(it)],
    "asdict": lambda it: attrs.asdict(it(name="a", tags=("x",))),
    "evolve": lambda it: attrs.asdict(attrs.evolve(it(name="a", code=7), name="b")),
    "has": attrs.has,
    "signature": lambda it: str(inspect.signature(it)),
    "copy": lambda it: copy.deepcopy(it(name="a", code=7)) == it(name="a", code=7),
    "replace": lambda it: (
        hasattr(it, "__replace__") and attrs.asdict(it(name="a").__replace__(name="b"))
    ),
    "state": lambda it: it(name="a").__getstate__(),
    "set": lambda it: setattr(it(name="a"), "name", "b"),
    "delete": lambda it: delattr(it(name="a"), "name"),
    "another": lambda it: setattr(it(name="a"), "other", 1),
    "match": lambda it: it.__match_args__,
    "slots": lambda it: it.__slots__,
    "nothing": lambda it: it(),
    "too many": lambda it: it("a", 1, (), "b", 5),
    "twice": lambda it: it("a", name="b"),
    "unknown": lambda it: it(name="a", other=1),
    "unknown for one": lambda it: it(other=1),
    "converted": lambda it: attrs.asdict(it(name="a", tags=["x"])),
    "refused": lambda it: attrs.asdict(it(name="a", rest="wrong")),
    "of the class": lambda it: it.kind,
    "class": lambda it: (it.__name__, it.__doc__, it.__module__),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_whatever_is_used_first_is_as_attrs_has_it(use: Callable[[Any], object]) -> None:
    lazy, ours = value_class(lazy_attrs.frozen, lazy_attrs.field), attrs.frozen
    assert outcome(use, lazy) == outcome(use, value_class(ours, attrs.field))
    lazy, theirs = model_class(lazy_attrs.define, lazy_attrs.field), attrs.define
    assert outcome(use, lazy) == outcome(use, model_class(theirs, attrs.field))


def test_a_subclass_calls_what_attrs_has_made() -> None:
    value: Any = model_class(lazy_attrs.define, lazy_attrs.field)

    class Named(value):  # type: ignore[misc]
        def __init__(self, number: int) -> None:
            super().__init__(name=f"number {number}")

    assert (Named(3).name, Named(3) == Named(3)) == ("number 3", True)
    named = attrs.define(type("More", (value,), {"__annotations__": {"more": "int"}}), kw_only=True)
    assert [each.name for each in attrs.fields(named)] == ["name", "code", "tags", "rest", "more"]


def test_a_subclass_hears_of_wrong_arguments() -> None:
    value: Any = value_class(lazy_attrs.frozen, lazy_attrs.field)

    class Named(value):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(number=3)

    with pytest.raises(TypeError, match="number"):
        Named()


def test_threads_may_be_the_first_at_the_same_time() -> None:
    values = [model_class(lazy_attrs.define, lazy_attrs.field) for _ in range(20)]

    def use(_: int) -> list[str]:
        return [value(name="a").name for value in values]

    with ThreadPoolExecutor(8) as threads:
        assert all(found == ["a"] * 20 for found in threads.map(use, range(8)))


def test_after_warming_up_nothing_is_left_to_make() -> None:
    value = value_class(lazy_attrs.frozen, lazy_attrs.field)
    early = vars(value)["__init__"]
    lazy_attrs.warm_up()
    assert vars(value)["__init__"] is not early
    made = {**vars(value)}
    repr(value("a"))
    assert {**vars(value)} == made


def test_a_copy_with_other_values_is_checked_too() -> None:
    value = value_class(lazy_attrs.frozen, lazy_attrs.field)
    assert lazy_attrs.evolve(value("a", 7), name="b") == value("b", 7)
    with pytest.raises(ValueError, match="not wrong, a"):
        lazy_attrs.evolve(value("a"), rest="wrong")
    with pytest.raises(TypeError, match="other"):
        lazy_attrs.evolve(value("a"), other=1)


def test_objects_of_the_package_can_be_pickled() -> None:
    policy = pickle.loads(pickle.dumps(RetryPolicy(attempts=2)))  # noqa: S301
    assert policy == RetryPolicy(attempts=2)
