"""Who holds no office and speaks for no body, and how names are masked wherever the ledger is shown or exported."""
