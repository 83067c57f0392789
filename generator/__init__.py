"""The compiler: descriptions in, typed clients out. Run as ``python -m generator``."""
