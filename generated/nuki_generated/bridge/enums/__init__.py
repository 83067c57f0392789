# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The enums of the Nuki Bridge HTTP API, a module for each family."""
