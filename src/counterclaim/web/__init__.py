"""The ledger in a browser: server-rendered pages over one ledger, read-only, on this machine alone."""
