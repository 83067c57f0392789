"""Faults of networks, servers and surroundings, and what the clients make of them.

A server that fails in every way it knows (:mod:`.kinds`), clients of every sort that send lock
actions to it (:mod:`.clients`), and a judge that compares what callers were told with what was done
(:mod:`.oracle`). ``python -m tools.faults --actions 10000`` runs all of it.
"""
