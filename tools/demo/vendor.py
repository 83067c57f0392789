"""Clients to which ``https://api.nuki.io`` is the simulator, as a line in ``hosts`` would do it."""

from __future__ import annotations

import httpx


class _Redirected(httpx.HTTPTransport):
    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = httpx.URL(url)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = _moved(request.url, self._url)
        return super().handle_request(request)


class _AsyncRedirected(httpx.AsyncHTTPTransport):
    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = httpx.URL(url)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = _moved(request.url, self._url)
        return await super().handle_async_request(request)


def vendor_at(url: str) -> httpx.Client:
    return httpx.Client(transport=_Redirected(url))


def async_vendor_at(url: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=_AsyncRedirected(url))


def _moved(url: httpx.URL, to: httpx.URL) -> httpx.URL:
    return url.copy_with(scheme=to.scheme, host=to.host, port=to.port)
