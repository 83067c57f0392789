"""Send lock actions over faulty connections and for faulty callers: ``motion.py NUMBER``.

Prints as JSON how many there were, and how often what must not be was found.
"""

import json
import sys

from tools.faults.matrix import cells, cells_of_callers, run
from tools.faults.oracle import FAULTS

actions = int(sys.argv[1])
network, callers = run(cells(2 * actions // 3)), run(cells_of_callers(actions // 3))
found = {fault: network.count(fault) + callers.count(fault) for fault in FAULTS}
print(json.dumps({"actions": network.actions + callers.actions, **found}))
