"""Import what is installed and make a call, which is answered in this process."""

import sys
from importlib.metadata import version
from pathlib import Path

import httpx

import nuki


def answer(request: httpx.Request) -> httpx.Response:
    assert request.url == "https://api.nuki.io/smartlock"
    return httpx.Response(200, json=[{"smartlockId": 17618910285, "name": "Front door"}])


home = Path(nuki.__file__).resolve()
assert home.is_relative_to(Path(sys.prefix).resolve()), f"{home} is not what is installed"
with httpx.Client(transport=httpx.MockTransport(answer)) as http:
    (device,) = nuki.WebClient(token="0123456789abcdef", http=http).smartlock.list()
print(f"nuki-sdk {version('nuki-sdk')}: {device.name}")
