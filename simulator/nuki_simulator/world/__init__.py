"""Accounts, devices and bridges on one clock, and what happens to them. Knows no API."""
