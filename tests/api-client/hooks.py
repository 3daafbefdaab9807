"""Each request comes from another network, so that wrong keys are refused as such and not for being many."""

import ipaddress
import random

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers["X-Forwarded-For"] = str(ipaddress.IPv4Address(random.randrange(1 << 24, 1 << 31)))
