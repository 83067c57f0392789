# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The models of the Nuki API, a module for each family."""
