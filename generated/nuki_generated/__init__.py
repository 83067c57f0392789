# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Clients of the Nuki APIs; import them from :mod:`nuki`."""
