"""How a toolkit changes: what differs between two versions, and how answers move from one to the next."""
