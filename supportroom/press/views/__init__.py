"""Pages of the history, the press pack, quotations and contacts."""
