"""Is a report what the answers say? It is made again and compared."""

from nlcaudit.verifying.comparing import Given, Verdict, order_of, verify
from nlcaudit.verifying.stamps import read_stamp

__all__ = ["Given", "Verdict", "order_of", "read_stamp", "verify"]
