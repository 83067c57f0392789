"""Finding out what is wrong with a bridge, an account, and the way to both.

::

    with BridgeClient(url, token) as bridge, WebClient() as web:
        for finding in Doctor(bridge, web).findings():
            print(finding.severity, finding.where, finding.what, finding.remedy)

Every code is described in the documentation ("What the doctor finds").
"""

from .checks import CHECKS, Check
from .doctor import AsyncDoctor, Doctor
from .findings import SHAREABLE, Concern, Finding, Severity, Where, worst_of
from .kinds import KINDS
from .network import Look, Network, Reach
from .report import report
from .version_check import PYPI, installed_version

__all__ = [
    "CHECKS",
    "KINDS",
    "PYPI",
    "SHAREABLE",
    "AsyncDoctor",
    "Check",
    "Concern",
    "Doctor",
    "Finding",
    "Look",
    "Network",
    "Reach",
    "Severity",
    "Where",
    "installed_version",
    "report",
    "worst_of",
]
