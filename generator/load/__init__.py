"""From files to values: what ``spec/`` records, JSON and YAML, and the references in them."""
