"""The proxies that the environment names."""

from __future__ import annotations

from urllib.request import getproxies, proxy_bypass


class Proxies:
    """Which proxy leads to a server, as the environment had it when the server was first asked.

    Looking there takes a tenth of a call.
    """

    def __init__(self, *, trust_env: bool) -> None:
        self._trust_env = trust_env
        self._found: dict[tuple[str, str], str] = {}

    def proxy_for(self, scheme: str, host: str) -> str:
        """The proxy's URL; empty for none."""
        if not self._trust_env:
            return ""
        found = self._found.get((scheme, host))
        if found is None:
            proxies = getproxies()
            found = proxies.get(scheme) or proxies.get("all") or ""
            if found and proxy_bypass(host):
                found = ""
            if found and "://" not in found:
                found = f"http://{found}"
            self._found[scheme, host] = found
        return found
