"""What there is and what happens to it: accounts, devices, bridges, one clock. Knows no API."""
