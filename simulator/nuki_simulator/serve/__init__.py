"""The ways in which a simulator is reached: in process, as ASGI apps, over sockets, from pytest."""
