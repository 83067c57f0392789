"""Print what the event loop's thread imports and opens during calls: ``watched_loop.py API LIBRARY
LOOP``. A program, because nothing may be imported before, and who watches cannot be taken away.
"""

import asyncio
import json
import sys
import threading
from contextlib import AsyncExitStack
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import nuki
from nuki.web import SmartlockUpdate

api, library, loop = sys.argv[1:]
LONG = b"[]" + b" " * 20_000  # which another parser reads
watched: list[int] = []
seen: list[str] = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(LONG)))
        self.end_headers()
        self.wfile.write(LONG)

    def log_message(self, *_: object) -> None:
        pass


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"import", "open"} and threading.get_ident() in watched:
        seen.append(f"{event} {arguments[0]}")


async def main(url: str) -> None:
    async with AsyncExitStack() as stack:
        http: Any = None
        if library == "aiohttp":
            import aiohttp

            http = await stack.enter_async_context(aiohttp.ClientSession())
        if api == "web":
            web = nuki.AsyncWebClient("token", base_url=url, http=http)
            client: Any = await stack.enter_async_context(web)
        else:
            bridge = nuki.AsyncBridgeClient(url, "token", http=http, min_interval=0)
            client = await stack.enter_async_context(bridge)
        await client.warm_up()
        watched.append(threading.get_ident())
        if api == "web":
            await client.smartlock.list()
            await client.account_user.list()
            assert repr(SmartlockUpdate(name="Door")) == "SmartlockUpdate(name='Door')"
        else:
            await client.device.list()
        watched.clear()


with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.addaudithook(watch)
    program = partial(main, f"http://127.0.0.1:{server.server_port}")
    if loop == "trio":
        import trio

        trio.run(program)
    else:
        asyncio.run(program())
    server.shutdown()
sys.stdout.write(json.dumps(seen))
