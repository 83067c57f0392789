"""Send lock actions over faulty connections, and print what became of them: ``motion.py NUMBER``.

A quarter of the actions goes over each of the clients, several at a time. Each moves a device of
its own, so that the server can count how often it was carried out.
"""

import asyncio
import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

import nuki
from nuki.bridge import LockAction as BridgeLockAction
from nuki.web import LockAction, SmartlockAction
from tools.bench.faults import FAULTS, Fault, fault_of
from tools.bench.faulty_server import ACTION, FAULT, FaultyServer

AT_A_TIME = 4
TIMEOUT = 0.05
OPTIONS: dict[str, Any] = {
    "timeout": TIMEOUT,
    "retry": nuki.RetryPolicy(attempts=5, pause=0.001, longest_pause=0.002),
}
GAP = 0.001
ACTS = {"web": SmartlockAction(action=LockAction.LOCK), "bridge": BridgeLockAction.LOCK}

met: Counter[Fault] = Counter()
tries: Counter[int] = Counter()
told: dict[int, nuki.NukiError | None] = {}


class Detour:
    """Leads each request to its fault; an event hook."""

    def __init__(self, api: str, server: FaultyServer) -> None:
        self._api, self._server = api, server

    def __call__(self, request: httpx.Request) -> None:
        found = ACTION.search(str(request.url))
        assert found
        action = int(found[1])
        tries[action] += 1
        fault = fault_of(self._api, action, tries[action])
        met[fault] += 1
        request.headers[FAULT] = fault.value
        request.url = request.url.copy_with(port=self._server.port(fault))

    async def asynchronous(self, request: httpx.Request) -> None:
        self(request)


def begin(devices: Any, api: str, action: int) -> Any:
    """Move a bolt in one of three ways."""
    calls = (devices.lock, devices.unlock, lambda number: devices.act(number, ACTS[api]))
    return calls[action % len(calls)](action)


def devices_of(api: str, url: str, http: httpx.Client) -> Any:
    if api == "bridge":
        return nuki.BridgeClient(url, "t", min_interval=GAP, http=http, **OPTIONS).device
    return nuki.WebClient("t", base_url=url, http=http, **OPTIONS).smartlock


def adevices_of(api: str, url: str, http: httpx.AsyncClient) -> Any:
    if api == "bridge":
        return nuki.AsyncBridgeClient(url, "t", min_interval=GAP, http=http, **OPTIONS).device
    return nuki.AsyncWebClient("t", base_url=url, http=http, **OPTIONS).smartlock


def in_threads(api: str, server: FaultyServer, actions: range) -> None:
    with httpx.Client(event_hooks={"request": [Detour(api, server)]}) as http:
        devices = devices_of(api, server.url, http)

        def move(action: int) -> None:
            try:
                begin(devices, api, action)
                told[action] = None
            except nuki.NukiError as error:
                told[action] = error

        with ThreadPoolExecutor(AT_A_TIME) as pool:
            list(pool.map(move, actions))


async def in_tasks(api: str, server: FaultyServer, actions: range) -> None:
    hooks = {"request": [Detour(api, server).asynchronous]}
    async with httpx.AsyncClient(event_hooks=hooks) as http:
        devices = adevices_of(api, server.url, http)
        waiting = iter(actions)

        async def keep_moving() -> None:
            for action in waiting:
                try:
                    await begin(devices, api, action)
                    told[action] = None
                except nuki.NukiError as error:
                    told[action] = error

        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_A_TIME):
                tasks.create_task(keep_moving())


quarter = int(sys.argv[1]) // 4
executed: Counter[int] = Counter()
for number, api in enumerate(FAULTS):
    first = 2 * number * quarter
    with FaultyServer(late=3 * TIMEOUT) as server:
        in_threads(api, server, range(first, first + quarter))
        asyncio.run(in_tasks(api, server, range(first + quarter, first + 2 * quarter)))
    executed += server.executed

assert met.keys() == set(Fault), "what never happened proves nothing"
succeeded = {action for action, error in told.items() if error is None}
not_run = {action for action, error in told.items() if error and not error.may_have_run}
result = {
    "actions": len(told),
    "succeeded": len(succeeded),
    "not run": len(not_run),
    "twice": sum(times > 1 for times in executed.values()),
    "untrue": len(succeeded - executed.keys()) + len(not_run & executed.keys()),
    "later": sum(tries[action] > 1 for action in succeeded),
}
print(json.dumps(result))
