"""Send lock actions over faulty connections and for faulty callers: ``motion.py NUMBER``.

Prints as JSON how many there were, for how many the machine was too slow, how often what must not
be was found, and what it was.
"""

import json
import sys

from tools.faults.matrix import cells, cells_of_callers, run
from tools.faults.oracle import FAULTS

actions = int(sys.argv[1])
network, callers = run(cells(2 * actions // 3)), run(cells_of_callers(actions // 3))
found = {fault: network.count(fault) + callers.count(fault) for fault in FAULTS}
found["leaks"] += len(network.log_leaks) + len(callers.log_leaks)
findings = [*network.log_leaks, *callers.log_leaks, *network.of(*FAULTS), *callers.of(*FAULTS)]
actions = network.actions + callers.actions
too_slow = network.too_slow + callers.too_slow
print(json.dumps({"actions": actions, "too_slow": too_slow, "findings": findings, **found}))
