"""Answer every GET with the body in a file, until standard input ends: ``loopback_server.py FILE``.

Prints the port, and at the end the CPU seconds that it took. Whoever measures clients here measures
little else: the answer is made once, and a request is not read.
"""

import asyncio
import sys
import time
from pathlib import Path

BODY = Path(sys.argv[1]).read_bytes()
HEAD = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n"
ANSWER = HEAD.encode() + BODY


class Answering(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        # The empty line that ends a request comes in one piece with its head: clients send it so.
        self._transport.write(ANSWER * data.count(b"\r\n\r\n"))


async def serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(serve())
print(time.process_time())
