"""Print what calls take beside bare httpx, over a mock transport: ``call.py FOLDER WITH_ORJSON``.

Of each sort of call, one ratio for each round.

A bare call sends the same to the same transport, and parses the JSON. FOLDER has the answers. CPU
time is taken: nothing is waited for, and what else runs on the machine does not count.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

if sys.argv[2] != "orjson":
    sys.modules["orjson"] = None  # type: ignore[assignment]

import httpx

import nuki
from tools.bench.programs.rounds import ratios_of

CALLS = 50
TOKEN = "0123456789abcdef"
SIGNED = {"Authorization": f"Bearer {TOKEN}"}
WEB, BRIDGE = "https://api.nuki.io", "http://192.0.2.1:8080"
LOCK = nuki.SmartlockId.from_hex("1A2B3C4D", nuki.DeviceType.SMART_LOCK_3)
TYPE = LOCK.device_type

Take = Callable[[], float]


def seconds(call: Callable[[], object]) -> float:
    began = time.process_time()
    for _ in range(CALLS):
        call()
    return time.process_time() - began


async def aseconds(call: Callable[[], Awaitable[object]]) -> float:
    began = time.process_time()
    for _ in range(CALLS):
        await call()
    return time.process_time() - began


def transport(answer: str) -> httpx.MockTransport:
    body = Path(sys.argv[1], f"{answer}.json").read_bytes()
    headers = {"Content-Type": "application/json"}
    return httpx.MockTransport(lambda _request: httpx.Response(200, headers=headers, content=body))


def bare(answer: str, url: str, headers: dict[str, str] | None = None) -> Take:
    client = httpx.Client(transport=transport(answer), headers=headers)
    return lambda: seconds(lambda: client.get(url).json())


def one_device() -> tuple[Take, Take]:
    web = nuki.WebClient(token=TOKEN, http=httpx.Client(transport=transport("device")))
    return (
        bare("device", f"{WEB}/smartlock/{LOCK}", SIGNED),
        lambda: seconds(lambda: web.smartlock.get(LOCK)),
    )


def devices(answer: str) -> tuple[Take, Take]:
    web = nuki.WebClient(token=TOKEN, http=httpx.Client(transport=transport(answer)))
    return bare(answer, f"{WEB}/smartlock", SIGNED), lambda: seconds(web.smartlock.list)


def asynchronous(runner: asyncio.Runner) -> tuple[Take, Take]:
    client = httpx.AsyncClient(transport=transport("device"), headers=SIGNED)
    web = nuki.AsyncWebClient(token=TOKEN, http=httpx.AsyncClient(transport=transport("device")))

    async def get() -> object:
        return (await client.get(f"{WEB}/smartlock/{LOCK}")).json()

    return (
        lambda: runner.run(aseconds(get)),
        lambda: runner.run(aseconds(lambda: web.smartlock.get(LOCK))),
    )


def state() -> tuple[Take, Take]:
    http = httpx.Client(transport=transport("state"))
    bridge = nuki.BridgeClient(BRIDGE, TOKEN, min_interval=0, http=http)
    return (
        bare("state", f"{BRIDGE}/lockState?nukiId={LOCK.nuki_id}&deviceType={TYPE}&token={TOKEN}"),
        lambda: seconds(lambda: bridge.device.state(LOCK.nuki_id, device_type=TYPE)),
    )


with asyncio.Runner() as runner:
    contests = {
        "one device": one_device(),
        "two devices": devices("two"),
        "fifty devices": devices("fifty"),
        "asynchronous": asynchronous(runner),
        "bridge, encrypted token": state(),
    }
    print(json.dumps(ratios_of(contests)))
