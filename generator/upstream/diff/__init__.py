"""What changed between two descriptions or two generated packages, and what that asks of a version.

Two views are compared, each once: the *wire*, what goes over the network, and the *Python surface*,
what users import. The rules say how severe each kind of change is.
"""
