"""Print reads per second, bare and with our client: ``throughput.py URL LIBRARY``.

Ours gets a client of the library handed in, except with ``httpx``, where it opens its own. The
fastest of several rounds counts: what else runs on the machine only ever slows them down.
"""

import asyncio
import importlib
import json
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import nuki

READS, AT_A_TIME, ROUNDS = 1000, 50, 6
LONGEST = 90.0  # seconds
TOKEN = "0123456789abcdef"
LOCK = nuki.SmartlockId.from_hex("1A2B3C4D", nuki.DeviceType.SMART_LOCK_3)

server, library = sys.argv[1], importlib.import_module(sys.argv[2])
client = library.AsyncClient(headers={"Authorization": f"Bearer {TOKEN}"})
handed_in = None if library.__name__ == "httpx" else library.AsyncClient()
web = nuki.AsyncWebClient(token=TOKEN, base_url=server, http=handed_in)


async def bare() -> object:
    return (await client.get(f"{server}/smartlock/{LOCK}")).json()["name"]


async def ours() -> object:
    return (await web.smartlock.get(LOCK)).name


async def rate(read: Callable[[], Awaitable[object]]) -> float:
    numbers = iter(range(READS))

    async def keep_reading() -> None:
        for _ in numbers:
            await read()

    began = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for _ in range(AT_A_TIME):
            tasks.create_task(keep_reading())
    return READS / (time.perf_counter() - began)


async def main() -> None:
    async with asyncio.timeout(LONGEST), AsyncExitStack() as stack:
        for each in (client, web, *filter(None, [handed_in])):
            await stack.enter_async_context(each)
        assert await bare() == await ours() == "Front door"
        rounds = [[await rate(bare), await rate(ours)] for _ in range(ROUNDS)]
        print(json.dumps([max(column) for column in zip(*rounds, strict=True)]))


asyncio.run(main())
