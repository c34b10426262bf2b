"""What pages and tables show of a ledger, as values: no HTML, nothing printed, nobody unmasked."""
