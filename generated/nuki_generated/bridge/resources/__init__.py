# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The resources of the Nuki Bridge HTTP API, a module for each family."""
