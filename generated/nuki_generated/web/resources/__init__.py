# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Operations of the Nuki API, a module for each resource."""
