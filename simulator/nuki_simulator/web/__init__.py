"""The Web API as the simulator speaks it, with OAuth and webhooks."""

from .cloud import Cloud
from .face import answer_web, web_operation
from .handlers import HANDLERS
from .happenings import install_web
from .otp import one_time_password
from .refusals import ErrorShape
from .settings import WebSettings
from .webhooks import signatures

__all__ = [
    "HANDLERS",
    "Cloud",
    "ErrorShape",
    "WebSettings",
    "answer_web",
    "install_web",
    "one_time_password",
    "signatures",
    "web_operation",
]
