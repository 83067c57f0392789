# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The resources of the Nuki API, a module for each family."""
