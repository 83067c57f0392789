# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Operations of the Nuki Bridge HTTP API, a module for each resource."""
