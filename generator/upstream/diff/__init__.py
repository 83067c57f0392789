"""What changed between two descriptions or two generated packages, and what that asks of a version.

Two views are compared: the *wire*, which is what goes over the network, and the *public API*, which
is what users import. Rules say how severe each kind of change is.
"""
