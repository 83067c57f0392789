"""Entry point of ``python -m generator``."""

from .commands import main

raise SystemExit(main())
