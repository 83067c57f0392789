"""Print reads per second, bare and with our client, round by round: ``throughput.py URL LIBRARY``.

Ours gets a client of the library handed in, except with ``httpx``, where it opens its own.
"""

import asyncio
import importlib
import json
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import nuki

READS, AT_A_TIME, ROUNDS = 1000, 50, 11
LONGEST = 300.0  # seconds: slow machines take three times what fast ones do
TOKEN = "0123456789abcdef"
LOCK = nuki.SmartlockId.from_hex("1A2B3C4D", nuki.DeviceType.SMART_LOCK_3)

SIGNED = {"Authorization": f"Bearer {TOKEN}"}

server, library = sys.argv[1], importlib.import_module(sys.argv[2])
of_aiohttp = library.__name__ == "aiohttp"


def opened(**options: object) -> Any:
    return library.ClientSession(**options) if of_aiohttp else library.AsyncClient(**options)


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
        client = await stack.enter_async_context(opened(headers=SIGNED))
        of_ours = None
        if library.__name__ != "httpx":
            of_ours = await stack.enter_async_context(opened())
        web = nuki.AsyncWebClient(token=TOKEN, base_url=server, http=of_ours)
        await stack.enter_async_context(web)

        async def bare() -> object:
            if of_aiohttp:
                async with client.get(f"{server}/smartlock/{LOCK}") as response:
                    return json.loads(await response.read())["name"]
            return (await client.get(f"{server}/smartlock/{LOCK}")).json()["name"]

        async def ours() -> object:
            return (await web.smartlock.get(LOCK)).name

        assert await bare() == await ours() == "Front door"
        print(json.dumps([[await rate(bare), await rate(ours)] for _ in range(ROUNDS)]))


asyncio.run(main())
